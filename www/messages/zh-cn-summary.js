import { addMessages } from "./index.js";

/** What several situations come to, side by side, or one, policy by policy. */
const summary = {
  summary: {
    /** @param {number} count */
    headingOf: (count) => `${count}份填写并排`,
    lead: "每项政策的结论、金额、截止日期和还没填的。各项金额不相加：有的政策只能选一项。",
    leadOf: "每项政策的结果并排，下面只列填得不同的项。各项金额不相加：有的政策只能选一项。",
    none: "这里没有这份填写：它不在这个浏览器里，或者已经删除。",
    /** @param {number} count */
    gone: (count) => `另有${count}份不在这个浏览器里，或者已经删除。`,
    noPolicies: "还没有填任何政策。",
    verdict: "结果",
    notFilled: "没有填",
    deadlines: "截止日期",
    missing: "还要填",
    unmet: "不符合的条件",
    warnings: "提醒",
    earlier: "当时记的结果",
    /** @param {string} outcome @param {string} on @param {string} version */
    earlierBy: (outcome, on, version) => `${outcome}（${on}，规则版本 ${version}）`,
    answers: "填得不同的项",
    /** @param {string} policy */
    unknownPolicy: (policy) => `${policy}：现在没有收录`,
    open: "打开",
    /** @param {string} name */
    openNamed: (name) => `打开“${name}”`,
    /** @param {string} engine */
    engine: (engine) => `计算程序 ${engine} 版`,
    /** @param {string} policy @param {string} name */
    openWhat: (policy, name) => `打开“${name}”：${policy}`,
    back: "回到列表",
  },
};

/** @typedef {typeof summary} ChineseSummary */

addMessages("zh-CN", summary);
