// For other people's pages: registers <wengang-calculator>, and puts one where the script stands if its tag asks for one.
// The first of several scripts that load it, perhaps of several versions, registers the element for all of them.

import { calculatorFor, place, runningScript } from "./placing.js";

const script = runningScript("wengang.js");
if (!script) throw new Error("wengang: the script cannot tell its own address.");

if (!customElements.get("wengang-calculator")) {
  // Bundled, these are no requests, but keep what follows from running where it is not needed.
  import("./beside.js").then(({ useFilesBeside }) => {
    useFilesBeside(script.src, script.dataset.engine === "javascript");
    import("./calculator.js");
  });
}

place(script, calculatorFor);
