const { Desk } = require("./engine/index.js");

/** The situations that are being filled in, the same for all pages. On the phone are only those that were kept on request. */
module.exports = new Desk({
  keys: () => wx.getStorageInfoSync().keys,
  read: (key) => wx.getStorageSync(key),
  write: (key, value) => wx.setStorageSync(key, value),
  remove: (key) => wx.removeStorageSync(key),
});
