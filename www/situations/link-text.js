import { groupThousands } from "../answers/number-text.js";
import { sameResult } from "../app/past.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { Past } from "../app/past.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What has become of a result since it was handed on, in sentences, with the changes that the policy notes.
 * @param {Omit<Past, "engine">} past
 * @param {Description} description
 * @param {Assessment} assessment
 * @param {Messages} messages
 */
export function sinceThen(past, description, assessment, messages) {
  const { link } = messages;
  const sameRules = past.version === description.version;
  const isSame = sameResult(past, assessment);
  return {
    same: sameRules && isSame,
    sentences: [
      link.past(outcomeText(past, messages)),
      isSame ? link.sameResult : link.present(outcomeText(assessment, messages)),
      sameRules ? link.sameRules : link.changedRules,
    ],
    changes: sameRules ? [] : description.changes.filter(({ date }) => date > past.on),
  };
}

/**
 * What came out, in a few words.
 * @param {Pick<Assessment, "eligibility" | "amount">} result
 * @param {Messages} messages
 */
export function outcomeText({ eligibility, amount }, { result, separator }) {
  const words = {
    eligible: result.eligible,
    ineligible: result.ineligible,
    undetermined: result.undetermined,
    "not-assessed": result.computed,
  };
  return [words[eligibility], amount && result.yuan(groupThousands(amount))].filter(Boolean).join(separator);
}
