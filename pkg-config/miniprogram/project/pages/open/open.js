const desk = require("../../desk.js");
const { sentencesIn, wordsIn } = require("../../engine/index.js");

/** More than WeChat's own fields and files are made for is refused before it is read. */
const LARGEST_BYTES = 50000000;

// Where situations come from: a file in a chat, or its text.
Page({
  data: { words: wordsIn("zh-CN"), said: "", text: "", canChoose: typeof wx.chooseMessageFile === "function" },

  onLoad() {
    const words = wordsIn(getApp().locale);
    this.setData({ words });
    wx.setNavigationBarTitle({ title: words.fromFile });
  },

  chooseFile() {
    const { words } = this.data;
    wx.chooseMessageFile({
      count: 1,
      type: "file",
      extension: ["json", "txt"],
      success: ({ tempFiles: [file] }) => this.read(file),
      fail: ({ errMsg = "" } = {}) => {
        if (!/cancel/.test(errMsg)) this.setData({ said: words.fileNotRead });
      },
    });
  },

  /** @param {{ path: string, size: number }} file */
  read({ path, size }) {
    if (size > LARGEST_BYTES) {
      this.setData({ said: sentencesIn(getApp().locale).refused.tooLarge });
      return;
    }
    wx.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => this.add(data),
      fail: () => this.setData({ said: this.data.words.fileNotRead }),
    });
  },

  type({ detail }) {
    this.setData({ text: detail.value });
  },

  openText() {
    this.add(this.data.text);
  },

  /** @param {string | ArrayBuffer} file */
  add(file) {
    const { opened, refused, damaged, sentenceSeparator } = sentencesIn(getApp().locale);
    const { refusal, count, whole } = desk.add(file);
    if (refusal) {
      this.setData({ said: refused[refusal] });
      return;
    }
    const [first] = desk.situations;
    wx.showModal({
      content: opened(count) + (whole ? "" : sentenceSeparator + damaged),
      showCancel: false,
      success: () => {
        if (count === 1) wx.redirectTo({ url: `/pages/situation/situation?id=${first.id}` });
        else wx.navigateBack();
      },
    });
  },
});
