/** @import { ChineseBreakdown } from "./zh-cn-breakdown.js" */
/** @import { ChineseCalculator } from "./zh-cn-calculator.js" */
/** @import { ChineseEmbedding } from "./zh-cn-embedding.js" */
/** @import { ChineseFaq } from "./zh-cn-faq.js" */
/** @import { ChineseFinder } from "./zh-cn-finder.js" */
/** @import { ChineseLater } from "./zh-cn-later.js" */
/** @import { ChineseLinks } from "./zh-cn-links.js" */
/** @import { ChineseLocal } from "./zh-cn-local.js" */
/** @import { ChineseReconciliation } from "./zh-cn-reconciliation.js" */
/** @import { ChineseSituationFile } from "./zh-cn-situation-file.js" */
/** @import { ChineseSituations } from "./zh-cn-situations.js" */
/** @import { ChineseReplay } from "./zh-cn-replay.js" */
/** @import { ChineseSummary } from "./zh-cn-summary.js" */
/** @import { ChineseYear } from "./zh-cn-year.js" */

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
    faq: "常见问题",
    calculate: "计算",
    rules: "政策规则",
    comparison: "情形对比",
    reconciliation: "对账",
    year: "年度跟踪",
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
    successor: "以后的规定见",
    inChinese: "只有中文",
    /** @param {string} region @param {string} title */
    inRegion: (region, title) => `${title.includes(region.slice(0, 2)) ? "" : region}《${title}》`,
  },

  result: {
    eligible: "符合条件",
    ineligible: "不符合条件",
    undetermined: "还不能确定",
    computed: "测算结果",
    /** @param {string} amount */
    yuan: (amount) => `${amount}元`,
  },

  finder: {
    /** @param {number} count */
    count: (count) => `${count}项`,
  },
};

/** @typedef {typeof chinese & ChineseBreakdown & ChineseCalculator & ChineseEmbedding & ChineseFaq & ChineseFinder & ChineseLinks & ChineseLocal & ChineseLater & ChineseReconciliation & ChineseReplay & ChineseSituationFile & ChineseSituations & ChineseSummary & ChineseYear} Messages */
