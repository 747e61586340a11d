// Packs dist/miniprogram: a project for WeChat's developer tools, and in h5/ the page that its web view shows.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { engineFor } from "../bundle.mjs";
import { compressed } from "../compressed/write.mjs";
import { PACKS } from "../policies.mjs";

/** @import { BuildOptions, Plugin } from "esbuild" */

const here = "pkg-config/miniprogram";
const out = "dist/miniprogram";
const packed = `${out}/miniprogram`;
const engine = `${packed}/engine`;

/** WeChat's script that lets a page talk to the mini-program around it. No other page of ours loads anything from elsewhere. */
const JSSDK = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";

/**
 * The package gets the engine from addresses, too; WeChat gets it from the package, and reads no syntax of 2020.
 * @type {Plugin}
 */
const withoutAddresses = {
  name: "without-addresses",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]npm[/\\]runtime[/\\]index\.js$/ }, ({ path }) => {
      const whole = readFileSync(path, "utf8");
      const parts = whole.split(/await import\([^)]*\)/);
      if (parts.length !== 2) throw new Error(`${path}: imports ${parts.length - 1} times at run time, not once`);
      return { contents: parts.join("undefined") };
    }),
};

/** What WeChat runs: CommonJS of 2017. @type {BuildOptions} */
const options = {
  bundle: true,
  minify: true,
  format: "cjs",
  target: "es2017",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

rmSync(out, { recursive: true, force: true });
mkdirSync(engine, { recursive: true });
cpSync(`${here}/project`, packed, { recursive: true });
cpSync(`${here}/project.config.json`, `${out}/project.config.json`);

/** @type {BuildOptions} */
const logic = {
  ...options,
  entryPoints: [`${here}/logic/index.js`],
  outfile: `${engine}/index.js`,
  external: ["./fallback.js", "./packs/index.js"],
  supported: { "dynamic-import": false },
  inject: [`${here}/logic/utf8.js`],
  define: { "import.meta.url": '""' },
  plugins: [withoutAddresses],
  alias: { wengang: "./dist/npm/runtime/index.js" },
};
await build(logic);
const made = await engineFor("miniprogram", logic);
await build({
  ...options,
  entryPoints: [`${made}/wengang_bg.wasm.js`],
  outfile: `${engine}/fallback.js`,
  // What is imported by default from CommonJS is the module itself.
  footer: { js: "module.exports = module.exports.default;" },
});
writePacks(`${engine}/packs`);
const module = readFileSync(`${made}/wengang_bg.wasm`);
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: module.length };
writeFileSync(`${engine}/wengang_bg.wasm.br`, brotliCompressSync(module, { params }));

writeFileSync(`${packed}/tokens.wxss`, colours());
writeFileSync(`${out}/h5/mini-program.html`, h5Page());

/**
 * Each pack in a module of its own, which is read when it is first needed: WeChat uploads no files of kinds that it does not know.
 * @param {string} folder
 */
function writePacks(folder) {
  mkdirSync(folder);
  const catalogue = JSON.parse(readFileSync(`${PACKS}/catalogue.json`, "utf8"));
  const reading = catalogue.policies.map((/** @type {{ id: string, file: string }} */ { id, file }) => {
    const pack = compressed(readFileSync(`${PACKS}/${file}`));
    writeFileSync(`${folder}/${id}.js`, `module.exports = ${JSON.stringify(pack)};\n`);
    return `  "${file}": () => require("./${id}.js"),\n`;
  });
  const list = `exports.catalogue = ${JSON.stringify(catalogue)};\nexports.packs = {\n${reading.join("")}};\n`;
  writeFileSync(`${folder}/index.js`, list);
}

/** The colours of the page, for WeChat's style sheets. */
function colours() {
  const { light, dark } = JSON.parse(readFileSync("www/styles/colours.json", "utf8"));
  return `page {${declared(light)}}\n\n@media (prefers-color-scheme: dark) {\n  page {${declared(dark)}}\n}\n`;
}

/** @param {Record<string, string>} scheme */
function declared(scheme) {
  return Object.entries(scheme)
    .map(([name, colour]) => `\n    --${name}: ${colour};`)
    .join("");
}

/** The page of the site with WeChat's script, which its policy allows there and nowhere else; to lie beside it. */
function h5Page() {
  mkdirSync(`${out}/h5`);
  const own = "script-src 'self'";
  const { origin } = new URL(JSSDK);
  const page = readFileSync("dist/site/index.html", "utf8").replace(own, `${own} ${origin}`);
  const at = page.indexOf("<script");
  if (at < 0 || !page.includes(origin)) throw new Error("dist/site/index.html has no script, or no policy for scripts");
  return `${page.slice(0, at)}<script src="${JSSDK}"></script>\n    ${page.slice(at)}`;
}

let total = 0;
const files = readdirSync(packed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
/** @type {Map<string, number>} */
const sizes = new Map();
for (const { parentPath, name } of files) {
  const path = join(parentPath, name);
  const part = path.startsWith(engine) ? path.slice(packed.length + 1) : path.slice(packed.length + 1).split("/")[0];
  const size = readFileSync(path).length;
  sizes.set(part ?? name, (sizes.get(part ?? name) ?? 0) + size);
  total += size;
}
sizes.set("total, of at most 2097152", total);
for (const [part, size] of sizes) console.log(`${part.padEnd(32)} ${String(size).padStart(8)} B`);
