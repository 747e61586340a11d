/** @import { Locale } from "wengang" */

const texts = {
  "zh-CN": { paper: "规则和手填表", inOther: "（英文）", calculator: "返回计算", print: "打印" },
  en: {
    paper: "Rules and form on paper",
    inOther: " (in Chinese)",
    calculator: "Back to the calculator",
    print: "Print",
  },
};

/**
 * @param {Locale} locale
 * @param {string} paperLanguage
 */
export function textsIn(locale, paperLanguage) {
  const { paper, inOther, ...others } = texts[locale];
  return { paper: locale === paperLanguage ? paper : paper + inOther, ...others };
}
