import { badPlaces, emptyFields } from "./evaluation.js";
import { groupThousands } from "./number-text.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { Evaluation } from "./evaluation.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * The result in a nutshell, as the verdict, the result bar and the announcement say it.
 * @typedef {object} Headline
 * @property {"positive" | "negative" | "neutral"} tone
 * @property {string} judgement
 * @property {{ label: string, figure: string, unit: string, reading: string } | undefined} outcome the amount, with how it
 *   is read where that helps, or what a policy without an amount answers
 * @property {string} remark what is still to be done
 */

/**
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {boolean} started whether anything has been filled in
 * @param {Messages} messages
 * @returns {Headline}
 */
export function headlineOf(description, evaluation, started, messages) {
  const { assessment } = evaluation;
  const { result } = messages;
  const outcome = outcomeOf(description, assessment, messages);
  const remark = remarkOn(evaluation, messages);
  switch (assessment.eligibility) {
    case "eligible":
      return { tone: "positive", judgement: result.eligible, outcome, remark };
    case "ineligible":
      return { tone: "negative", judgement: result.ineligible, outcome, remark };
    case "not-assessed":
      if (outcome) return { tone: "positive", judgement: result.computed, outcome, remark };
  }
  return { tone: "neutral", judgement: started ? result.undetermined : result.notStarted, outcome: undefined, remark };
}

/**
 * @param {Evaluation} evaluation
 * @param {Messages} messages
 */
function remarkOn(evaluation, { result, separator }) {
  // Beside an amount, only another reading of the notice waits for answers, and says so itself.
  const empty = evaluation.assessment.amount === null ? emptyFields(evaluation).length : 0;
  const bad = badPlaces(evaluation).length;
  const remarks = [empty > 0 ? result.stillMissing(empty) : "", bad > 0 ? result.badEntries(bad) : ""];
  return remarks.filter(Boolean).join(separator);
}

/**
 * @param {Description} description
 * @param {Assessment} assessment
 * @param {Messages} messages
 */
function outcomeOf(description, { amount, steps }, { result, answer }) {
  if (description.amount !== null) {
    if (amount === null) return undefined;
    const { label } = description.amount;
    return { label, figure: groupThousands(amount), unit: result.yuanUnit, reading: answer.reading(amount) };
  }
  // A policy without an amount answers its last value, the one that the others lead up to.
  const last = description.values[description.values.length - 1]?.id;
  const step = steps.find(({ id }) => id === last);
  return step && { label: step.label, figure: step.display, unit: "", reading: "" };
}
