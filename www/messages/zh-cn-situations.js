import { addMessages } from "./index.js";

/** What is filled in, as its owner sees it. */
const situations = {
  sentenceSeparator: "",

  link: {
    /** @param {string} on */
    heading: (on) => `链接中说，它生成于${on}。`,
    /** Where the link does not say when it was made. */
    opened: "这里是链接中填写的内容。",
    /** @param {string} outcome */
    past: (outcome) => `当时的结果：${outcome}。`,
    /** @param {string} outcome */
    present: (outcome) => `现在的结果：${outcome}。`,
    sameResult: "现在的结果与当时相同。",
    sameRules: "这项政策的规则此后没有变动。",
    changedRules: "这项政策的规则或资料此后有变动。",
    /** @param {string[]} labels */
    unread: (labels) => `链接中这几项读不出来，没有填入：${labels.join("、")}。`,
    untouched: "您自己填写的没有改动。",
    dismiss: "用这份继续填写",
    /** @param {string} name */
    back: (name) => `回到“${name}”`,
  },

  saving: {
    heading: "存下这份填写",
    name: "名称",
    nameHint: "例如：甲公司 2024",
    /** @param {string} day */
    defaultName: (day) => `${day}的填写`,
    save: "保存在这台设备上",
    /** @param {string} name @param {string} on */
    saved: (name, on) => `“${name}”保存在这台设备上（${on}），继续填写会自动更新。`,
    failed: "这个浏览器不允许保存，或者空间不够。可以存成文件。",
    isPublic: "公用电脑模式下，不在这台设备上保存。要留存请存成文件带走。",
    toFile: "存成文件",
    rename: "改名",
    renameDone: "确定",
    cancel: "取消",
    forget: "忘记全部",
    forgetDone: "全部忘记",
    /** @param {number} count */
    forgetWhat: (count) =>
      `这个网页在各个标签页里填写的内容${count > 0 ? `，和保存在这台设备上的${count}份，` : ""}都会删除，不能撤销。`,
    forgotten: "已全部忘记。",
    inTab:
      "填写的内容只在这个标签页里：刷新、返回不会丢。关闭后不再保留，但浏览器“恢复标签页”时会带回来；在公用电脑上请先“忘记全部”。",
    /** @param {number} count */
    onDevice: (count) => `这台设备上保存着${count}份填写，用这个浏览器的人都能打开。`,
    notKept: "内容太多，或浏览器不允许：刷新、关闭后就没有了。要留存请存成文件。",
    inPage: "公用电脑模式：填写的内容只在打开着的页面里，离开、刷新或关闭后就没有了。",
    usePublic: "这是公用电脑",
    leavePublic: "退出公用电脑模式",
  },

  situations: {
    heading: "继续填写",
    /** @param {string} name */
    atHand: (name) => `正在填写：${name}`,
    unsaved: "未保存的填写",
    linked: "链接中的填写",
    /** @param {string} on */
    savedOn: (on) => `${on}保存在这台设备上`,
    inTab: "只在这个标签页里",
    inPage: "只在这个页面里",
    takeUp: "换成",
    all: "全部",
    /** @param {string} name */
    continue: (name) => `继续填写“${name}”`,
    fresh: "另填一份",
    duplicate: "复制一份",
    nextYear: "用于下一年",
    /** @param {string} name */
    nextYearOf: (name) => `${name}（下一年）`,
    carried: "已建好下一年的：单位类型、划型照旧，要填上年12月人数的已填好，其余重填。",
    nothingCarried: "没有可以带到下一年的。",
    /** @param {string[]} titles */
    noNextYear: (titles) => `还没有收录下一年的：${titles.join("、")}。`,
    /** @param {string} name */
    copyOf: (name) => `${name}（副本）`,
    remove: "删除",
    /** @param {string} name */
    removeWhat: (name) => `删除“${name}”，不能撤销。`,
    /** What an action is about, where several are alike. @param {string} action @param {string} name */
    about: (action, name) => `${action}：${name}`,
    openFile: "从文件打开",
    allToFile: "全部存成文件",
    fileName: "稳岗计算器的填写",
    /** @param {number} count */
    opened: (count) => `从文件打开了${count}份，还没有保存在这台设备上。`,
    summary: "汇总",
    /** @param {string} name */
    choose: (name) => `选来比较：${name}`,
    /** @param {number} count */
    compare: (count) => `选中的${count}份并排比较`,
    /** @param {number} most */
    chooseMore: (most) => `要比较的，选两到${most}份。`,
  },
};

/** @typedef {typeof situations} ChineseSituations */

addMessages("zh-CN", situations);
