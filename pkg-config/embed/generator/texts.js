/** @import { Locale } from "wengang" */
/** @import { Kind } from "./snippets.js" */

/** What the page says. @param {Locale} locale */
export function textsIn(locale) {
  const say = (/** @type {string} */ chinese, /** @type {string} */ english) => (locale === "en" ? english : chinese);
  return {
    title: say("嵌入稳岗计算器", "Embed the Wengang calculator"),
    intro: say(
      "把计算器放进您的网页：选好要显示的内容，在下面预览，把代码复制到网页中要显示计算器的位置。访问者填写的内容不会离开他的浏览器。",
      "Put the calculator on your web page: choose what it shows, see the preview below, and copy the code to the place in your page where it is to appear. What visitors enter does not leave their browser.",
    ),
    otherLanguage: say("English", "中文"),

    policies: say("政策", "Policies"),
    /** @param {string} [region] */
    policiesHelp: (region) =>
      region
        ? say(
            `一项不选，访问者可选${region}和全国的全部政策，今后增加的也在内；选一项，访问者直接填写。`,
            `With none ticked, visitors choose among all policies of ${region} and of the whole country, later ones included; with one, they fill it in at once.`,
          )
        : say(
            "选一项，访问者直接填写；选几项，由访问者从中选择；一项不选，则全部政策可选。",
            "With one, visitors fill it in at once; with several, they choose among these; with none, they choose among all.",
          ),
    region: say("地区", "Region"),
    everyRegion: say("全部地区", "All regions"),
    find: say("查找政策", "Find a policy"),
    notFound: say("没有找到，请换个说法。", "Nothing found; try other words."),

    appearance: say("外观", "Appearance"),
    language: say("语言", "Language"),
    languages: { "zh-CN": say("中文", "Chinese"), en: say("英文", "English") },
    scheme: say("明暗", "Light or dark"),
    schemes: {
      "": say("随访问者的系统设置", "As the visitor’s system is set"),
      light: say("始终浅色", "Always light"),
      dark: say("始终深色", "Always dark"),
    },
    ownColor: say("使用网站的主题色", "Use the colour of the website"),
    color: say("主题色", "Theme colour"),
    colorCode: say("颜色代码，如 #1f5a8c", "Colour code, such as #1f5a8c"),
    badColor: say(
      "颜色代码由 # 和六位数字或字母 a–f 组成。",
      "A colour code is # and six digits or letters from a to f.",
    ),
    /** @param {string} used */
    darkened: (used) =>
      say(
        `这种颜色的文字在白底上看不清，文字和按钮改用 ${used}。`,
        `Text in this colour could not be read on white; text and buttons are in ${used}.`,
      ),

    preset: say("预先填写", "Filled in beforehand"),
    presetHelp: say(
      "可以替访问者填好一部分，并锁定其中几项：锁定的项目只显示，不能修改。",
      "You can answer some questions for your visitors and lock answers: these are shown, but cannot be changed.",
    ),
    presetNeedsOne: say(
      "只选一项政策时，可以预先填写。",
      "With exactly one policy chosen, questions can be answered beforehand.",
    ),
    locks: say("锁定哪些项目", "Answers to lock"),

    code: say("代码", "Code"),
    kind: say("方式", "Way of embedding"),
    /** @type {Record<Kind, string>} */
    kinds: {
      script: say("一行脚本（推荐）", "One script (recommended)"),
      element: say("自定义元素", "Custom element"),
      frame: say("框架，自动调整高度", "Frame that adjusts its height"),
      "plain-frame": say("框架，不用脚本", "Frame without a script"),
    },
    integrity: say("附上校验值（SRI）", "With integrity hash (SRI)"),
    integrityHelp: say(
      "浏览器只运行与校验值相符的脚本。服务器上的计算器更新后，须重新复制代码，否则不再显示。",
      "Browsers then run the script only as it is now. When the calculator on the server is updated, the code has to be copied anew, or the calculator no longer appears.",
    ),
    snippet: say("要复制的代码", "Code to copy"),
    copy: say("复制代码", "Copy the code"),
    copied: say("代码已复制。", "The code has been copied."),
    copyByHand: say(
      "浏览器不允许网页复制，请选中代码手动复制。",
      "The browser does not let pages copy. Please select the code and copy it by hand.",
    ),
    hears: say(
      "框架默认只告诉网页它的高度。要让网页得到计算结果，请运营计算器的单位把网页的来源写进 frame.html。",
      "A frame tells the page its height only. For the page to hear of results, whoever runs the calculator lists its origin in frame.html.",
    ),
    csp: say("如果网页设有内容安全策略（CSP），须允许：", "If your page has a content security policy, it must allow:"),

    preview: say("预览", "Preview"),
  };
}
