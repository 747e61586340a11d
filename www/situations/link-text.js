import { groupThousands } from "../answers/number-text.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { Past } from "../app/past.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What has become of a result since it was handed on, in sentences, with the changes that the policy notes.
 * @param {Past} past
 * @param {Description} description
 * @param {Assessment} assessment
 * @param {Messages} messages
 */
export function sinceThen(past, description, assessment, messages) {
  const { link } = messages;
  const sameRules = past.version === description.version;
  const sameResult = past.eligibility === assessment.eligibility && past.amount === assessment.amount;
  return {
    same: sameRules && sameResult,
    sentences: [
      link.past(outcome(past, messages)),
      sameResult ? link.sameResult : link.present(outcome(assessment, messages)),
      sameRules ? link.sameRules : link.changedRules,
    ],
    changes: sameRules ? [] : description.changes.filter(({ date }) => date > past.on),
  };
}

/**
 * @param {Pick<Assessment, "eligibility" | "amount">} result
 * @param {Messages} messages
 */
function outcome({ eligibility, amount }, { result, separator }) {
  const words = {
    eligible: result.eligible,
    ineligible: result.ineligible,
    undetermined: result.undetermined,
    "not-assessed": result.computed,
  };
  return [words[eligibility], amount && result.yuan(groupThousands(amount))].filter(Boolean).join(separator);
}
