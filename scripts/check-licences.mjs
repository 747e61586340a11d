// Refuses dependencies that go into the product under a licence other than these.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

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
 * Whether an SPDX expression leaves us an allowed choice. `A/B` is how old crates write `A OR B`.
 * @param {string | null | undefined} expression
 */
function allowed(expression) {
  if (!expression) return false;
  // Each parenthesis is decided for itself and replaced by its answer.
  let flat = expression.replaceAll("/", " OR ");
  while (/\(/.test(flat)) flat = flat.replace(/\(([^()]*)\)/g, (_, inner) => (allowed(inner) ? "MIT" : "refused"));
  return flat.split(" OR ").some((choice) => choice.split(" AND ").every((name) => ALLOWED.has(name.trim())));
}

/** @type {{ packages: { name: string, version: string, license: string | null }[] }} */
const cargo = JSON.parse(
  execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--all-features"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  }),
);
/** @type {{ packages: Record<string, { version: string, license?: string, dev?: boolean }> }} */
const npm = JSON.parse(readFileSync("package-lock.json", "utf8"));

const dependencies = [
  ...cargo.packages.map(({ name, version, license }) => ({ name, version, license })),
  ...Object.entries(npm.packages)
    .filter(([path, { dev }]) => path && !dev)
    .map(([path, { version, license }]) => ({ name: path.replace("node_modules/", ""), version, license })),
];
const refused = dependencies.filter(({ license }) => !allowed(license));
for (const { name, version, license } of refused) console.error(`${name} ${version}: ${license ?? "no licence"}`);
if (refused.length > 0) {
  console.error("These licences are not on the list in scripts/check-licences.mjs.");
  process.exit(1);
}
console.log(`Licences of ${dependencies.length} packages: all on the list.`);
