import { addMessages } from "./index.js";

/** What a page around the calculator has set, rightly or wrongly. */
const embedding = {
  policy: {
    choose: "选择政策",
    group: { "in-force": "现行有效", reference: "通用标准", expired: "不在有效期内，可用于核对" },
  },

  embedding: {
    locked: "已由本网站设定",
    heading: "本网页对计算器的设置有误",
    notAnObject: "预先填写的内容不是 JSON 对象。",
    /** @param {string} field */
    unknownField: (field) => `没有编号为“${field}”的问题。`,
    /** @param {string} label */
    nothingToLock: (label) => `“${label}”要锁定，却没有预先填写。`,
    /** @param {string} label */
    notRows: (label) => `“${label}”应为若干行组成的列表。`,
    /** @param {string} label @param {string} message */
    badAnswer: (label, message) => `“${label}”：${message}`,
    /** @param {string} label */
    unusable: (label) => `“${label}”预先填写的内容不是它的答案。`,
    /** @param {string} color */
    badColor: (color) => `主题色“${color}”不是 #RRGGBB 形式的颜色。`,
    /** @param {string} name */
    unknownSetting: (name) => `没有名为“${name}”的设置。`,
    /** @param {string} name @param {string} value */
    badSetting: (name, value) => `设置“${name}”不能是“${value}”。`,
    /** @param {string} label */
    notAnAnswer: (label) => `“${label}”应为文字、数字或是否。`,
    noPolicies: "没有符合本网页设置的政策。",
  },
};

/** @typedef {typeof embedding} ChineseEmbedding */

addMessages("zh-CN", embedding);
