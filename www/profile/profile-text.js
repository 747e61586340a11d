import { groupThousands } from "../answers/number-text.js";
import { deadlinesAhead } from "./findings.js";

/** @import { Messages } from "../messages/zh-cn.js" */
/** @import { Findings, Outcome, Pending } from "./findings.js" */

/** @type {Outcome[]} */
const OUTCOMES = ["eligible", "open", "undetermined", "ineligible"];

/**
 * What a profile comes to as plain text, to be pasted into a message or a file.
 * @param {Findings} findings
 * @param {{ about: string, answered: string[], day: string, link: string | undefined }} context
 * @param {Messages} messages
 */
export function profileText(findings, { about, answered, day, link }, messages) {
  const { keep, page, profile, result } = messages;
  const parts = [
    [profile.heading, about, totalText(findings, messages)],
    ...OUTCOMES.map((outcome) => {
      const cases = findings.outcomes[outcome];
      if (cases.length === 0) return [];
      const lines = cases.map(({ description: { id, title, region }, evaluation }) => {
        const pending = findings.pending.find(({ one }) => one.description.id === id);
        const { amount } = evaluation.assessment;
        const text = pending
          ? boundsText(pending, messages)
          : amount === null || outcome === "ineligible"
            ? ""
            : result.yuan(groupThousands(amount));
        const line = [`${region} · ${title}`, text].filter(Boolean).join(messages.colon);
        const ahead = outcome === "ineligible" ? [] : deadlinesAhead(evaluation, day);
        return [line, ...ahead.map(({ label, date }) => `  ${label}${messages.colon}${date}`)].join("\n");
      });
      return [`【${profile.outcome[outcome]}】`, ...lines];
    }),
    answered.length > 0 ? [`【${keep.filledIn}】`, ...answered] : [],
    [result.printedOn(day), ...(link ? [link] : [])],
    [page.disclaimer],
  ];
  return parts
    .map((lines) => lines.filter(Boolean).join("\n"))
    .filter(Boolean)
    .join("\n\n");
}

/**
 * The sum in a sentence: never a plain total while something larger is open.
 * @param {Findings} findings
 * @param {Messages} messages
 */
export function totalText({ combination, most, pending }, { profile, result }) {
  const yuan = (/** @type {string} */ amount) => result.yuan(groupThousands(amount));
  if (pending.length === 0) return `${profile.total} ${yuan(combination.total)}`;
  return [
    `${profile.totalAtLeast} ${yuan(combination.total)}`,
    most === null ? profile.mostUnknown : profile.atMost(yuan(most)),
    profile.stillOpen(pending.length),
  ].join(profile.clauseSeparator);
}

/**
 * Between what an open amount lies, as far as that can be told.
 * @param {Pick<Pending, "least" | "most">} pending
 * @param {Messages} messages
 */
export function boundsText({ least, most }, { profile, result }) {
  const yuan = (/** @type {string} */ amount) => result.yuan(groupThousands(amount));
  const some = least !== null && Number(least) > 0;
  if (some && least === most) return yuan(least);
  return [some ? profile.atLeast(yuan(least)) : "", most === null ? "" : profile.atMost(yuan(most))]
    .filter(Boolean)
    .join(profile.clauseSeparator);
}
