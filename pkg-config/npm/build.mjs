//   node pkg-config/npm/build.mjs package|runtime
//
// Packs dist/npm: the package, and in runtime/ the same for pages, small and without addPolicy. Each is wrapper, glue and
// error classes in one module, with its WebAssembly and its declarations beside it.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = "pkg-config/npm";
const out = "dist/npm";

/**
 * @param {string} entry
 * @param {string} wasm what scripts/wasm.sh built
 * @param {string} folder
 */
async function pack(entry, wasm, folder) {
  // wasm-bindgen names the folder of the crate's own JavaScript after a hash.
  const [snippets] = readdirSync(`${wasm}/snippets`);
  await build({
    entryPoints: [`${here}/${entry}`],
    outfile: `${folder}/index.js`,
    bundle: true,
    format: "esm",
    target: "es2020",
    charset: "utf8",
    alias: {
      "wengang-errors": `./${wasm}/snippets/${snippets}/errors.js`,
      "wengang-glue": `./${wasm}/wengang.js`,
    },
  });
  copyFileSync(`${wasm}/wengang_bg.wasm`, `${folder}/wengang_bg.wasm`);
}

if (process.argv[2] === "runtime") {
  await pack("runtime.js", "build/wasm-page", `${out}/runtime`);
  copyFileSync(`${here}/runtime.d.ts`, `${out}/runtime/index.d.ts`);
} else {
  await pack("index.js", "build/wasm", out);
  const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.+)"$/m)?.[1];
  const description = JSON.parse(readFileSync(`${here}/package.json`, "utf8"));
  writeFileSync(`${out}/package.json`, `${JSON.stringify({ ...description, version }, null, 2)}\n`);
  copyFileSync("wasm/types.d.ts", `${out}/index.d.ts`);
  copyFileSync(`${here}/README.md`, `${out}/README.md`);
  copyFileSync("LICENSE", `${out}/LICENSE`);
}
