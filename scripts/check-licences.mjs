// Refuses dependencies that go into the product under a licence other than these.
import { cratesInUse, npmPackagesInUse } from "../pkg-config/release/packages.mjs";

const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BSL-1.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Unicode-3.0",
  "Unlicense",
  "Zlib",
]);

/**
 * Whether an SPDX expression leaves us an allowed choice.
 * @param {string | undefined} expression
 */
function allowed(expression) {
  if (!expression) return false;
  // Each parenthesis is decided for itself and replaced by its answer.
  let flat = expression;
  while (/\(/.test(flat)) flat = flat.replace(/\(([^()]*)\)/g, (_, inner) => (allowed(inner) ? "MIT" : "refused"));
  return flat.split(" OR ").some((choice) => choice.split(" AND ").every((name) => ALLOWED.has(name.trim())));
}

const dependencies = [...cratesInUse(), ...npmPackagesInUse()];
const refused = dependencies.filter(({ license }) => !allowed(license));
for (const { name, version, license } of refused) console.error(`${name} ${version}: ${license ?? "no licence"}`);
if (refused.length > 0) {
  console.error("These licences are not on the list in scripts/check-licences.mjs.");
  process.exit(1);
}
console.log(`Licences of ${dependencies.length} packages: all on the list.`);
