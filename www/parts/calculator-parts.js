import { wholeEngine } from "../shared/engine.js";

const localRules = () => import("./local-rules.js");
const helpers = () => import("./helpers.js");
const nextSteps = () => wholeEngine().then(() => import("./next-steps.js"));
const keeping = () => import("./keeping.js");
const breakdown = () => import("./breakdown.js");
const table = () => import("./table.js");

/** What a form has that not every policy asks for. */
export const FORM_PARTS = { localRules, helpers, breakdown, table };

/** What the calculator has besides, in the order in which it is loaded. */
export const CALCULATOR_PARTS = { localRules, helpers, nextSteps, keeping, breakdown, table };
