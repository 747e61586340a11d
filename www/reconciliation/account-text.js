import { engineVersion } from "wengang";
import { fractionToPercent, groupThousands } from "../answers/number-text.js";

/** @import { Account, Description, Reconciliation } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What is read or filled in otherwise, in one line.
 * @param {Account} account
 * @param {Messages} messages
 */
export function accountTitle({ readings, changes }, { reconciliation, listSeparator }) {
  const ways = [
    ...readings.map(({ label }) => label),
    ...changes.map(({ label, fromDisplay, toDisplay, or }) => {
      const to = [toDisplay, ...or.map((other) => other.toDisplay)].join(listSeparator);
      return reconciliation.changed(label, fromDisplay ?? reconciliation.notFilledIn, to);
    }),
  ];
  return ways.length > 0 ? ways.join(reconciliation.and) : reconciliation.asFilledIn;
}

/**
 * How what is worked out comes to what is shown.
 * @param {Account["figures"][number]} figure
 * @param {Messages} messages
 */
export function comesTo({ shown, value, how, remains }, { reconciliation, separator }) {
  const label = reconciliation.shownAs(shown);
  if (value === null) return label;
  const said = how ? reconciliation.how[how] : reconciliation.differs(remains === null ? "" : gap(shown, remains));
  return `${label}${separator}${said}`;
}

/** By how much, in the unit of what is shown. @param {string} shown @param {string} remains */
function gap(shown, remains) {
  const size = remains.replace(/^-/, "");
  return /[%％]$/.test(shown) ? `${fractionToPercent(size)}%` : groupThousands(size);
}

/**
 * All that was found as plain text, to be pasted into a message.
 * @param {Description} description
 * @param {Reconciliation} found
 * @param {{ day: string, applicant: string }} context
 * @param {Messages} messages
 */
export function reconciliationText(description, found, { day, applicant }, messages) {
  const { reconciliation, keep, result, page } = messages;
  const { own, matches, nearest } = found;
  const listed = matches.length > 0 || !nearest ? matches : [nearest];
  const parts = [
    [reconciliation.title(`${description.region} · ${description.title}`), ...(applicant ? [applicant] : [])],
    [reconciliation.own, ...own.figures.map((figure) => figureLine(figure, messages))],
    [reconciliation.outcome(found)],
    ...listed.map((account, index) => [
      `${index + 1}. ${accountTitle(account, messages)}`,
      ...account.readings.flatMap(({ text, source }) => [
        ...(text ? [text] : []),
        ...(source ? [`${source.document}${source.section ? ` ${source.section}` : ""}`] : []),
      ]),
      ...account.figures.map((figure) => figureLine(figure, messages)),
      ...workings(account),
    ]),
    [result.printedOn(day), keep.version(description.version, engineVersion())],
    [page.disclaimer],
  ];
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}

/** @param {Account["figures"][number]} figure @param {Messages} messages */
function figureLine(figure, messages) {
  const { reconciliation } = messages;
  return reconciliation.figure(figure.label, figure.display ?? reconciliation.open, comesTo(figure, messages));
}

/** How the figures that are shown are worked out. @param {Account} account */
function workings({ figures, assessment: { steps } }) {
  return steps
    .filter(({ id }) => figures.some((figure) => figure.id === id))
    .map(({ label, formula, substituted, display }) => `${label} = ${formula} = ${substituted} = ${display}`);
}
