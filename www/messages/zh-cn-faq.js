import { addMessages } from "./index.js";

/** Questions that many ask. */
const faq = {
  faq: {
    heading: "常见问题",
    lead: "关于失业保险稳岗返还，经办人问得最多的问题。选一个问题，再选地方，看那里的文件怎么说。",
    noQuestions: "这里没有收录问题。",
    /** @param {number} count */
    places: (count) => (count > 0 ? `${count}个地方有答案` : "各地都没有写"),
    unknown: "没有这个问题。",
    back: "全部问题",
    place: "地方",
    choosePlace: "请选择",
    saysNothing: "这个地方的文件没有说。",
    leavesOpen: "这个地方的文件没有写明，可以有下面几种读法。",
    readings: "几种读法",
    asked: "计算时要填写这一项。",
    /** @param {string} title @param {string} particulars */
    document: (title, particulars) =>
      `${title.includes("《") ? title : `《${title}》`}${particulars ? `（${particulars}）` : ""}`,
    general: "全国的规定",
    /** @param {string} place */
    notHere: (place) => `还没有收录${place}的稳岗返还，不知道那里怎么规定。别处的规定不能代替。`,
    ask: "向谁问",
    askInstead: "请问参保地的失业保险经办机构。",
    askForMore: "文件以外的、拿不准的，请问参保地的失业保险经办机构。",
    hotline: "人力资源和社会保障热线 12333",
    onward: "接下来",
    views: {
      /** @param {string} title */
      reconcile: (title) => `对账：系统显示的与自己算的为什么不同（${title}）`,
      /** @param {string} title */
      year: (title) => `年度跟踪：每走一个人，改变什么（${title}）`,
    },
    /** @param {string} title */
    workOut: (title) => `算一算：${title}`,
    elsewhere: "其他地方怎么说",
    whatItSays: "文件怎么说",
    /** @param {string} years */
    says: (years) => (years ? `有答案（${years}年）` : "有答案"),
    open: "没有写明，有几种读法",
    saysNothingThere: "没有说",
    /** @param {string} day */
    asOf: (day) => `${day}打印`,
    found: "有人这样问",
  },
};

/** @typedef {typeof faq} ChineseFaq */

addMessages("zh-CN", faq);
