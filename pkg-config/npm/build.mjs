// Packs dist/npm: wrapper, glue and error classes in one module; the WebAssembly and the declarations beside it.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = "pkg-config/npm";
const wasm = "build/wasm";
const out = "dist/npm";

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// wasm-bindgen names the folder of the crate's own JavaScript after a hash.
const [snippets] = readdirSync(`${wasm}/snippets`);
await build({
  entryPoints: [`${here}/index.js`],
  outfile: `${out}/index.js`,
  bundle: true,
  format: "esm",
  target: "es2020",
  charset: "utf8",
  alias: {
    "wengang-errors": `./${wasm}/snippets/${snippets}/errors.js`,
    "wengang-glue": `./${wasm}/wengang.js`,
  },
});

const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.+)"$/m)?.[1];
const description = JSON.parse(readFileSync(`${here}/package.json`, "utf8"));
writeFileSync(`${out}/package.json`, `${JSON.stringify({ ...description, version }, null, 2)}\n`);

copyFileSync(`${wasm}/wengang_bg.wasm`, `${out}/wengang_bg.wasm`);
copyFileSync("wasm/types.d.ts", `${out}/index.d.ts`);
copyFileSync(`${here}/README.md`, `${out}/README.md`);
copyFileSync("LICENSE", `${out}/LICENSE`);
