import { html, nothing } from "lit";

/** @import { Locale } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * Who runs this copy of the page, as its builder has written it into index.html.
 * @typedef {object} Operator
 * @property {Record<"zh" | "en", string>} name
 * @property {string} [phone]
 * @property {{ name: Record<"zh" | "en", string>, url: string }} [portal] where one applies
 * @property {string} [report] where mistakes are reported: an e-mail address, or the address of a form
 * @property {string} [address] the public one of the page, with a slash at its end
 * @property {{ text: string, url?: string }[]} records with the authorities
 */

/**
 * The line at the foot of the page that says who answers for it.
 * @param {Operator | undefined} operator
 * @param {{ about: string, messages: Messages, locale: Locale }} context with what a report is to be about
 */
export function operatorLine(operator, { about, messages, locale }) {
  const texts = messages.operator;
  if (!operator) return html`<p>${texts.unsigned}</p>`;
  const { name, phone, portal, report, records } = operator;
  const language = locale === "en" ? "en" : "zh";
  const link = (/** @type {string} */ href, /** @type {string} */ words) =>
    html`<a href=${href} target=${href.startsWith("http") ? "_blank" : nothing} rel="noopener noreferrer">${words}</a>`;
  const reported = report && (report.includes("@") && !report.startsWith("http") ? mail(report, about) : report);
  return html`<p class="operator">
    <span>${texts.providedBy(name[language])}</span>
    ${phone ? html`<span>${texts.phone} ${link(`tel:${phone.replace(/[^\d+]/g, "")}`, phone)}</span>` : nothing}
    ${portal ? link(portal.url, portal.name[language]) : nothing}
    ${reported ? html`<span class="screen-only">${link(reported, texts.report)}</span>` : nothing}
    ${records.map(({ text, url }) => (url ? link(url, text) : html`<span>${text}</span>`))}
  </p>`;
}

/**
 * @param {string} address
 * @param {string} subject
 */
function mail(address, subject) {
  return `mailto:${address}?subject=${encodeURIComponent(subject)}`;
}
