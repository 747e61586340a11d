import { currentDate, describe } from "wengang";
import { isEmpty } from "../../../www/answers/answers.js";
import { daysBetween } from "../../../www/answers/date-text.js";
import { emptyFields, evaluateAnswers } from "../../../www/answers/evaluation.js";
import { groupThousands } from "../../../www/answers/number-text.js";
import { policiesIn } from "../../../www/app/situations.js";
import "../../../www/finder/china.js";
import { messagesIn } from "../../../www/messages/all.js";
import { caseOf, deadlinesAhead, findingsOf, scopeOf } from "../../../www/profile/findings.js";
import { boundsText, totalText } from "../../../www/profile/profile-text.js";
import { entriesOf, regionsOf } from "../../../www/shared/catalogue.js";
import { answersIn } from "../../../www/situations/policy-answers.js";
import { nameOf } from "../../../www/situations/situation-file.js";
import { sentencesIn } from "./words.js";

/** @import { Description, Locale } from "wengang" */
/** @import { Situation } from "../../../www/app/situations.js" */
/** @import { Findings, Outcome } from "../../../www/profile/findings.js" */
/** @import { Case } from "../../../www/profile/shared-questions.js" */

/** @type {Outcome[]} */
const OUTCOMES = ["eligible", "open", "undetermined", "ineligible"];
const TONES = /** @type {const} */ ({
  eligible: "positive",
  open: "positive",
  undetermined: "neutral",
  ineligible: "negative",
});
const AUDIENCES = /** @type {const} */ (["employer", "citizen"]);

/**
 * Situations, each in a line, for lists.
 * @param {Situation[]} situations
 * @param {Locale} locale
 */
export function summariesOf(situations, locale) {
  const messages = messagesIn(locale);
  const sentences = sentencesIn(locale);
  const names = new Map(situations.length > 0 ? regionsOf(entriesOf({ locale }), locale) : []);
  return situations.map((situation) => {
    const { audience, region, year } = situation.profile;
    const about = [
      region && (names.get(region) ?? region),
      year && messages.policy.claimYear(year),
      audience && messages.policy.audience[audience],
      sentences.filled(policiesIn(situation).length),
    ];
    return {
      id: situation.id,
      name: nameOf(situation, messages),
      about: about.filter(Boolean).join(" · "),
      kept: situation.savedOn ? sentences.kept(situation.savedOn) : sentences.notKept,
    };
  });
}

/**
 * What a situation answers to a policy: what was filled in for it, or what follows from what it says besides, from place and year.
 * @param {Situation} situation
 * @param {string} policy
 */
export function answersTo(situation, policy) {
  const day = currentDate();
  const options = { today: day };
  const entries = entriesOf(options);
  const own = policiesIn(situation);
  const others = own.filter((id) => id !== policy && entries.some((entry) => entry.policy.id === id));
  const chinese = describe(policy, options);
  const { answers } = answersIn(
    chinese,
    situation,
    others.map((id) => describe(id)),
  );
  if (own.includes(policy)) return answers;
  const profile = profileOf(situation);
  const { region, year } = scopeOf(entries, profile, day);
  return { ...caseOf(chinese, chinese, profile.answers, { region, year, day }, options).answers, ...answers };
}

/** Who asks is an employer, unless something else was said. @param {Situation} situation @returns {Situation["profile"]} */
function profileOf({ profile }) {
  return { audience: "employer", ...profile };
}

/**
 * What can be had in a situation, as a template draws it: what there is to choose, each policy with what it comes to, what is still to be
 * filled in, and by when something is to be done.
 * @param {Situation} situation
 * @param {Locale} locale
 */
export function overviewOf(situation, locale) {
  const day = currentDate();
  const options = { locale, today: day };
  const messages = messagesIn(locale);
  const entries = entriesOf(options);
  const profile = profileOf(situation);
  const scope = scopeOf(entries, profile, day);
  const own = policiesIn(situation);
  const filled = own.filter((id) => entries.some(({ policy }) => policy.id === id));
  const others = filled.map((id) => describe(id));
  const caseFor = (/** @type {string} */ id) => {
    const [description, chinese] = [describe(id, options), describe(id)];
    const { answers } = answersIn(chinese, situation, others);
    return filled.includes(id) && !isEmpty(answers)
      ? ownCase(description, chinese, answers)
      : caseOf(description, chinese, profile.answers, { region: scope.region, year: scope.year, day }, options);
  };
  /** @param {Description} description @param {Description} chinese @param {Case["answers"]} answers @returns {Case} */
  const ownCase = (description, chinese, answers) => ({
    ...caseOf(description, chinese, {}, { region: undefined, year: undefined, day }, options),
    answers,
    evaluation: evaluateAnswers(description, answers, options),
  });
  const subsidies = scope.subsidies.map(({ policy }) => caseFor(policy.id));
  const findings = findingsOf(subsidies, options);
  const elsewhere = filled.filter((id) => !scope.subsidies.some(({ policy }) => policy.id === id)).map(caseFor);
  const line = (/** @type {Case} */ one) => lineOf(one, findingsWith(one, findings, options), day, messages);
  const regions = regionsOf(entries, locale);
  const [summary] = summariesOf([situation], locale);
  return {
    ...summary,
    typedName: situation.name,
    isKept: situation.savedOn !== "",
    audiences: AUDIENCES.map((id) => messages.policy.audience[id]),
    audience: AUDIENCES.indexOf(profile.audience ?? "employer"),
    regions: regions.map(([, name]) => name),
    areas: regions.map(([area]) => area),
    region: regions.findIndex(([area]) => area === scope.region),
    years: scope.years.map((year) => messages.policy.claimYear(year)),
    figures: scope.years,
    year: scope.year === undefined ? -1 : scope.years.indexOf(scope.year),
    total: subsidies.length > 0 && filled.length > 0 ? totalText(findings, messages) : "",
    groups: OUTCOMES.map((outcome) => ({
      outcome,
      heading: messages.profile.outcome[outcome],
      tone: TONES[outcome],
      policies: findings.outcomes[outcome].map(line),
    })).filter(({ policies }) => policies.length > 0),
    elsewhere: elsewhere.map(line),
    gone: own.filter((id) => !filled.includes(id)).map((id) => messages.unknownPolicy(id)),
  };
}

/** The findings that a policy is in, be it looked at with others or alone. @param {Case} one @param {Findings} findings @param {import("wengang").Options} options */
function findingsWith(one, findings, options) {
  return Object.values(findings.outcomes).some((cases) => cases.includes(one)) ? findings : findingsOf([one], options);
}

/**
 * @param {Case} one
 * @param {Findings} findings
 * @param {string} day
 * @param {ReturnType<typeof messagesIn>} messages
 */
function lineOf(one, findings, day, messages) {
  const { description, evaluation } = one;
  const { result, profile, answer, colon } = messages;
  const { amount, eligibility, conditions } = evaluation.assessment;
  const pending = findings.pending.find((open) => open.one === one);
  const isOut = eligibility === "ineligible";
  const failed = conditions.find(({ met }) => met === false);
  const missing = emptyFields(evaluation);
  const labels = [...description.inputs, ...description.tables].filter(({ id }) => missing.includes(id));
  const [next] = isOut ? [] : deadlinesAhead(evaluation, day);
  const few = labels.map(({ label }) => label).join(messages.listSeparator);
  const open =
    labels.length > 2 ? result.stillMissing(labels.length) : labels.length > 0 ? result.missing + colon + few : "";
  const bad = evaluation.problems.length > 0 ? result.badEntries(evaluation.problems.length) : "";
  return {
    id: description.id,
    title: `${description.region} · ${description.title}`,
    figure: pending
      ? boundsText(pending, messages)
      : amount === null || isOut
        ? ""
        : result.yuan(groupThousands(amount)),
    remark:
      isOut && failed
        ? `${failed.label}${colon}${failed.explanation}`
        : [open, bad].filter(Boolean).join(messages.separator),
    deadline: next ? `${next.label}${colon}${next.date} · ${answer.daysLeft(daysBetween(day, next.date))}` : "",
    past: one.past ? (description.status === "in-force" ? profile.yearOver : messages.policy.badge.expired) : "",
  };
}
