//   node pkg-config/npm/build.mjs package|runtime|runtime-policies
//
// Packs dist/npm: the package, and in runtime/ the same for pages, small and without addPolicy. Each is wrapper, glue and
// error classes in one module, and once more in one classic script, with the engine, as WebAssembly and as JavaScript, and
// the declarations beside them. In authoring/ what checks policy files, for editors: without policies.
// In command/ the command, for Node.
import { chmodSync, copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { inheritingNothing } from "../descriptors.mjs";
import { PACKS, sectionOf } from "../policies.mjs";
import { BROWSERS } from "../sources.mjs";
import { SECTION } from "./section.js";

/** @import { BuildOptions, Plugin } from "esbuild" */

const here = "pkg-config/npm";
const out = "dist/npm";

/**
 * What wasm-bindgen writes, for an engine that is loaded in more ways than it knows.
 * @type {Plugin}
 */
const glue = {
  name: "glue",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]wengang_bg\.js$/ }, ({ path }) => ({
      contents: withImports(beginningAnew(comparingMemory(readFileSync(path, "utf8")))),
    })),
};

/**
 * The glue keeps views of the engine's memory until a grown memory detaches them. That of an engine in JavaScript does
 * not, so that it has to be compared.
 * @param {string} glue
 */
function comparingMemory(glue) {
  const changed = glue
    .replace(/(cached\w+)\.byteLength === 0/g, "$1.buffer !== wasm.memory.buffer")
    .replace(/(cached\w+)\.buffer\.detached === true \|\| .*(?=\) \{)/g, "$1.buffer !== wasm.memory.buffer");
  const views = glue.match(/^let cached\w+Memory0/gm)?.length;
  const compared = changed.match(/\.buffer !== wasm\.memory\.buffer\) \{/g)?.length;
  if (!views || views !== compared) throw new Error(`The glue compares ${compared} of ${views} views`);
  return changed;
}

/**
 * With an engine in the place of another, the list of what the other one held begins anew, and nothing holds on to its memory.
 * @param {string} glue
 */
function beginningAnew(glue) {
  const [, first, always] =
    glue.match(/^let heap = new Array\((\d+)\)\.fill\(undefined\);\nheap\.push\((.*)\);/m) ?? [];
  if (!first || !always) throw new Error("The glue holds objects in another way now");
  const views = Array.from(glue.matchAll(/^let (cached\w+Memory0) = null;/gm), ([, view]) => `${view} = `).join("");
  const anew = `heap.length = heap_next = ${Number(first) + always.split(",").length};\n    ${views}null;`;
  const changed = glue.replace(/^ {4}wasm = val;$/m, `$&\n    ${anew}`);
  if (changed === glue) throw new Error("The glue is given its engine in another way now");
  return changed;
}

/**
 * What the engine imports, in a function: a namespace would be built at import, and hold on to every function.
 * @param {string} glue
 */
function withImports(glue) {
  const names = Array.from(glue.matchAll(/^export function (__wb(?!g_set_wasm)\w+)/gm), ([, name]) => name);
  return `${glue}\nexport const imports = () => ({ "./wengang_bg.js": { ${names.join(", ")} } });\n`;
}

/**
 * The entry with the glue of its engine.
 * @param {string} entry
 * @param {string} wasm what scripts/wasm.sh built
 * @param {string} folder
 */
async function bundle(entry, wasm, folder) {
  // wasm-bindgen names the folder of the crate's own JavaScript after a hash.
  const [snippets] = readdirSync(`${wasm}/snippets`);
  /** @type {BuildOptions} */
  const options = {
    bundle: true,
    target: BROWSERS,
    // Safari 12 has it but for corners that nothing here uses.
    supported: { destructuring: true },
    alias: {
      "wengang-arguments": "./wasm/arguments.js",
      "wengang-columns": "./wasm/columns.js",
      "wengang-errors": `./${wasm}/snippets/${snippets}/errors.js`,
      "wengang-glue": `./${wasm}/wengang_bg.js`,
      "wengang-library": `./${wasm}/snippets/${snippets}/library.js`,
      "wengang-results": `./${wasm}/snippets/${snippets}/results.js`,
    },
    plugins: [glue],
  };
  await build({
    ...options,
    entryPoints: [`${here}/${entry}`],
    outfile: `${folder}/index.js`,
    format: "esm",
    charset: "utf8",
  });
  return options;
}

/**
 * An entry with its engine, but for the policies that it brings along.
 * @param {string} entry
 * @param {string} wasm what scripts/wasm.sh built
 * @param {string} folder
 */
async function packEntry(entry, wasm, folder) {
  const options = await bundle(entry, wasm, folder);
  await build({
    ...options,
    // Exports by default have no name in an object.
    stdin: {
      contents: `export * from "./${entry}"; export { default as init } from "./${entry}";`,
      resolveDir: here,
    },
    outfile: `${folder}/wengang.global.js`,
    format: "iife",
    globalName: "wengang",
    minify: true,
    // A script is read in the encoding of its page.
    charset: "ascii",
    inject: [`${here}/address.js`],
    define: { "import.meta.url": "address" },
  });
  const script = readFileSync(`${folder}/wengang.global.js`, "utf8");
  writeFileSync(`${folder}/wengang.global.js`, inheritingNothing(script));
  copyFileSync(`${here}/wengang.global.d.ts`, `${folder}/wengang.global.d.ts`);
  copyFileSync(`${wasm}/wengang_bg.wasm`, `${folder}/wengang_engine.wasm`);
}

/**
 * The policies of an entry, which are all that changes with them.
 * @param {string} wasm what scripts/wasm.sh built
 * @param {string} folder
 */
function packPolicies(wasm, folder) {
  const policies = sectionOf();
  writeFileSync(`${folder}/wengang_bg.wasm`, withSection(readFileSync(`${wasm}/wengang_bg.wasm`), policies));
  const fallback = readFileSync(`${wasm}/wengang_bg.wasm.js`, "utf8");
  writeFileSync(`${folder}/wengang_bg.wasm.js`, withProperty(fallback, policies));
  // Another version of a policy has another name.
  rmSync(`${folder}/packs`, { recursive: true, force: true });
  cpSync(PACKS, `${folder}/packs`, { recursive: true });
}

/**
 * The command, which Node runs.
 * @param {string} wasm what scripts/wasm.sh built
 * @param {string} folder
 */
async function packCommand(wasm, folder) {
  await build({
    bundle: true,
    platform: "node",
    target: "node20.16",
    alias: { "wengang-glue": `./${wasm}/wengang_bg.js` },
    plugins: [glue],
    entryPoints: [`${here}/command.js`],
    outfile: `${folder}/wengang.js`,
    format: "esm",
    charset: "utf8",
  });
  chmodSync(`${folder}/wengang.js`, 0o755);
  copyFileSync(`${wasm}/wengang_bg.wasm`, `${folder}/wengang_command.wasm`);
}

/**
 * A section of one's own at the end of a module, which engines pass over.
 * @param {Buffer} module
 * @param {Buffer} content
 */
function withSection(module, content) {
  const name = Buffer.from(SECTION);
  const body = Buffer.concat([Buffer.from([name.length]), name, content]);
  return Buffer.concat([module, Buffer.from([0, ...leb128(body.length)]), body]);
}

/** Seven bits a byte, the lowest first. @param {number} number @returns {number[]} */
function leb128(number) {
  return number < 128 ? [number] : [128 | (number & 127), ...leb128(number >>> 7)];
}

/**
 * The engine as JavaScript has no sections.
 * @param {string} engine
 * @param {Buffer} content
 */
function withProperty(engine, content) {
  const [, name] =
    engine.match(/export\s*\{\s*(\w+) as default\s*\}/) ?? engine.match(/export default function (\w+)/) ?? [];
  if (!name) throw new Error("The engine is exported in another way now");
  return `${engine}${name}.policies="${content.toString("base64")}";\n`;
}

if (process.argv[2] === "runtime") {
  await packEntry("runtime.js", "build/wasm-page", `${out}/runtime`);
  copyFileSync(`${here}/runtime.d.ts`, `${out}/runtime/index.d.ts`);
} else if (process.argv[2] === "runtime-policies") {
  packPolicies("build/wasm-page", `${out}/runtime`);
} else {
  await packEntry("index.js", "build/wasm", out);
  packPolicies("build/wasm", out);
  await bundle("authoring.js", "build/wasm-authoring", `${out}/authoring`);
  for (const file of ["wengang_bg.wasm", "wengang_bg.wasm.js"])
    copyFileSync(`build/wasm-authoring/${file}`, `${out}/authoring/${file}`);
  copyFileSync(`${here}/authoring.d.ts`, `${out}/authoring/index.d.ts`);
  await packCommand("build/wasm-command", `${out}/command`);
  const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.+)"$/m)?.[1];
  const description = JSON.parse(readFileSync(`${here}/package.json`, "utf8"));
  writeFileSync(`${out}/package.json`, `${JSON.stringify({ ...description, version }, null, 2)}\n`);
  copyFileSync("wasm/types.d.ts", `${out}/index.d.ts`);
  for (const readme of ["README.md", "README.zh-CN.md"]) copyFileSync(`${here}/${readme}`, `${out}/${readme}`);
  copyFileSync("LICENSE", `${out}/LICENSE`);
}
