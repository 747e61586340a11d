import { groupThousands, readingInWan } from "../answers/number-text.js";

/** @import { ChineseEmbedding } from "./zh-cn-embedding.js" */
/** @import { ChineseFinder } from "./zh-cn-finder.js" */
/** @import { ChineseLater } from "./zh-cn-later.js" */
/** @import { ChineseLinks } from "./zh-cn-links.js" */
/** @import { ChineseLocal } from "./zh-cn-local.js" */
/** @import { ChineseSituations } from "./zh-cn-situations.js" */

/**
 * The texts of the interface in Chinese that the first view may have; those beside this file come with the parts that have them.
 * Texts about a policy come from the engine.
 */
export const chinese = {
  page: {
    title: "稳岗计算器",
    tagline: "就业补贴，逐项算清",
    /** Names the other language, in that language. */
    otherLanguage: "English",
    privacy: "全部计算都在您的设备上完成，填写的内容不会上传。",
    disclaimer: "结果供测算和核对使用，以人力资源社会保障部门的审核为准。",
  },

  operator: {
    /** @param {string} name */
    providedBy: (name) => `由${name}提供`,
    phone: "电话",
    report: "报告错误",
    /** Subject of a mail. @param {string} title @param {string} version */
    reportAbout: (title, version) => (version ? `稳岗计算器：${title}（版本 ${version}）` : title),
    unsigned: "本页没有注明由谁提供。办理和咨询请联系当地人力资源社会保障部门，电话12333。",
  },

  separator: "，",
  colon: "：",
  listSeparator: "、",
  loading: "正在打开计算器……",
  loadingFailed: "计算器没有打开成功。请检查网络后刷新页面，或更新浏览器再试。",
  /** @param {string} id */
  unknownPolicy: (id) => `没有编号为“${id}”的政策。`,

  nowhere: "没有这个地址。请从“全部政策”里找。",
  later: {
    coming: "正在载入……",
    failed: "这一部分没有载入，请检查网络；再试也不行，就刷新页面。",
    again: "再试一次",
  },

  nav: {
    start: "全部政策",
    profile: "能领哪些补贴",
    calculate: "计算",
    rules: "政策规则",
    comparison: "情形对比",
    views: "这项政策",
    site: "本站",
    skip: "跳到主要内容",
    /** The mode with large text for older readers, by the name that official sites use. */
    large: "长辈版",
    ordinary: "标准版",
    larger: "放大文字",
    smaller: "缩小文字",
  },

  policy: {
    badge: { "in-force": "现行有效", reference: "通用标准", expired: "已过期", upcoming: "尚未生效" },
    audience: { employer: "用人单位", citizen: "个人" },
    /** @param {number} year */
    claimYear: (year) => `${year}年`,
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
  },

  question: {
    /** @param {string} min @param {string} max */
    between: (min, max) => `${min}至${max}`,
    /** @param {string} min */
    atLeast: (min) => `不少于${min}`,
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
    eligible: "符合条件",
    ineligible: "不符合条件",
    undetermined: "还不能确定",
    notStarted: "填写后即可看到结果",
    computed: "测算结果",
    /** @param {string} amount */
    yuan: (amount) => `${amount}元`,
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

  finder: {
    /** @param {number} count */
    count: (count) => `${count}项`,
  },
};

/** @typedef {typeof chinese & ChineseEmbedding & ChineseFinder & ChineseLinks & ChineseLocal & ChineseLater & ChineseSituations} Messages */
