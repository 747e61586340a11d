const { webAddress } = require("../../config.js");
const { Listing, startEngine, wordsIn } = require("../../engine/index.js");

Page({
  data: { words: wordsIn("zh-CN"), state: "loading", hasWeb: webAddress !== "", region: 0, year: 0, text: "" },

  onLoad() {
    this.setLocale(getApp().locale);
  },

  /** A result comes back from the web version when that is left. */
  onShow() {
    this.setData({ hasResult: getApp().kept !== undefined });
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
