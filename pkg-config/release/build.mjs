//   node pkg-config/release/build.mjs [FOLDER]
//
// For those who answer for dist (or FOLDER): what is in it and from whom (sbom.cdx.json, CycloneDX 1.6), under which
// licences (NOTICES.txt), and the sum of every file (SHA256SUMS). The same bytes for the same build.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cratesShipped, npmPackagesShipped, standardLibrary } from "./packages.mjs";

/** @import { Package } from "./packages.mjs" */

const [out = "dist"] = process.argv.slice(2);

const inOrder = (/** @type {string} */ one, /** @type {string} */ other) => (one < other ? -1 : Number(one > other));
const own = /^wengang(-|$)/;
const crates = cratesShipped();
const [product] = crates.filter(({ name }) => name === "wengang");
if (!product) throw new Error("The modules are to contain the engine");
const packages = [...crates.filter(({ name }) => !own.test(name)), ...npmPackagesShipped(), standardLibrary()].sort(
  (one, other) => inOrder(addressOf(one), addressOf(other)),
);

/** Its package URL. @param {Package} one */
function addressOf({ from, name, version }) {
  return `pkg:${from}/${name.replace("@", "%40")}@${version}`;
}

/** @param {Package} one */
function component(one) {
  const { name, version, license = "", hash } = one;
  const address = addressOf(one);
  return {
    type: "library",
    "bom-ref": address,
    name,
    version,
    ...(hash && { hashes: [hash] }),
    licenses: [/ /.test(license) ? { expression: license } : { license: { id: license } }],
    purl: address,
  };
}

/** @param {string[]} names */
function shipped(names) {
  return packages.filter(({ name }) => names.includes(name)).map(addressOf);
}

const direct = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies);
const ownDependencies = crates.filter(({ name }) => own.test(name)).flatMap(({ dependencies }) => dependencies);
const bom = {
  $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: {
    component: {
      type: "application",
      "bom-ref": "wengang",
      name: "wengang",
      version: product.version,
      description: "稳岗计算器: Chinese employment subsidies, worked out and explained",
      licenses: [{ license: { id: product.license } }],
    },
  },
  components: packages.map(component),
  dependencies: [
    { ref: "wengang", dependsOn: shipped([...direct, ...ownDependencies, "rust-std"]) },
    ...packages.map((one) => ({ ref: addressOf(one), dependsOn: shipped(one.dependencies) })),
  ],
};
writeFileSync(join(out, "sbom.cdx.json"), `${JSON.stringify(bom, null, 2)}\n`);

/**
 * The terms that a package comes under; where there is a choice with MIT in it, that.
 * @param {Package} one
 */
function terms({ name, folder }) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|unlicense)/i.test(file));
  const hasMit = files.some((file) => /mit/i.test(file));
  const chosen = files.filter((file) => !hasMit || !/apache|unlicense/i.test(file));
  // Packages that only name their licence have its text here.
  if (chosen.length === 0) return readFileSync(`pkg-config/release/licences/${name}.txt`, "utf8").trim();
  return chosen
    .sort(inOrder)
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}

/** Packages by their terms: many share them to the letter. @type {Map<string, Package[]>} */
const notices = new Map();
for (const one of [product, ...packages]) {
  const text = terms(one);
  notices.set(text, [...(notices.get(text) ?? []), one]);
}
const rule = "-".repeat(80);
const list = Array.from(notices, ([text, holders]) => {
  const names = holders.map(({ name, version, license }) => `${name} ${version} (${license})`);
  return `${rule}\n${names.join("\n")}\n${rule}\n\n${text}\n`;
});
writeFileSync(
  join(out, "NOTICES.txt"),
  `稳岗计算器 ${product.version}：所含软件及其许可\nWengang calculator ${product.version}: the software in it, and its licences\n\n${list.join("\n")}`,
);

const sums = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "SHA256SUMS")
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((path) => ({ path: path.slice(join(out, "/").length).replaceAll("\\", "/"), content: readFileSync(path) }))
  .sort((one, other) => inOrder(one.path, other.path))
  .map(({ path, content }) => `${createHash("sha256").update(content).digest("hex")}  ${path}\n`);
writeFileSync(join(out, "SHA256SUMS"), sums.join(""));
console.log(`${packages.length} packages in the deliverables; ${sums.length} sums in ${out}/SHA256SUMS`);
