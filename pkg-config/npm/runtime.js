import { InvalidInputError, UnknownPolicyError } from "wengang-errors";
import load, { initSync } from "wengang-glue";

export { asked, assess, describe, eligibleRanges, evaluate, evaluateColumns, policies } from "wengang-glue";
export { InvalidInputError, UnknownPolicyError };

// Node reads the module at import, so that callers there need no set-up.
const fs = globalThis.process?.getBuiltinModule?.("node:fs");
if (fs && import.meta.url.startsWith("file:")) {
  initSync({ module: fs.readFileSync(new URL("wengang_bg.wasm", import.meta.url)) });
}

/** @param {string | URL | Request | Response | BufferSource | WebAssembly.Module} [moduleOrPath] */
export default async function init(moduleOrPath) {
  await load({ module_or_path: moduleOrPath });
}
