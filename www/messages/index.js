import { english } from "./en.js";
import { chinese } from "./zh-cn.js";

/** @import { Locale } from "wengang" */
/** @import { Messages } from "./zh-cn.js" */

/**
 * @param {Locale} locale
 * @returns {Messages}
 */
export function messagesIn(locale) {
  return locale === "en" ? english : chinese;
}
