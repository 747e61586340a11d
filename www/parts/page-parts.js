import { wholeEngine } from "../shared/engine.js";
import { CALCULATOR_PARTS } from "./calculator-parts.js";

/** What the page needs besides its frame, in the order in which it is loaded: the first view has its own at once. */
export const PAGE_PARTS = {
  links: () => import("./links.js"),
  calculator: () => import("./calculator.js"),
  finder: () => import("./finder.js"),
  china: () => import("./china.js"),
  ...CALCULATOR_PARTS,
  situations: () => import("./situations.js"),
  rules: () => import("./rules.js"),
  comparison: () => import("./comparison.js"),
  profile: () => wholeEngine().then(() => import("./profile.js")),
  english: () => import("./english.js"),
};
