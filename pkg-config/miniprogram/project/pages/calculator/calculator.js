const desk = require("../../desk.js");
const { answersTo, startEngine, summariesOf, wordsIn } = require("../../engine/index.js");

Page({
  data: { words: wordsIn("zh-CN"), state: "loading", policy: "", locale: "zh-CN", answers: null, situation: null },

  /** What the situation at hand says to the policy is filled in. */
  async onLoad({ policy = "" }) {
    const { locale } = getApp();
    const words = wordsIn(locale);
    const id = decodeURIComponent(policy);
    this.setData({ words, locale, policy: id });
    wx.setNavigationBarTitle({ title: words.calculate });
    try {
      await startEngine();
      this.setData({ answers: desk.atHand ? answersTo(desk.atHand, id) : null });
    } catch (error) {
      // The calculator says so.
      console.error(error);
    }
    this.setData({ state: "ready" });
    this.showSituation();
  },

  showSituation() {
    const { atHand } = desk;
    const [situation = null] = atHand ? summariesOf([atHand], this.data.locale) : [];
    this.setData({ situation });
  },

  /** What is typed goes into the situation, and brings it back. */
  fill({ detail }) {
    const { words, policy } = this.data;
    const isKept = desk.fill(policy, detail.answers);
    this.showSituation();
    if (!isKept) wx.showModal({ content: words.notKept, showCancel: false });
  },

  openSituation() {
    wx.redirectTo({ url: `/pages/situation/situation?id=${this.data.situation.id}` });
  },

  /** The calculator tells what there is to keep. */
  remember({ detail }) {
    this.kept = detail;
  },

  keep() {
    if (!this.kept) return;
    getApp().kept = this.kept;
    wx.navigateTo({ url: "/pages/result/result" });
  },

  onShareAppMessage() {
    const { words, policy } = this.data;
    return { title: words.title, path: `/pages/calculator/calculator?policy=${encodeURIComponent(policy)}` };
  },
});
