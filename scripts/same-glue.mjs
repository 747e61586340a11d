// Whether a module can be called by the glue of another one: what either imports and exports by the same name has to be the
// same. wasm-bindgen numbers some names in the order in which it meets them.
//
//   node scripts/same-glue.mjs DIRECTORY OTHER    fails where it cannot
import { readFileSync } from "node:fs";

/** The functions of a glue, by name. @param {string} folder */
function functionsOf(folder) {
  const glue = readFileSync(`${folder}/wengang_bg.js`, "utf8");
  const functions = glue.matchAll(/^(?:export )?(?:async )?function (\w+)\([\s\S]*?^}/gm);
  return new Map(Array.from(functions, ([text, name]) => [name, text]));
}

const [own, other] = process.argv.slice(2, 4).map((folder) => functionsOf(folder));
for (const [name, text] of own ?? [])
  if (other?.get(name) !== text) throw new Error(`The glue differs at ${name}:\n${text}\n${other?.get(name)}`);
