// Packs dist/handout: for each policy, and for all of them, one file to pass on. What it says without scripts is what
// `wengang doc --form` draws; the calculator and its engine are packed in it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bundle } from "../bundle.mjs";

const here = "pkg-config/handout";
const build = "build/handout";
const out = "dist/handout";

rmSync(build, { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", "doc", "--all", "--form", "-o", build]);

/**
 * A classic script: browsers load no modules from files.
 * @param {string} entry
 * @param {string} target
 */
async function scriptOf(entry, target) {
  await bundle("handout", {
    entryPoints: [join(here, entry)],
    outdir: build,
    format: "iife",
    target,
    define: { "import.meta.url": '""' },
    alias: { wengang: "./dist/npm/runtime/index.js", "qrcode-generator": `./${here}/no-qr-codes.js` },
  });
  return readFileSync(join(build, entry));
}

/** As base64 of what xz takes it down to, with the size in the head, which it leaves open. @param {Buffer} script */
function pack(script) {
  const packed = execFileSync("xz", ["--format=lzma", "--stdout", "-9e"], { input: script, maxBuffer: 2 ** 24 });
  packed.writeBigUInt64LE(BigInt(script.length), 5);
  return packed.toString("base64");
}

/** Nothing is fetched, and nothing sent: scripts and styles are those of the file. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";

const unpack = await scriptOf("unpack.js", "es5");
const style = readFileSync("www/page.css");
const calculator = await scriptOf("calculator.js", "chrome66");
const packed = pack(calculator);

for (const name of readdirSync(build).filter((name) => name.endsWith(".html"))) {
  const paper = readFileSync(join(build, name), "utf8");
  const policy = basename(name, ".html");
  const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  const live = `<style>${style}</style>
<wengang-handout policy="${policy}" hidden></wengang-handout>
<script type="text/plain" id="packed">${packed}</script>
<script>${unpack}</script>`;
  const handout = paper.replace("<head>\n", () => `<head>\n${head}\n`).replace("</body>", () => `${live}\n</body>`);
  writeFileSync(join(out, name), handout);
  const parts = { file: Buffer.byteLength(handout), paper: Buffer.byteLength(paper), packed: packed.length };
  console.log(policy.padEnd(40), ...Object.entries(parts).map(([part, size]) => `${part} ${size}`));
}
console.log(`calculator and engine ${calculator.length}, packed ${packed.length}, unpacking ${unpack.length}`, style.length);
