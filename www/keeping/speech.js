/** @import { Locale } from "wengang" */

/**
 * A voice that speaks on the device itself. Others send the text to a server of the browser's maker.
 * @param {Locale} locale
 * @returns {SpeechSynthesisVoice | undefined}
 */
export function localVoice(locale) {
  if (!("speechSynthesis" in window)) return undefined;
  const [language = ""] = locale.split("-");
  const voices = speechSynthesis.getVoices().filter(({ localService, lang }) => localService && speaks(lang, language));
  return voices.find(({ lang }) => lang.replace("_", "-") === locale) ?? voices[0];
}

/**
 * @param {string} tag as browsers write it: zh-CN, zh_CN, cmn-Hans-CN
 * @param {string} language
 */
function speaks(tag, language) {
  const [spoken] = tag.toLowerCase().split(/[-_]/);
  return spoken === language || (language === "zh" && spoken === "cmn");
}

/**
 * Tells when the voices of the device are known, which may be a while after the page has loaded, or change.
 * @param {() => void} changed
 * @returns {() => void} takes it back
 */
export function watchVoices(changed) {
  const synthesis = "speechSynthesis" in window ? speechSynthesis : undefined;
  // Safari before 16 has no such events; its voices are known at once.
  synthesis?.addEventListener?.("voiceschanged", changed);
  return () => synthesis?.removeEventListener?.("voiceschanged", changed);
}
