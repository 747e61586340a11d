// Packs dist/site: the static page, its scripts and styles bundled, the engine beside them as WebAssembly and JavaScript.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { BROWSERS, compact, PRIVATE } from "./sources.mjs";

const page = "www";
const out = "dist/site";

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const files = readdirSync(page).filter((name) => statSync(join(page, name)).isFile());
const styles = files.filter((name) => extname(name) === ".css");
await build({
  entryPoints: ["main.js", ...styles].map((name) => join(page, name)),
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: BROWSERS,
  // Safari 12 has both: destructuring but for corners that nothing here uses; templates it may forget, and Lit then draws anew.
  supported: { destructuring: true, "template-literal": true },
  // As Lit calls it; Chromium before 71 does not.
  define: { globalThis: "self" },
  mangleProps: PRIVATE,
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  plugins: [compact],
  alias: { wengang: "./dist/npm/runtime/index.js" },
});

for (const name of files.filter((name) => ![".js", ".css"].includes(extname(name)))) {
  copyFileSync(join(page, name), join(out, name));
}
/** For browsers that cannot have the engine as WebAssembly; others do not load it. */
const fallback = "wengang_bg.wasm.js";
for (const engine of ["wengang_bg.wasm", fallback]) copyFileSync(`dist/npm/runtime/${engine}`, join(out, engine));

const sizes = readdirSync(out).map((name) => {
  const content = readFileSync(join(out, name));
  return { name, raw: content.length, brotli: brotliCompressSync(content).length };
});
const total = { name: "first visit", raw: 0, brotli: 0 };
for (const { raw, brotli } of sizes.filter(({ name }) => name !== fallback)) {
  total.raw += raw;
  total.brotli += brotli;
}
for (const { name, raw, brotli } of [...sizes, total]) {
  console.log(`${name.padEnd(16)} ${String(raw).padStart(8)} B   brotli ${String(brotli).padStart(7)} B`);
}
