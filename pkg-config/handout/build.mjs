// Packs dist/handout: for each policy, and for all of them, one file to pass on. What it says without scripts is what
// `wengang doc --form` draws; the calculator and its engine are packed in it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { messagesIn } from "../../www/messages/all.js";
import { bundle, engineFor, engineFrom, settingsFor } from "../bundle.mjs";
import { compressed } from "../compressed/write.mjs";
import { PACKS, QUESTIONS, sectionOf, titles } from "../policies.mjs";
import { BROWSERS } from "../sources.mjs";
import { styles } from "../styles.mjs";
import { calculatorTexts } from "./messages.mjs";
import { textsIn } from "./texts.js";

/** @import { BuildOptions } from "esbuild" */
/** @import { Locale } from "wengang" */

const here = "pkg-config/handout";
const build = "build/handout";
const out = "dist/handout";

rmSync(build, { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** @param {string} entry @returns {BuildOptions & { entryPoints: string[] }} */
function settingsOf(entry) {
  return {
    entryPoints: [join(here, entry)],
    outdir: build,
    format: "iife",
    define: { globalThis: "self", "import.meta.url": '""', TITLES: JSON.stringify(titles()) },
  };
}

/** A classic script: browsers load no modules from files. @param {string} entry @param {Pick<BuildOptions, "target" | "supported" | "plugins">} [options] */
async function scriptOf(entry, options) {
  await bundle(`handout-${basename(entry, ".js")}`, { ...settingsOf(entry), ...options });
  return readFileSync(join(build, entry), "utf8");
}

/**
 * Compressed. What the script holds as base64 itself, the engine's data, would hardly become smaller: it goes behind the script
 * as bytes, and how many they are stands in its place.
 * @param {string} script
 */
function pack(script) {
  /** @type {Buffer[]} */
  const data = [];
  const rest = script.replace(/"([A-Za-z0-9+/]{1000,}=*)"/g, (_, literal) => {
    const bytes = Buffer.from(literal, "base64");
    data.push(bytes);
    return `"@data:${bytes.length}@"`;
  });
  if (data.length === 0) throw new Error("wasm2js writes data in another way now");
  return compressed(Buffer.concat([Buffer.from(`${rest}\0`), ...data]));
}

/**
 * Nothing is fetched: styles are those of the file, and scripts the very ones that it was built with.
 * @param {string[]} scripts
 */
function policyFor(...scripts) {
  const sources = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const rest = "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `default-src 'none'; script-src ${sources.join(" ")}; ${rest}`;
}

const opening = await scriptOf("opening.js", { target: "es5", supported: {} });
const unpack = await scriptOf("unpack.js", { target: "es5", supported: {} });
const ownEngine = engineFrom(await engineFor("handout", settingsFor(settingsOf("calculator.js"))));
const calculator = await scriptOf("calculator.js", { plugins: [ownEngine, calculatorTexts] });
const page = await scriptOf("all.js");
/** What is packed of each. */
const packedForms = new Map([calculator, page].map((script) => [script, pack(script)]));
const live = await styleOf("www/page.css", join(here, "live.css"));
const several = await styleOf(join(here, "all.css"));

/** @param {string[]} paths */
function styleOf(...paths) {
  return styles(paths.map((path) => readFileSync(path, "utf8")).join(""), BROWSERS);
}

/**
 * Adds to what is on paper what takes its place where scripts run.
 * @param {string} file
 * @param {string} paper a page
 * @param {string} element the start of the calculator's tag
 * @param {string} standIn what is in its place while it is unpacked
 * @param {string} script what defines it
 * @param {string} [only] the id of its policy; all of them without it
 */
function write(file, paper, element, standIn, script, only) {
  const packed = packedForms.get(script) ?? "";
  const policy = policyFor(opening, unpack, script);
  const [, name] = element.match(/^<([\w-]+)/) ?? [];
  const start = `<style>${live}</style>\n${element} hidden>${standIn}</${name}>\n<script>${opening}</script>`;
  const policies = compressed(sectionOf((id) => only === undefined || id === only));
  const data = Object.entries({ packed, policies }).map(
    ([id, text]) => `<script type="text/plain" id="${id}">${text}</script>`,
  );
  // As www/faq/questions.js finds them.
  if (only === undefined) {
    const questions = readFileSync(join(PACKS, QUESTIONS), "utf8").replaceAll("<", "\\u003c");
    data.push(`<script type="application/json" id="faq">${questions}</script>`);
  }
  const end = `${data.join("\n")}\n<script>${unpack}</script>\n`;
  const handout = paper
    .replace("<head>\n", () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n`)
    .replace(/<body.*>/, (body) => `${body}\n${start}`)
    .replace("</body>", () => `${end}</body>`);
  writeFileSync(join(out, file), handout);
  const parts = { file: handout, paper, "calculator and engine, packed": packed, policies };
  const sizes = Object.entries(parts).map(([part, text]) => `${part} ${Buffer.byteLength(text)} B`);
  console.log(`${file.padEnd(44)} ${sizes.join(", ")}`);
}

/**
 * A frame of the calculator's measures: with the words of its controls, which are not shown yet, and its heading.
 * @param {Locale} locale
 * @param {string[]} controls before those of every page
 * @param {string} heading as it stands in a page
 */
function standIn(locale, controls, heading) {
  const { loading, nav, page } = messagesIn(locale);
  const words = [...controls, nav.large, page.otherLanguage].map((word) => `<span>${word}</span>`).join("");
  return `<div class="bar"><div class="frame"><b>${page.title}</b><div class="controls" aria-hidden="true">${words}</div></div></div>
<div class="frame">${heading && `<p class="heading">${heading}</p>`}<p role="status">${loading}</p></div>`;
}

/** @param {string} paper */
function titleOf(paper) {
  return paper.match(/<h1>(.*)<\/h1>/)?.[1] ?? "";
}

/**
 * One page of several: what refers to a part of a page refers to that of the policy.
 * @param {[string, string][]} papers
 * @param {string} name of the whole
 */
function together(papers, name) {
  const policies = papers.map(([policy, paper]) => {
    const [, region] = paper.match(/<p class="where">(.*)<\/p>/) ?? [];
    const content = paper
      .replace(/^[\s\S]*<body.*>|<\/body>[\s\S]*$/g, "")
      .replace(/<nav[\s\S]*?<\/nav>/, "")
      .replace(/ (id|aria-labelledby)="| href="#/g, (start) => `${start}${policy}.`);
    return `<details><summary>${region} ${titleOf(paper)}</summary>${content}</details>\n`;
  });
  const [, first = ""] = papers[0] ?? [];
  return first
    .replace(/<title>.*<\/title>/, `<title>${name}</title>`)
    .replace(/<meta name="description".*>\n/, "")
    .replace(/(@bottom-left\{content:)"[^"]*"/, `$1"${name}"`)
    .replace("</style>", () => `${several}</style>`)
    .replace(
      /(<body.*>)[\s\S]*(<\/body>)/,
      (_, start, end) => `${start}\n<h1>${name}</h1>\n${policies.join("")}${end}`,
    );
}

/**
 * @param {Locale} locale
 * @returns {Promise<[string, string][]>} the paper of each policy, with its style made small
 */
async function papersIn(locale) {
  const folder = join(build, locale);
  const doc = ["doc", "--all", "--form", "--locale", locale, "-o", folder];
  execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", ...doc]);
  const names = readdirSync(folder).sort();
  return Promise.all(names.map(async (name) => [basename(name, ".html"), await small(join(folder, name))]));
}

/** @param {string} path */
async function small(path) {
  const paper = readFileSync(path, "utf8");
  const [, style = ""] = paper.match(/<style>([\s\S]*?)<\/style>/) ?? [];
  const written = await styles(style, BROWSERS);
  return paper.replace(style, () => written);
}

for (const [locale, ending] of /** @type {[Locale, string][]} */ ([
  ["zh-CN", "html"],
  ["en", "en.html"],
])) {
  const papers = await papersIn(locale);
  const { paper: toPaper } = textsIn(locale, locale);
  for (const [policy, paper] of papers) {
    const element = `<wengang-handout policy="${policy}" locale="${locale}"`;
    write(`${policy}.${ending}`, paper, element, standIn(locale, [toPaper], titleOf(paper)), calculator, policy);
  }
  const all = together(papers, messagesIn(locale).page.title);
  write(`all.${ending}`, all, `<wengang-page locale="${locale}"`, standIn(locale, [], ""), page);
}
