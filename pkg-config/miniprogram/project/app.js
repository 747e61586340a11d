App({
  /** The language of everything, as the phone has it until the user says otherwise. */
  locale: "zh-CN",
  /** A result on its way from one page to another. It is kept nowhere else. */
  kept: undefined,

  onLaunch() {
    const { language } = wx.getAppBaseInfo ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
    if (language && !/^zh/i.test(language)) this.locale = "en";
  },
});
