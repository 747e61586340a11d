import { wholeCatalogue, wholeEngine } from "../shared/engine.js";
import { CALCULATOR_PARTS } from "./calculator-parts.js";

/**
 * A part that names other policies than the one of a link.
 * @param {() => Promise<unknown>} load
 */
const listing = (load) => () => Promise.all([load(), wholeCatalogue()]).then(([part]) => part);

/** What the page needs besides its frame, in the order in which it is loaded: the first view has its own at once. */
export const PAGE_PARTS = {
  links: () => import("./links.js"),
  calculator: () => import("./calculator.js"),
  finder: listing(() => import("./finder.js")),
  china: () => import("./china.js"),
  ...CALCULATOR_PARTS,
  situations: () => import("./situations.js"),
  replay: () => wholeEngine().then(() => import("./replay.js")),
  summary: () => import("./summary.js"),
  rules: listing(() => import("./rules.js")),
  faq: listing(() =>
    wholeEngine()
      .then(() => import("./faq.js"))
      .then(({ haveQuestions }) => haveQuestions()),
  ),
  comparison: () => import("./comparison.js"),
  reconciliation: () => wholeEngine().then(() => import("./reconciliation.js")),
  year: () => wholeEngine().then(() => import("./year.js")),
  profile: listing(() => wholeEngine().then(() => import("./profile.js"))),
  english: () => import("./english.js"),
};
