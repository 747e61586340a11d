const { webAddress } = require("../../config.js");

Page({
  data: { address: "" },

  onLoad({ policy = "" }) {
    const place = policy ? `#/${policy}` : "";
    // An address with Chinese in it stays white on iOS.
    this.setData({ address: `${encodeURI(webAddress)}${place}` });
  },

  /** WeChat hands over what the page has posted when it is left; the last is the present result. */
  receive({ detail }) {
    const [last = {}] = detail.data.slice(-1);
    if (last.wengang) getApp().kept = last.wengang;
  },
});
