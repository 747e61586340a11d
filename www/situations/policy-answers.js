import { isEmpty, rowsOf, textOf, WORKINGS } from "../answers/answers.js";
import { intoProfile } from "../profile/same-facts.js";
import { keysOf } from "../profile/shared-questions.js";

/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Situation } from "../app/situations.js" */

/**
 * What a situation answers to one policy: what was filled in for it, and where that says nothing, what was said to the same question for
 * others.
 * @param {Description} chinese
 * @param {Pick<Situation, "answersByPolicy" | "profile">} situation
 * @param {Description[]} [others] policies that may ask the same; those at hand
 * @returns {{ answers: Answers, shared: number, foreign: number }} with how many answers are from others, and how many the policy has no
 * question for
 */
export function answersIn(chinese, { answersByPolicy, profile }, others = []) {
  const own = answersByPolicy[chinese.id] ?? {};
  const workings = own[WORKINGS];
  /** @type {Answers} */
  const answers = workings ? { [WORKINGS]: workings } : {};
  for (const [field, answer] of Object.entries(own)) if (isAsked(chinese, field, answer)) answers[field] = answer;
  const asElsewhere = { ...answeredBy(others, answersByPolicy), ...profile.answers };
  let shared = 0;
  for (const [field, key] of Object.entries(keysOf(chinese))) {
    const text = asElsewhere[key] ?? "";
    if (textOf(answers, field) !== "" || text === "") continue;
    answers[field] = text;
    shared += 1;
  }
  const foreign = Object.entries(foreignTo(chinese, own)).filter(([field, answer]) => !isEmpty({ [field]: answer }));
  return { answers, shared, foreign: foreign.length };
}

/**
 * A situation in which a policy is answered so; what it has besides stays as it is.
 * @template {Situation} S
 * @param {Description} chinese
 * @param {S} situation
 * @param {Answers} answers
 * @returns {S}
 */
export function withAnswers(chinese, situation, answers) {
  const { answersByPolicy, profile } = situation;
  const before = answersByPolicy[chinese.id] ?? {};
  const after = { ...foreignTo(chinese, before), ...answers };
  return {
    ...situation,
    answersByPolicy: { ...answersByPolicy, [chinese.id]: after },
    profile: { ...profile, answers: intoProfile(chinese, before, after, profile.answers) },
  };
}

/** What is there and a policy does not ask for, or no longer does. @param {Description} chinese @param {Answers} answers */
function foreignTo(chinese, answers) {
  return Object.fromEntries(Object.entries(answers).filter(([field, answer]) => !isAsked(chinese, field, answer)));
}

/** @param {Description} description @param {string} field @param {Answers[string]} answer */
function isAsked({ inputs, tables }, field, answer) {
  return (Array.isArray(answer) ? tables : inputs).some(({ id }) => id === field);
}

/**
 * By the keys of questions, what was answered to them.
 * @param {Description[]} policies
 * @param {Record<string, Answers>} answersByPolicy
 */
function answeredBy(policies, answersByPolicy) {
  /** @type {Record<string, string>} */
  const texts = {};
  for (const policy of policies) {
    for (const [field, key] of Object.entries(keysOf(policy))) {
      const text = textOf(answersByPolicy[policy.id] ?? {}, field);
      if (text !== "") texts[key] = text;
    }
  }
  return texts;
}

/** Whether two forms say the same. @param {Answers} one @param {Answers} other */
export function isSame(one, other) {
  const fields = Object.keys({ ...one, ...other });
  return fields.every((field) => {
    const [rows, others] = [rowsOf(one, field), rowsOf(other, field)];
    if (!rows && !others) return textOf(one, field) === textOf(other, field);
    return cellsOf(rows) === cellsOf(others);
  });
}

/** @param {ReturnType<typeof rowsOf>} rows */
function cellsOf(rows) {
  return JSON.stringify(rows?.map(({ cells }) => cells));
}
