import { textOf } from "../answers/answers.js";

/** @import { Description, InputDescription, LocalRules } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation, PlacedProblem } from "../answers/evaluation.js" */

/**
 * A policy with what the profile answers it.
 * @typedef {object} Case
 * @property {Description} description
 * @property {Record<string, string>} keys of the questions, by field
 * @property {Answers} answers
 * @property {string} basis what it was evaluated for
 * @property {Evaluation} evaluation
 * @property {Given[]} given what is known without being asked
 * @property {boolean} past whether the year that it is looked at for is over, or the policy no longer in force
 *
 * A policy that asks a question, and how it asks.
 * @typedef {{ user: Case, input: InputDescription }} Use
 *
 * An answer that follows from the year and the place, with the place whose rules it comes from.
 * @typedef {{ field: string, text: string, rule?: LocalRules }} Given
 *
 * A question of one or more policies; they share it only where it reads the same in all of them.
 * @typedef {object} SharedQuestion
 * @property {string} key
 * @property {InputDescription} input its id is the key
 * @property {Case[]} users what it is asked for: without those that are ruled out, unless it is asked for no other
 * @property {string} answer
 * @property {unknown} read what the answer was read as
 * @property {PlacedProblem | undefined} problem
 * @property {number} settles how many policies wait for it
 * @property {number} gates how many wait for it to tell whether they apply at all
 */

/**
 * What tells a question from others: how it reads, whatever a policy calls it. One fact is asked once under all its ids, and
 * headcounts of different years are different ones. Taken from the Chinese description, so that the answers stay when the
 * language changes.
 * @param {InputDescription} input
 */
export function keyOf({ label, type, unit, choices = [] }) {
  return [label, type, unit ?? "", ...choices.map((choice) => choice.id)].join("|");
}

/** @type {WeakMap<Description, Record<string, string>>} */
const keysByDescription = new WeakMap();

/** The keys of a policy's questions. @param {Description} chinese */
export function keysOf(chinese) {
  const keys =
    keysByDescription.get(chinese) ?? Object.fromEntries(chinese.inputs.map((input) => [input.id, keyOf(input)]));
  keysByDescription.set(chinese, keys);
  return keys;
}

/**
 * The questions that still matter or have been answered, in the order of the policies. The one being answered stays,
 * even while it is empty.
 * @param {Case[]} cases
 * @param {string} [touched]
 * @returns {SharedQuestion[]}
 */
export function questionsOf(cases, touched) {
  /** @type {Map<string, Use[]>} */
  const uses = new Map();
  for (const user of cases) {
    for (const field of user.description.order) {
      const input = user.description.inputs.find(({ id }) => id === field);
      const key = user.keys[field];
      if (input && key !== undefined) uses.set(key, [...(uses.get(key) ?? []), { user, input }]);
    }
  }
  return [...uses]
    .filter(([key, users]) => users.some(({ user, input }) => isAsked(user, input, key === touched)))
    .map(([key, users]) => sharedQuestion(key, users));
}

/** The last of each, by the first of its uses: a question that stays the same object is not drawn anew. @type {WeakMap<InputDescription, { inputs: InputDescription[], input: InputDescription }>} */
const sharedInputs = new WeakMap();

/**
 * @param {string} key
 * @param {[Use, ...Use[]]} uses
 */
function sharedInput(key, uses) {
  const inputs = uses.map((use) => use.input);
  const [{ input: first }] = uses;
  const before = sharedInputs.get(first);
  if (before?.inputs.length === inputs.length && before.inputs.every((input, index) => input === inputs[index]))
    return before.input;
  const helps = new Set(inputs.map(({ help }) => help).filter(Boolean));
  const input = {
    ...first,
    id: key,
    // What is said about the question for one policy may be wrong for another.
    help: helps.size > 1 ? uses.map(({ user, input }) => remark(user, input)).join("") : first.help,
    optional: inputs.every(({ optional }) => optional),
  };
  sharedInputs.set(first, { inputs, input });
  return input;
}

/**
 * @param {string} key
 * @param {Use[]} uses
 * @returns {SharedQuestion}
 */
function sharedQuestion(key, uses) {
  const [first, ...others] = uses;
  if (!first) throw new Error(`Nobody asks ${key}`);
  const { user, input } = first;
  const problems = uses.flatMap((use) => use.user.evaluation.problems.filter(({ field }) => field === use.input.id));
  const open = uses.filter((use) => use.user.evaluation.assessment.eligibility !== "ineligible");
  const waiting = open.filter((use) => use.user.evaluation.assessment.missing.includes(use.input.id));
  return {
    key,
    input: sharedInput(key, [first, ...others]),
    users: (open.length > 0 ? open : uses).map((use) => use.user),
    answer: textOf(user.answers, input.id),
    read: user.evaluation.inputs[input.id],
    problem: problems[0] && { ...problems[0], field: key },
    settles: waiting.length,
    gates: waiting.filter((use) => parts(use.user.description).conditions.has(use.input.id)).length,
  };
}

/**
 * @param {Case} user
 * @param {InputDescription} input
 */
function remark({ description }, { help }) {
  return help ? `${description.title}：${help}` : "";
}

/**
 * @param {Case} user
 * @param {InputDescription} input
 * @param {boolean} touched
 */
function isAsked({ description, evaluation: { asked, assessment }, answers }, input, touched) {
  if (!asked.includes(input.id)) return false;
  if (touched || assessment.missing.includes(input.id) || answers[input.id] !== undefined) return true;
  // An answer that may be left out is never missing; one that only gives a deadline can wait for the calculator.
  const { conditions, amount } = parts(description);
  return (
    input.optional && assessment.eligibility !== "ineligible" && (conditions.has(input.id) || amount.has(input.id))
  );
}

/** @type {WeakMap<Description, { conditions: Set<string>, amount: Set<string> }>} */
const partsByDescription = new WeakMap();

/**
 * Whatever the conditions rest on, and the amount.
 * @param {Description} description
 */
function parts(description) {
  const { conditions, amount, values } = description;
  const restingOn = (/** @type {string[]} */ uses) => {
    const found = new Set(uses);
    for (const id of found) {
      for (const used of values.find((value) => value.id === id)?.uses ?? []) found.add(used);
    }
    return found;
  };
  const known = partsByDescription.get(description) ?? {
    conditions: restingOn(conditions.flatMap(({ uses }) => uses)),
    amount: restingOn(amount?.uses ?? []),
  };
  partsByDescription.set(description, known);
  return known;
}

/**
 * Questions in the order in which to ask them: policy after policy, so that the first amount comes soon, and of each what settles most
 * first. But none moves above or under the one being answered: all down to the last one answered, or touched, stay where they were.
 * @param {SharedQuestion[]} questions
 * @param {Case[]} turns the policies in the order in which to ask for them
 * @param {string[]} before keys in the order shown before
 * @param {string | undefined} touched
 */
export function arranged(questions, turns, before, touched) {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const kept = before.map((key) => byKey.get(key)).filter((question) => question !== undefined);
  const last = kept.map(({ key, answer }) => answer !== "" || key === touched).lastIndexOf(true);
  const fixed = kept.slice(0, last + 1);
  const rest = questions.filter((question) => !fixed.includes(question));
  const turn = (/** @type {SharedQuestion} */ { users }) => Math.min(...users.map((user) => turns.indexOf(user)));
  const isOpen = (/** @type {SharedQuestion} */ { answer }) => Number(answer === "");
  rest.sort(
    (one, other) =>
      isOpen(one) - isOpen(other) || turn(one) - turn(other) || other.settles - one.settles || other.gates - one.gates,
  );
  return [...fixed, ...rest];
}

/**
 * The tables that a policy still needs; they are filled in on its own page.
 * @param {Case} user
 */
export function missingTables({ description, evaluation }) {
  return description.tables.filter(({ id }) => evaluation.assessment.missing.includes(id));
}
