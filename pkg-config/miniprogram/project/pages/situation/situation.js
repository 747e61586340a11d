const desk = require("../../desk.js");
const { saveFile } = require("../../save-file.js");
const { overviewOf, sentencesIn, startEngine, wordsIn } = require("../../engine/index.js");

// One situation: what it is about, what can be had in it, and what to do with it.
Page({
  data: { words: wordsIn("zh-CN"), state: "loading", view: null, text: "" },

  async onLoad({ id = "" }) {
    this.id = id;
    const words = wordsIn(getApp().locale);
    this.setData({ words });
    try {
      await startEngine();
      this.show();
    } catch (error) {
      console.error(error);
      this.setData({ state: "failed" });
    }
  },

  /** Back from a policy that was filled in. */
  onShow() {
    if (this.data.state === "ready") this.show();
  },

  show() {
    const situation = desk.find(this.id);
    if (!situation) {
      this.setData({ state: "none" });
      return;
    }
    const view = overviewOf(situation, getApp().locale);
    this.setData({ view, state: "ready" });
    wx.setNavigationBarTitle({ title: view.name });
  },

  /** @param {boolean} isKept where it was to be kept */
  changed(isKept) {
    this.show();
    if (!isKept) this.say(this.data.words.notKept);
  },

  rename({ detail }) {
    this.changed(desk.rename(this.id, detail.value));
  },

  /** Who asks, where, and for which year. */
  choose({ currentTarget, detail }) {
    const { profile } = desk.find(this.id);
    const { areas, figures } = this.data.view;
    const at = Number(detail.value);
    const chosen = {
      audience: ["employer", "citizen"][at],
      region: areas[at],
      year: figures[at],
    };
    const { name } = currentTarget.dataset;
    this.changed(desk.change(this.id, { profile: Object.assign({}, profile, { [name]: chosen[name] }) }));
  },

  open({ currentTarget }) {
    desk.takeUp(this.id);
    wx.navigateTo({ url: `/pages/calculator/calculator?policy=${encodeURIComponent(currentTarget.dataset.policy)}` });
  },

  keep() {
    this.changed(desk.keep(this.id));
  },

  duplicate() {
    const { copyOf } = sentencesIn(getApp().locale);
    this.go(desk.duplicate(this.id, copyOf(this.data.view.name)));
  },

  async nextYear() {
    const { name } = this.data.view;
    const { locale } = getApp();
    const { carried, nothingCarried, noNextYear, nextYearOf } = sentencesIn(locale);
    const made = await desk.nextYear(this.id, { name, unnamed: nextYearOf(name), locale });
    if (made.carried) this.go(desk.atHand);
    this.say((made.carried ? carried : nothingCarried) + (made.left.length > 0 ? noNextYear(made.left) : ""));
  },

  /** To another one, from which the way back is to the list. */
  go({ id }) {
    wx.redirectTo({ url: `/pages/situation/situation?id=${id}` });
  },

  toFile() {
    const { words, view } = this.data;
    saveFile({
      fileName: `${view.name}.json`,
      text: desk.file(this.id),
      success: () => wx.showToast({ title: words.saved, icon: "none" }),
      fail: () => this.copyText(),
    });
  },

  /** The way that always works: the text stands there, too. */
  copyText() {
    const { words } = this.data;
    const text = desk.file(this.id);
    this.setData({ text });
    wx.setClipboardData({
      data: text,
      success: () => wx.showToast({ title: words.copied, icon: "none" }),
      fail: () => this.say(words.notCopied),
    });
  },

  remove() {
    wx.showModal({
      content: this.data.words.deleteWhat,
      success: ({ confirm }) => {
        if (!confirm) return;
        desk.remove(this.id);
        wx.navigateBack();
      },
    });
  },

  /** @param {string} content */
  say(content) {
    wx.showModal({ content, showCancel: false });
  },
});
