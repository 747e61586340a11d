/** @import { Locale } from "wengang" */
/** @import { Kind } from "./snippets.js" */

const chinese = {
  title: "嵌入稳岗计算器",
  intro:
    "把计算器放进您的网页：选好要显示的内容，在下面预览，把代码复制到网页中要显示计算器的位置。访问者填写的内容不会离开他的浏览器。",
  otherLanguage: "English",
  policies: "政策",
  policiesHelp: "选一项，访问者直接填写；选几项，由访问者从中选择；一项不选，则全部政策可选。",
  appearance: "外观",
  language: "语言",
  languages: { "zh-CN": "中文", en: "英文" },
  scheme: "明暗",
  schemes: { "": "随访问者的系统设置", light: "始终浅色", dark: "始终深色" },
  ownColor: "使用网站的主题色",
  color: "主题色",
  preset: "预先填写",
  presetHelp: "可以替访问者填好一部分，并锁定其中几项：锁定的项目只显示，不能修改。",
  presetNeedsOne: "只选一项政策时，可以预先填写。",
  locks: "锁定哪些项目",
  code: "代码",
  kind: "方式",
  /** @type {Record<Kind, string>} */
  kinds: {
    script: "一行脚本（推荐）",
    element: "自定义元素",
    frame: "框架，自动调整高度",
    "plain-frame": "框架，不用脚本",
  },
  integrity: "附上校验值（SRI）",
  integrityHelp: "浏览器只运行与校验值相符的脚本。服务器上的计算器更新后，须重新复制代码，否则不再显示。",
  snippet: "要复制的代码",
  copy: "复制代码",
  copied: "代码已复制。",
  copyByHand: "浏览器不允许网页复制，请选中代码手动复制。",
  csp: "如果网页设有内容安全策略（CSP），须允许：",
  preview: "预览",
};

/** @type {typeof chinese} */
const english = {
  title: "Embed the Wengang calculator",
  intro:
    "Put the calculator on your web page: choose what it shows, see the preview below, and copy the code to the place in your page where it is to appear. What visitors enter does not leave their browser.",
  otherLanguage: "中文",
  policies: "Policies",
  policiesHelp:
    "With one, visitors fill it in at once; with several, they choose among these; with none, they choose among all.",
  appearance: "Appearance",
  language: "Language",
  languages: { "zh-CN": "Chinese", en: "English" },
  scheme: "Light or dark",
  schemes: { "": "As the visitor’s system is set", light: "Always light", dark: "Always dark" },
  ownColor: "Use the colour of the website",
  color: "Theme colour",
  preset: "Filled in beforehand",
  presetHelp:
    "You can answer some questions for your visitors and lock answers: these are shown, but cannot be changed.",
  presetNeedsOne: "With exactly one policy chosen, questions can be answered beforehand.",
  locks: "Answers to lock",
  code: "Code",
  kind: "Way of embedding",
  kinds: {
    script: "One script (recommended)",
    element: "Custom element",
    frame: "Frame that adjusts its height",
    "plain-frame": "Frame without a script",
  },
  integrity: "With integrity hash (SRI)",
  integrityHelp:
    "Browsers then run the script only as it is now. When the calculator on the server is updated, the code has to be copied anew, or the calculator no longer appears.",
  snippet: "Code to copy",
  copy: "Copy the code",
  copied: "The code has been copied.",
  copyByHand: "The browser does not let pages copy. Please select the code and copy it by hand.",
  csp: "If your page has a content security policy, it must allow:",
  preview: "Preview",
};

/** @param {Locale} locale */
export function textsIn(locale) {
  return locale === "en" ? english : chinese;
}
