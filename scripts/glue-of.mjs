// The glue with these of the crate's functions alone. What only others need of the module then goes: exports-used.mjs.
//
//   node scripts/glue-of.mjs NAME... <GLUE >GLUE
import { text } from "node:stream/consumers";

const wanted = new Set(process.argv.slice(2));
const glue = await text(process.stdin);
const functions = /^(?:\/\*\*\n(?: \*.*\n)*? \*\/\n)?export function (\w+)\([\s\S]*?^}\n/gm;
const kept = glue.replace(functions, (whole, name) => {
  // Those that begin so the module imports, or are called as it is loaded.
  if (!name.startsWith("__wb") && !wanted.delete(name)) return "";
  return whole;
});
if (wanted.size > 0) throw new Error(`The glue has no ${[...wanted].join(", ")}`);
process.stdout.write(kept);
