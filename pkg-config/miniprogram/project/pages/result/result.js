const { saveFile } = require("../../save-file.js");
const { readResult, startEngine, wordsIn, workedOut } = require("../../engine/index.js");

/** Nine in the morning, three days before, counted from the start of the day, in seconds. */
const REMINDER = 3 * 86400 - 9 * 3600;

Page({
  data: { words: wordsIn("zh-CN"), state: "loading", calendar: typeof wx.addPhoneCalendar === "function" },

  /** From the web version the result comes in the address, from our own calculator by way of the app. */
  async onLoad({ result }) {
    const kept = result ? readResult(result) : getApp().kept;
    const locale = kept ? kept.locale : getApp().locale;
    const words = wordsIn(locale);
    this.setData({ words });
    wx.setNavigationBarTitle({ title: words.heading });
    if (!kept) {
      this.setData({ state: "none" });
      return;
    }
    try {
      await startEngine();
      this.setData({ kept: workedOut(kept), state: "ready" });
    } catch (error) {
      console.error(error);
      this.setData({ state: "failed" });
    }
  },

  copy() {
    const { kept, words } = this.data;
    wx.setClipboardData({
      data: kept.text,
      success: () => wx.showToast({ title: words.copied, icon: "none" }),
      fail: () => this.say(words.notCopied),
    });
  },

  save() {
    const { kept, words } = this.data;
    saveFile({
      fileName: `${kept.region} ${kept.title}.txt`,
      text: kept.text,
      success: () => wx.showToast({ title: words.saved, icon: "none" }),
      fail: () => this.say(words.notSaved),
    });
  },

  addToCalendar({ detail }) {
    const { kept, words } = this.data;
    const [year, month, day] = detail.date.split("-").map(Number);
    wx.addPhoneCalendar({
      title: detail.label,
      description: `${kept.title}\n${detail.rule}`,
      startTime: new Date(year, month - 1, day).getTime() / 1000,
      allDay: true,
      alarm: true,
      alarmOffset: REMINDER,
      success: () => wx.showToast({ title: words.addedToCalendar, icon: "none" }),
      fail: () => this.say(words.notAdded),
    });
  },

  /** @param {string} content */
  say(content) {
    wx.showModal({ content, showCancel: false });
  },
});
