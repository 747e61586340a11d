/** @import { Locale } from "wengang" */

const texts = {
  "zh-CN": { paper: "规则和手填表", calculator: "返回计算", print: "打印" },
  en: { paper: "Rules and form on paper (in Chinese)", calculator: "Back to the calculator", print: "Print" },
};

/** @param {Locale} locale */
export function textsIn(locale) {
  return texts[locale];
}
