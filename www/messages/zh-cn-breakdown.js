import { addMessages } from "./index.js";

/** A month of a day: 2026年5月. @param {string} day */
function month(day) {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
}

/** What a result consists of: several amounts, months, other readings of the notice. */
const breakdown = {
  breakdown: {
    parts: "各项金额",
    /** @param {string} amount */
    withoutLimit: (amount) => `没有限额时为${amount}`,
    readings: "通知也可以这样理解",
    month,
    /** @param {string} first @param {string} last @param {number} count */
    months: (first, last, count) => (count === 1 ? month(first) : `${month(first)}至${month(last)}（${count}个月）`),
    eachMonth: "逐月列出",
    outcome: { eligible: "符合条件", ineligible: "不符合条件", undetermined: "还不能确定", "not-assessed": "" },
  },
};

/** @typedef {typeof breakdown} ChineseBreakdown */

addMessages("zh-CN", breakdown);
