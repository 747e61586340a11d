import { groupThousands, readingInWan } from "../answers/number-text.js";
import { addMessages } from "./index.js";

/** A policy, its form and its result. */
const calculator = {
  policy: {
    /** @param {string | null} from @param {string | null} to */
    validity: (from, to) => [from && `自${from}起`, to && `至${to}止`].filter(Boolean).join(""),
    /** @param {string | null} until */
    expired: (until) => `这项政策${until ? `已于${until}` : "已"}到期，不能再据此申请。计算器仍可用来核对当时的结果。`,
    /** @param {string | null} from */
    upcoming: (from) => `这项政策${from ? `自${from}起` : "尚未"}生效，现在还不能据此申请。`,
  },

  form: {
    heading: "填写",
    fillExample: "填入示例",
    clear: "全部清空",
    undoClear: "撤销清空",
    optional: "选填",
    yes: "是",
    no: "否",
    unanswered: "尚未填写",
    clearAnswer: "清除",
    /** @param {string} label */
    clearAnswerTo: (label) => `清除：${label}`,
    chooseOne: "请选择",
    chooseAll: "可以选几项",
    /** @param {string | undefined} most */
    chooseUpTo: (most) => `最多选${most}项`,
    noneOfThese: "以上都没有",
  },

  question: {
    /** Of a year of the calendar. */
    yearUnit: "年",
    monthUnit: "月",
    /** 6月 is June. */
    monthsUnit: "个月",
    /** @param {string} min @param {string} max */
    between: (min, max) => `${min}至${max}`,
    /** @param {string} min */
    atLeast: (min) => `不少于${min}`,
    /** @param {string} day */
    notBefore: (day) => `不早于${day}`,
    /** @param {string} day */
    notAfter: (day) => `不晚于${day}`,
    /** @param {string} pattern */
    form: (pattern) => `写成“${pattern}”的样子，# 是一个数字，@ 是一个字母`,
    /** @param {string} min */
    moreThan: (min) => `大于${min}`,
    /** @param {string} max */
    atMost: (max) => `不超过${max}`,
    /** @param {string} figure @param {string} [inWan] */
    figure: (figure, inWan) => (inWan ? `${figure}（${inWan}）` : figure),
    /** @param {string} figure */
    readAs: (figure) => `读作${figure}`,
    /** A figure that does not come out even. @param {string} figure */
    about: (figure) => `约${figure}`,
    datePlaceholder: "如 20240315",
    openCalendar: "打开日历",
  },

  table: {
    empty: "没有记录。",
    /** @param {number} position */
    row: (position) => `第${position}行`,
  },

  result: {
    heading: "结果",
    notStarted: "填写后即可看到结果",
    /** A figure with its unit. @param {string} figure @param {string} [unit] */
    measure: (figure, unit = "") => `${figure}${unit}`,
    yuanUnit: "元",
    /** @param {number} count */
    stillMissing: (count) => `还需填写${count}项`,
    missing: "还需填写",
    next: "接着填：",
    worthChecking: "请再核对：",
    /** @param {number} count */
    badEntries: (count) => `${count}处填写有误`,
    /** @param {number} count */
    setAside: (count) => `${count}处填写有误，暂按未填计算`,
    warnings: "请注意",
    /** @param {string} label */
    goTo: (label) => `去填写：${label}`,
    show: "查看结果",
    conditions: "条件",
    met: "满足",
    unmet: "不满足",
    open: "待定",
    calculation: "计算过程",
    formula: "公式",
    figures: "代入",
    /** Sentences of an announcement are read out one after another. @param {string[]} sentences */
    announce: (sentences) => `${sentences.join("。")}。`,
  },

  answer: {
    /** How an amount is read; empty where that is clear from the figure. */
    reading: readingInWan,
    /** A whole number of something, in the units that policies have. @param {number} count @param {string} [unit] */
    quantity: (count, unit = "") => `${groupThousands(String(count))}${unit === "月" ? "个月" : unit}`.trim(),
    /** @param {number} count */
    rows: (count) => `${count}行`,
    /** @param {string} limit */
    ceiling: (limit) => `上限${limit}`,
    /** @param {string} limit */
    floor: (limit) => `下限${limit}`,
  },

  source: {
    /** @param {string} text */
    basis: (text) => `依据：${text}`,
    secondary: "二手来源",
    /** @param {string} day */
    checked: (day) => `核对于${day}`,
  },

  outline: {
    amount: "能领多少",
    outcome: "算什么",
    conditions: "需要符合",
    atHand: "请先备好",
    inSomeCases: "（视情况）",
    canBeComputed: "（不知道可以帮您算）",
    apply: "怎么办",
    /** @param {string[]} titles */
    steps: (titles) => titles.join(" → "),
    /** @param {string[]} labels */
    deadlines: (labels) => `填写后会算出期限：${labels.join("、")}。`,
    /** @param {number} count */
    contacts: (count) => `共${count}个受理窗口，见本页下方。`,
  },

  rules: {
    heading: "依据",
  },

  rulePage: {
    /** @param {string} label @param {string} formula */
    equals: (label, formula) => `${label} = ${formula}`,
    /** @param {number} number @param {string} section */
    cited: (number, section) => `〔${number}〕${section}`,
  },
};

/** @typedef {typeof calculator} ChineseCalculator */

addMessages("zh-CN", calculator);
