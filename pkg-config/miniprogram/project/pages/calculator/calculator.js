const { wordsIn } = require("../../engine/index.js");

Page({
  data: { words: wordsIn("zh-CN"), policy: "", locale: "zh-CN" },

  onLoad({ policy = "" }) {
    const { locale } = getApp();
    const words = wordsIn(locale);
    this.setData({ words, locale, policy: decodeURIComponent(policy) });
    wx.setNavigationBarTitle({ title: words.calculate });
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
