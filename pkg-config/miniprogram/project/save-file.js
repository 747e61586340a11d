/** Computers save a file, phones send it to a chat; there WeChat keeps it. Whoever gives that up has not failed. */
function saveFile({ fileName, text, success, fail }) {
  const name = fileName.replace(/[\\/:*?"<>|]/g, " ");
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  const failed = ({ errMsg = "" } = {}) => {
    if (!/cancel/.test(errMsg)) fail();
  };
  wx.getFileSystemManager().writeFile({
    filePath,
    data: text,
    encoding: "utf8",
    fail: failed,
    success: () => {
      const { platform } = wx.getDeviceInfo ? wx.getDeviceInfo() : wx.getSystemInfoSync();
      if (/windows|mac/.test(platform) && wx.saveFileToDisk) wx.saveFileToDisk({ filePath, success, fail: failed });
      else if (wx.shareFileMessage) wx.shareFileMessage({ filePath, fileName: name, success, fail: failed });
      else failed();
    },
  });
}

module.exports = { saveFile };
