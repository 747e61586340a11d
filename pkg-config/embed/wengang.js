// For other people's pages: registers <wengang-calculator>, and puts one where the script stands if its tag asks for one.
// The first of several scripts that load it, perhaps of several versions, registers the element for all of them.

import { calculatorFor, place, runningScript } from "./placing.js";

const script = runningScript("wengang.js");
if (!script) throw new Error("wengang: the script cannot tell its own address.");

if (!customElements.get("wengang-calculator")) {
  // Bundled, this is no request, but keeps what follows from running where it is not needed.
  import("./calculator.js").then(({ startAt }) => startAt(script.src, script.dataset.engine === "javascript"));
}

place(script, calculatorFor);
