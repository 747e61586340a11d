import { messagesIn } from "../../../www/messages/all.js";

/** @import { Locale } from "wengang" */

const chinese = {
  native: "小程序内计算",
  openWeb: "打开网页版",
  webHelp: "内容最全：情形对比、图表、从 Excel 粘贴、政策规则全文。",
  search: "搜索政策、地区或文号",
  anyRegion: "全部地区",
  anyYear: "全部年份",
  nothingFound: "没有找到符合的政策。",
  chooseDate: "选择日期",
  keep: "查看和保存结果",
  lastResult: "网页版里的结果",
  saveFile: "存为文本文件",
  saved: "已保存。",
  notSaved: "没有保存成功，请改用“复制结果”。",
  notCopied: "没有复制成功，请长按文字复制。",
  addedToCalendar: "已加入手机日历。",
  notAdded: "没有加入日历。请在右上角“…”的设置中允许使用日历。",
  wholeText: "结果全文（可长按复制）",
  noResult: "这里还没有结果。请先计算。",
};

/** @type {typeof chinese} */
const english = {
  native: "Calculate here",
  openWeb: "Open the web version",
  webHelp: "Has everything: comparison, charts, pasting from Excel, the full rules.",
  search: "Search policies, regions or document numbers",
  anyRegion: "All regions",
  anyYear: "All years",
  nothingFound: "No policy fits.",
  chooseDate: "Choose a date",
  keep: "View and keep the result",
  lastResult: "The result from the web version",
  saveFile: "Save as a text file",
  saved: "Saved.",
  notSaved: "It could not be saved. Please use “Copy the result”.",
  notCopied: "It could not be copied. Press and hold the text to copy it.",
  addedToCalendar: "Added to the phone's calendar.",
  notAdded: "It could not be added. Allow the use of the calendar in the settings under “…” at the top right.",
  wholeText: "The result as text (press and hold to copy)",
  noResult: "There is no result yet. Please calculate first.",
};

/**
 * The texts that the templates show, which call no functions. What the web page says too is said in its words.
 * @param {Locale} locale
 */
export function wordsIn(locale) {
  const { page, loading, loadingFailed, form, table, result, keep, answer, nav } = messagesIn(locale);
  return {
    ...(locale === "en" ? english : chinese),
    title: page.title,
    tagline: page.tagline,
    otherLanguage: page.otherLanguage,
    privacy: page.privacy,
    disclaimer: page.disclaimer,
    loading,
    loadingFailed,
    optional: form.optional,
    unanswered: form.unanswered,
    clearAnswer: form.clearAnswer,
    clear: form.clear,
    fillExample: form.fillExample,
    chooseOne: form.chooseOne,
    addRow: table.addRow,
    none: table.none,
    empty: table.empty,
    remove: table.remove,
    heading: result.heading,
    missing: result.missing,
    warnings: result.warnings,
    conditions: result.conditions,
    calculation: result.calculation,
    formula: result.formula,
    figures: result.figures,
    deadlines: result.deadlines,
    copy: keep.copy,
    copied: keep.copied,
    addToCalendar: answer.addToCalendar,
    calculate: nav.calculate,
  };
}
