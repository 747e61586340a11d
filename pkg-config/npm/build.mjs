//   node pkg-config/npm/build.mjs package|runtime
//
// Packs dist/npm: the package, and in runtime/ the same for pages, small and without addPolicy. Each is wrapper, glue and
// error classes in one module, with the engine, as WebAssembly and as JavaScript, and its declarations beside it.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = "pkg-config/npm";
const out = "dist/npm";

/**
 * The glue keeps views of the engine's memory until a grown memory detaches them. That of an engine in JavaScript does
 * not, so that it has to be compared.
 * @type {import("esbuild").Plugin}
 */
const memoryThatMoves = {
  name: "memory-that-moves",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]wengang_bg\.js$/ }, ({ path }) => {
      const glue = readFileSync(path, "utf8");
      const contents = glue
        .replace(/(cached\w+)\.byteLength === 0/g, "$1.buffer !== wasm.memory.buffer")
        .replace(/(cached\w+)\.buffer\.detached === true \|\| .*(?=\) \{)/g, "$1.buffer !== wasm.memory.buffer");
      const views = glue.match(/^let cached\w+Memory0/gm)?.length;
      const compared = contents.match(/\.buffer !== wasm\.memory\.buffer\) \{/g)?.length;
      if (!views || views !== compared) throw new Error(`${path}: ${compared} of ${views} views are compared`);
      return { contents };
    }),
};

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
    target: ["chrome66", "ios12"],
    charset: "utf8",
    alias: {
      "wengang-errors": `./${wasm}/snippets/${snippets}/errors.js`,
      "wengang-glue": `./${wasm}/wengang_bg.js`,
    },
    plugins: [memoryThatMoves],
  });
  for (const engine of ["wengang_bg.wasm", "wengang_bg.wasm.js"])
    copyFileSync(`${wasm}/${engine}`, `${folder}/${engine}`);
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
