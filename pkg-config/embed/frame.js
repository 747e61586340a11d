// In the frame: shows the calculator that the fragment of the address asks for, and tells the page around.

import { PUBLIC, SOURCE, TYPES } from "./messages.js";
import { calculatorFor } from "./placing.js";

const wanted = new URLSearchParams(location.hash.slice(1));
/** The only origin that may hear of results: the page that says so of itself when it asks for the frame. */
const origin = wanted.get("origin");
wanted.delete("origin");

const calculator = calculatorFor(wanted);
document.documentElement.lang = wanted.get("locale") ?? "zh-CN";

for (const type of TYPES) {
  calculator.addEventListener(`wengang-${type}`, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    tell({ source: SOURCE, type, ...(PUBLIC.includes(type) && !origin ? bare(detail) : detail) });
  });
}
document.body.append(calculator);

/** @param {Record<string, unknown> & { type: string }} message */
function tell(message) {
  if (parent === window) return;
  if (origin) parent.postMessage(message, origin);
  else if (PUBLIC.includes(message.type)) parent.postMessage(message, "*");
}

/** @param {{ version: number, height?: number }} detail */
function bare({ version, height }) {
  return { version, height };
}
