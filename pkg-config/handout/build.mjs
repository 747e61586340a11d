// Packs dist/handout: for each policy, and for all of them, one file to pass on. What it says without scripts is what
// `wengang doc --form` draws; the calculator and its engine are packed in it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { transform } from "esbuild";
import { bundle } from "../bundle.mjs";

/** @import { BuildOptions } from "esbuild" */

const here = "pkg-config/handout";
const build = "build/handout";
const out = "dist/handout";

rmSync(build, { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", "doc", "--all", "--form", "-o", build]);

/** A classic script: browsers load no modules from files. @param {string} entry @param {Pick<BuildOptions, "target" | "supported">} [options] */
async function scriptOf(entry, options) {
  await bundle(`handout-${basename(entry, ".js")}`, {
    entryPoints: [join(here, entry)],
    outdir: build,
    format: "iife",
    define: { globalThis: "self", "import.meta.url": '""' },
    ...options,
  });
  return readFileSync(join(build, entry), "utf8");
}

/**
 * As base64 of what xz takes it down to, with the size in the head, which it leaves open. What the script holds as base64
 * itself, the engine's data, would hardly become smaller: it goes behind the script as bytes.
 * @param {string} script
 */
function pack(script) {
  const [literal = "", data = ""] = script.match(/"([A-Za-z0-9+/]{10000,}=*)"/) ?? [];
  if (!data) throw new Error("wasm2js writes data in another way now");
  const bytes = [script.replace(literal, '"@data@"'), "\0", Buffer.from(data, "base64")].map((part) =>
    Buffer.from(part),
  );
  const input = Buffer.concat(bytes);
  const packed = execFileSync("xz", ["--format=lzma", "--stdout", "-9e"], { input, maxBuffer: 2 ** 24 });
  packed.writeBigUInt64LE(BigInt(input.length), 5);
  return packed.toString("base64");
}

/** Nothing is fetched, and nothing sent: scripts and styles are those of the file. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";

const unpack = await scriptOf("unpack.js", { target: "es5", supported: {} });
const styles = ["www/page.css", join(here, "live.css")].map((path) => readFileSync(path, "utf8")).join("");
const style = await transform(styles, { loader: "css", minify: true });

/**
 * Adds to what is on paper what takes its place where scripts run.
 * @param {string} name
 * @param {string} paper a page
 * @param {string} live an element
 * @param {string} packed what defines the element
 */
function write(name, paper, live, packed) {
  const scripts = `<script type="text/plain" id="packed">${packed}</script>\n<script>${unpack}</script>\n`;
  const handout = paper
    .replace("<head>\n", () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`)
    .replace(/<body.*>/, (body) => `${body}\n<style>${style.code.trim()}</style>\n${live}`)
    .replace("</body>", () => `${scripts}</body>`);
  writeFileSync(join(out, `${name}.html`), handout);
  const parts = { file: handout, paper, "unpacking script": unpack, "calculator and engine, packed": packed };
  const sizes = Object.entries(parts).map(([part, text]) => `${part} ${Buffer.byteLength(text)} B`);
  console.log(`${name.padEnd(36)} ${sizes.join(", ")}`);
}

/** One page of several: what refers to a part of a page refers to that of the policy. @param {[string, string][]} papers */
function together(papers) {
  const policies = papers.map(([policy, paper]) => {
    const [, region] = paper.match(/<p class="where">(.*)<\/p>/) ?? [];
    const [, title] = paper.match(/<h1>(.*)<\/h1>/) ?? [];
    const content = paper
      .replace(/^[\s\S]*<body.*>|<\/body>[\s\S]*$/g, "")
      .replace(/<nav[\s\S]*?<\/nav>/, "")
      .replace(/ (id|aria-labelledby)="| href="#/g, (start) => `${start}${policy}.`);
    return `<details><summary>${region} ${title}</summary>${content}</details>\n`;
  });
  const [, first = ""] = papers[0] ?? [];
  return first
    .replace(/<title>.*<\/title>/, "<title>稳岗计算器</title>")
    .replace(/<meta name="description".*>\n/, "")
    .replace("</style>", () => `${readFileSync(join(here, "all.css"), "utf8")}</style>`)
    .replace(
      /(<body.*>)[\s\S]*(<\/body>)/,
      (_, start, end) => `${start}\n<h1>稳岗计算器</h1>\n${policies.join("")}${end}`,
    );
}

/** @type {[string, string][]} */
const papers = readdirSync(build)
  .filter((name) => name.endsWith(".html"))
  .map((name) => [basename(name, ".html"), readFileSync(join(build, name), "utf8")]);

const calculator = pack(await scriptOf("calculator.js"));
for (const [policy, paper] of papers)
  write(policy, paper, `<wengang-handout policy="${policy}" hidden></wengang-handout>`, calculator);
write("all", together(papers), "<wengang-page hidden></wengang-page>", pack(await scriptOf("all.js")));
