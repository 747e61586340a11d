import { html, nothing } from "lit";
import { fragmentOf } from "./address.js";
import { successorOf } from "./successor.js";
import { worded } from "./worded.js";

/** @import { Locale } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * The way from a policy that has run out to what came after it.
 * @param {string} id
 * @param {{ today: string, locale: Locale, messages: Messages }} element
 */
export function successorLink(id, { today, locale, messages }) {
  const successor = successorOf(id, today);
  if (!successor) return nothing;
  const language = locale === "en" ? "en" : "zh";
  const title = messages.policy.inRegion(successor.region[language], successor.title[language]);
  return html`${messages.policy.successor}<a href=${fragmentOf({ view: "policy", policy: successor.id })}
      >${worded(title, locale)}</a
    >`;
}
