const { webAddress } = require("../../config.js");
const desk = require("../../desk.js");
const { saveFile } = require("../../save-file.js");
const { Listing, sentencesIn, startEngine, summariesOf, wordsIn } = require("../../engine/index.js");

Page({
  data: {
    words: wordsIn("zh-CN"),
    state: "loading",
    hasWeb: webAddress !== "",
    region: 0,
    year: 0,
    text: "",
    situations: [],
  },

  onLoad() {
    this.setLocale(getApp().locale);
  },

  /** A result comes back from the web version when that is left. */
  onShow() {
    this.setData({ hasResult: getApp().kept !== undefined });
    if (this.data.state === "ready") this.showSituations();
  },

  showSituations() {
    this.setData({ situations: summariesOf(desk.all, getApp().locale) });
  },

  async setLocale(locale) {
    getApp().locale = locale;
    const words = wordsIn(locale);
    this.setData({ words });
    wx.setNavigationBarTitle({ title: words.title });
    try {
      await startEngine();
    } catch (error) {
      console.error(error);
      this.setData({ state: "failed" });
      return;
    }
    this.listing = new Listing(locale);
    this.setData({
      state: "ready",
      regions: [words.anyRegion, ...this.listing.regions.map(({ name }) => name)],
      years: [words.anyYear, ...this.listing.years.map(({ name }) => name)],
    });
    this.find();
    this.showSituations();
  },

  find() {
    const { text, region, year } = this.data;
    const { regions, years } = this.listing;
    const area = region > 0 ? regions[region - 1].area : undefined;
    this.setData({ policies: this.listing.find({ text, area, year: year > 0 ? years[year - 1].year : undefined }) });
  },

  /** One of the filters has changed: its name stands at the control. */
  filter({ currentTarget, detail }) {
    const { name } = currentTarget.dataset;
    this.setData({ [name]: name === "text" ? detail.value : Number(detail.value) });
    this.find();
  },

  open({ currentTarget }) {
    wx.navigateTo({ url: `/pages/calculator/calculator?policy=${encodeURIComponent(currentTarget.dataset.policy)}` });
  },

  newSituation() {
    const { id } = desk.begin({ profile: { audience: "employer", answers: {} } });
    this.openSituation({ currentTarget: { dataset: { id } } });
  },

  openSituation({ currentTarget }) {
    const { id } = currentTarget.dataset;
    desk.takeUp(id);
    wx.navigateTo({ url: `/pages/situation/situation?id=${id}` });
  },

  openFile() {
    wx.navigateTo({ url: "/pages/open/open" });
  },

  allToFile() {
    const { words } = this.data;
    saveFile({
      fileName: `${sentencesIn(getApp().locale).fileName}.json`,
      text: desk.file(),
      success: () => wx.showToast({ title: words.saved, icon: "none" }),
      fail: () => wx.showModal({ content: words.situationsNotSaved, showCancel: false }),
    });
  },

  deleteAll() {
    wx.showModal({
      content: this.data.words.deleteAllWhat,
      success: ({ confirm }) => {
        if (!confirm) return;
        desk.removeAll();
        this.showSituations();
      },
    });
  },

  openWeb() {
    wx.navigateTo({ url: "/pages/web/web" });
  },

  openResult() {
    wx.navigateTo({ url: "/pages/result/result" });
  },

  changeLocale() {
    this.setLocale(getApp().locale === "en" ? "zh-CN" : "en");
  },

  onShareAppMessage() {
    return { title: this.data.words.title, path: "/pages/index/index" };
  },
});
