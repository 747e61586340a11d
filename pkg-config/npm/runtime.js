import { InvalidInputError, UnknownPolicyError } from "wengang-errors";
import { load, startNow } from "./load.js";

export { asked, assess, combine, describe, eligibleRanges, evaluate, evaluateColumns, policies } from "wengang-glue";
export { InvalidInputError, load as default, UnknownPolicyError };

// Node reads the module at import, so that callers there need no set-up.
const fs = typeof process === "object" && process.getBuiltinModule?.("node:fs");
if (fs && typeof WebAssembly === "object" && import.meta.url.startsWith("file:")) {
  startNow(fs.readFileSync(new URL("wengang_bg.wasm", import.meta.url)));
}
