// In the frame: shows the calculator that the fragment of the address asks for, and tells the page around.

import { publicPart, SOURCE, TYPES } from "./messages.js";
import { calculatorFor } from "./placing.js";

const wanted = new URLSearchParams(location.hash.slice(1));
/** The only origin that may hear of results: the one that the page which asks for the frame says is its own. */
const origin = wanted.get("origin");
wanted.delete("origin");

const calculator = calculatorFor(wanted);
document.documentElement.lang = calculator.getAttribute("locale") ?? "zh-CN";

for (const type of TYPES) {
  calculator.addEventListener(`wengang-${type}`, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const told = origin ? detail : publicPart(type, detail);
    if (told && parent !== window) parent.postMessage({ source: SOURCE, type, ...told }, origin ?? "*");
  });
}
document.body.append(calculator);
addEventListener("hashchange", () => location.reload());
