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
  situations: "我的情形",
  situationsHelp: "一份情形是一个单位（或个人）在一个地方、一年里的填写：先选地区和年度，看能领哪些补贴，再逐项填写。",
  newSituation: "新建情形",
  fromFile: "从文件或文字打开",
  keptNote: "保存在这部手机上的，用这个微信号打开本小程序的人都能看到；没有保存的，关闭小程序后就没有了。",
  deleteAll: "全部删除",
  deleteAllWhat: "这里的全部情形，包括保存在这部手机上的，都会删除，不能撤销。",
  chooseRegion: "选择地区",
  chooseYear: "选择年度",
  keepSituation: "保存在这部手机上",
  noSituation: "这份情形已经不在了。",
  situationsNotSaved: "没有保存成功。请打开一份，改用“复制情形文字”。",
  keepHelp: "还没有保存：关闭小程序后就没有了。保存后，继续填写会自动更新；随时可以删除。",
  notKept: "没有保存成功：超过了微信允许的大小（一份1 MB，共10 MB），或手机空间不够。请存成文件。",
  chooseRegionFirst: "选好地区，这里就列出能领哪些补贴。",
  elsewhere: "填写过的其他政策",
  copyText: "复制情形文字",
  delete: "删除这份",
  deleteWhat: "删除这份情形，不能撤销。",
  chooseFile: "从聊天里选文件",
  noFiles: "这个版本的微信不能选文件，请复制文件里的文字，粘贴在下面。",
  fileNotRead: "没有读成这个文件。请复制文件里的文字，粘贴在下面。",
  pasteHelp: "文件在电脑或网页上：先把它发到“文件传输助手”，再从聊天里选；或者复制文件里的全部文字，粘贴在这里。",
  pasteHere: "粘贴情形文件里的文字",
  openText: "打开",
  situationText: "情形文字（可长按复制，粘贴到网页版或其他地方的文件里）",
  fillingIn: "正在填写",
  toSituation: "回到这份情形",
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
  situations: "My situations",
  situationsHelp:
    "A situation is one firm (or person) in one place and year: choose place and year, see what can be had, then fill in each.",
  newSituation: "New situation",
  fromFile: "Open from a file or text",
  keptNote:
    "Whoever opens this mini-program with this WeChat account sees what is kept on this phone. What is not kept is gone once the mini-program is closed.",
  deleteAll: "Delete all",
  deleteAllWhat: "All situations here will be deleted for good, those kept on this phone too.",
  chooseRegion: "Choose a region",
  chooseYear: "Choose a year",
  keepSituation: "Keep on this phone",
  noSituation: "This situation is gone.",
  situationsNotSaved: "It could not be saved. Please open one and use “Copy as text”.",
  keepHelp:
    "Not kept yet: it is gone once the mini-program is closed. Once kept, it follows every change, and can be deleted at any time.",
  notKept:
    "It could not be kept: it is larger than WeChat allows (1 MB each, 10 MB in all), or the phone is full. Please save it as a file.",
  chooseRegionFirst: "Choose a region, and what can be had is listed here.",
  elsewhere: "Other policies filled in",
  copyText: "Copy as text",
  delete: "Delete this one",
  deleteWhat: "This situation will be deleted for good.",
  chooseFile: "Choose a file from a chat",
  noFiles: "This version of WeChat cannot choose files. Please copy the file's text and paste it below.",
  fileNotRead: "The file could not be read. Please copy its text and paste it below.",
  pasteHelp:
    "Is the file on a computer or from the web page? Send it to “File Transfer” in WeChat and choose it from that chat, or copy all of its text and paste it here.",
  pasteHere: "Paste the text of a situation file",
  openText: "Open",
  situationText: "The situation as text (press and hold to copy, paste it into the web version or a file)",
  fillingIn: "Filling in",
  toSituation: "Back to this situation",
};

const sentences = {
  "zh-CN": {
    /** @param {number} count */
    filled: (count) => (count > 0 ? `已填${count}项政策` : "还没有填写政策"),
    /** @param {string} on */
    kept: (on) => `${on}保存在这部手机上`,
    notKept: "没有保存",
    /** @param {number} count */
    opened: (count) => `打开了${count}份，列在“我的情形”里，还没有保存在这部手机上。`,
  },
  en: {
    /** @param {number} count */
    filled: (count) => (count > 0 ? `policies filled in: ${count}` : "nothing filled in yet"),
    /** @param {string} on */
    kept: (on) => `kept on this phone, ${on}`,
    notKept: "not kept",
    /** @param {number} count */
    opened: (count) => `Opened: ${count}. They are listed under “My situations” and not kept on this phone yet.`,
  },
};

/** What is said about situations here, with what the web page says in the same words. @param {Locale} locale */
export function sentencesIn(locale) {
  const { situations, situationFile, sentenceSeparator, saving } = messagesIn(locale);
  const { carried, nothingCarried, noNextYear, nextYearOf, copyOf, fileName } = situations;
  const { refused, damaged } = situationFile;
  const { defaultName } = saving;
  const shared = { carried, nothingCarried, noNextYear, nextYearOf, copyOf, fileName, refused, damaged, defaultName };
  return { ...sentences[locale], ...shared, sentenceSeparator };
}

/**
 * The texts that the templates show, which call no functions. What the web page says too is said in its words.
 * @param {Locale} locale
 */
export function wordsIn(locale) {
  const { page, loading, loadingFailed, form, table, result, keep, answer, nav, ...others } = messagesIn(locale);
  const { saving, situations, situationFile, profile } = others;
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
    whatCanIGet: nav.profile,
    name: saving.name,
    nameHint: saving.nameHint,
    duplicate: situations.duplicate,
    nextYear: situations.nextYear,
    allToFile: situations.allToFile,
    toFile: situationFile.save,
    noSubsidies: profile.noSubsidies,
  };
}
