import { describe, policies } from "wengang";
import { isEmpty, textOf } from "../answers/answers.js";
import { yearQuestion } from "../answers/local-rules.js";
import { havePolicies } from "../shared/engine.js";
import { NATIONWIDE } from "../shared/nationwide.js";

/** @import { Description, PolicySummary } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Content, Situation } from "../app/situations.js" */

/** What a firm is, it mostly still is a year later; everything else is asked anew. */
const LASTING = ["choice", "choices"];

/**
 * The same firm a year later: what it is, and last year's December where this year's policy asks for it.
 * @param {Situation} situation
 * @returns {Promise<{ content: Content, left: string[] }>} `left`: policies of which there is none for the next year
 */
export async function nextYear({ name, answersByPolicy, profile }) {
  const all = policies();
  const filled = Object.entries(answersByPolicy).filter(([, answers]) => !isEmpty(answers));
  const pairs = filled.map(([id, answers]) => ({ id, answers, next: successorOf(id, all) }));
  await havePolicies(pairs.flatMap(({ id, next }) => (next ? [id, next] : [])));
  const carriedOver = pairs.flatMap(({ id, answers, next }) => {
    const carried = next && carriedTo(describe(next), describe(id), answers);
    return carried && !isEmpty(carried) ? [[next, carried]] : [];
  });
  const year = profile.year && { year: profile.year + 1 };
  return {
    content: {
      name: name.replace(/20\d\d/, (year) => String(Number(year) + 1)),
      answersByPolicy: Object.fromEntries(carriedOver),
      profile: { ...profile, ...year, answers: {} },
    },
    left: pairs.filter(({ next }) => !next).map(({ id }) => id),
  };
}

/**
 * What goes on where a policy ends: of its own region, else of the whole country; itself where it is of no single year.
 * @param {string} id
 * @param {PolicySummary[]} all
 */
function successorOf(id, all) {
  const policy = all.find((one) => one.id === id);
  const { claimYear, scheme, region } = policy ?? {};
  if (!policy || claimYear === null || claimYear === undefined) return policy?.id;
  const following = all.filter((one) => one.scheme === scheme && one.claimYear === claimYear + 1);
  const near = following.find((one) => one.region === region) ?? following.find((one) => one.region === NATIONWIDE);
  return near?.id;
}

/** @param {Description} after @param {Description} before @param {Answers} answers @returns {Answers} */
function carriedTo(after, before, answers) {
  const year = after.id === before.id ? yearQuestion(after) : undefined;
  const own = after.inputs.map(({ id, type, unit, months }) => {
    if (id === year?.id) return [id, following(textOf(answers, id))];
    if (months === "before") {
      const last = before.inputs.find((one) => one.months === "last" && one.unit === unit);
      return [id, last ? textOf(answers, last.id) : ""];
    }
    const isSame = LASTING.includes(type) && before.inputs.some((one) => one.id === id && one.type === type);
    return [id, isSame ? textOf(answers, id) : ""];
  });
  return Object.fromEntries(own.filter(([, text]) => text !== ""));
}

/** @param {string} year */
function following(year) {
  return /^20\d\d$/.test(year.trim()) ? String(Number(year) + 1) : "";
}
