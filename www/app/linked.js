import { readable, readableByKeys, readableFigures } from "../answers/link-answers.js";
import { mapped } from "./situations.js";

/** @import { Description } from "wengang" */
/** @import { Place } from "../shared/address.js" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Linked } from "./link.js" */
/** @import { Content } from "./situations.js" */

/**
 * What a link brings along, as a situation: as much of it as can be read.
 * @param {Linked} linked
 * @param {{ place: Place, before: string, description: Description | undefined }} context where the link leads; which situation was
 *   at hand before; the policy, undefined where there is none, or it is gone
 * @returns {Content}
 */
export function contentOf({ answers, other, shown = {}, months = {}, past }, { place, before, description }) {
  if (!("policy" in place)) {
    const scope = place.view === "profile" ? place.scope : undefined;
    return { profile: { ...scope, answers: readableByKeys(answers) }, link: { policy: "", before } };
  }
  const { policy } = place;
  // The answers to a policy that is gone are read by the rules that it had.
  const read = (/** @type {Answers} */ given) =>
    description ? readable(description, given) : { answers: given, unread: [] };
  const own = read(answers);
  const compared = other && read(other);
  return {
    answersByPolicy: { [policy]: own.answers },
    ...(compared && { others: { [policy]: compared.answers } }),
    shown: { [policy]: readableFigures(shown) },
    years: { [policy]: mapped(months, readableFigures) },
    // Of other answers, another result can come out.
    ...(past && own.unread.length === 0 && { results: { [policy]: past } }),
    link: { policy, before, past, unread: [...new Set([...own.unread, ...(compared?.unread ?? [])])] },
  };
}
