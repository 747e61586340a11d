// What WeChat looks at before it takes a package: its size, its syntax, its pages.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { test } from "node:test";
import { parse } from "acorn";
import { simple } from "acorn-walk";
import { PACKAGE } from "./logic-layer.mjs";

/** WeChat's limit for a package without subpackages. */
const LIMIT = 2 * 1024 * 1024;

const files = readdirSync(PACKAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(PACKAGE.length + 1));
const read = (/** @type {string} */ path) => readFileSync(join(PACKAGE, path), "utf8");
const json = (/** @type {string} */ path) => JSON.parse(read(path));
const scripts = files.filter((path) => path.endsWith(".js"));

test("the package is within 2 MB", (context) => {
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const path of files) {
    const part = path.startsWith("engine/") ? path : (path.split("/")[0] ?? path);
    sizes[part] = (sizes[part] ?? 0) + statSync(join(PACKAGE, path)).size;
  }
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  for (const [part, size] of Object.entries({ ...sizes, total })) context.diagnostic(`${part}: ${size} bytes`);
  assert(total < LIMIT, `${total} bytes`);
});

test("every script is a CommonJS script of 2017", () => {
  assert(scripts.length > 8);
  for (const path of scripts)
    parse(read(path), { ecmaVersion: 2017, sourceType: "script", allowReturnOutsideFunction: true });
});

test("every script is asked for by its path, and is there", () => {
  const wanted = new Set(["app.js"]);
  for (const path of scripts) {
    simple(parse(read(path), { ecmaVersion: 2017 }), {
      CallExpression({ callee, arguments: [name] }) {
        if (callee.type !== "Identifier" || callee.name !== "require" || !name) return;
        assert(name.type === "Literal" && typeof name.value === "string", `${path}: ${name.type}`);
        wanted.add(posix.join(dirname(path), name.value));
      },
    });
  }
  const drawn = [...components(), ...json("app.json").pages].map((path) => `${path}.js`);
  assert.deepEqual([...scripts].sort(), [...new Set([...wanted, ...drawn])].sort());
});

/** The paths of all components that a page uses, or a component of it. */
function components() {
  /** @type {Set<string>} */
  const found = new Set();
  const look = (/** @type {string} */ path) => {
    for (const used of Object.values(json(`${path}.json`).usingComponents ?? {})) {
      const component = used.startsWith("/") ? used.slice(1) : posix.join(dirname(path), used);
      if (found.has(component)) continue;
      found.add(component);
      look(component);
    }
  };
  json("app.json").pages.forEach(look);
  return found;
}

test("pages, components and styles are all there, and nothing else is", () => {
  const known = new Set(["app.js", "app.json", "app.wxss", json("app.json").sitemapLocation]);
  // What pages share.
  for (const name of ["config.js", "desk.js", "save-file.js"]) known.add(name);
  const { policies } = JSON.parse(readFileSync("build/packs/catalogue.json", "utf8"));
  for (const id of ["index", ...policies.map((/** @type {{ id: string }} */ { id }) => id)])
    known.add(`engine/packs/${id}.js`);
  for (const path of ["engine/index.js", "engine/fallback.js", "engine/wengang_bg.wasm.br"]) known.add(path);
  for (const path of [...json("app.json").pages, ...components()]) {
    for (const type of ["js", "json", "wxml"]) known.add(`${path}.${type}`);
    if (existsSync(join(PACKAGE, `${path}.wxss`))) known.add(`${path}.wxss`);
  }
  for (const path of files.filter((name) => name.endsWith(".wxss"))) {
    for (const [, name = ""] of read(path).matchAll(/@import "(.+)";/g)) known.add(posix.join(dirname(path), name));
  }
  assert.deepEqual([...files].sort(), [...known].sort());
});

test("templates name no handler and no component that is not there", () => {
  const templates = [...json("app.json").pages, ...components()];
  for (const path of templates) {
    const template = read(`${path}.wxml`);
    const script = read(`${path}.js`);
    for (const [, handler = ""] of template.matchAll(/ bind\w+="(\w+)"/g)) {
      assert.match(script, new RegExp(`^ +(async )?${handler}\\(`, "m"), `${path}: ${handler}`);
    }
    const used = new Set(Object.keys(json(`${path}.json`).usingComponents ?? {}));
    const named = new Set(Array.from(template.matchAll(/<(wengang-[\w-]+)/g), ([, name]) => name));
    assert.deepEqual(named, used, path);
  }
});

test("the texts of templates are all known, in both languages", async () => {
  const { wordsIn } = await import("../../pkg-config/miniprogram/logic/words.js");
  const used = new Set();
  for (const path of files.filter((name) => /\.(wxml|js)$/.test(name) && !name.startsWith("engine/"))) {
    for (const [, word] of read(path).matchAll(/\bwords\.(\w+)/g)) used.add(word);
  }
  for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
    assert.deepEqual(Object.keys(wordsIn(locale)).sort(), [...used].sort(), locale);
  }
});

test("as it comes it opens without an account, and names no address", () => {
  const { appid, miniprogramRoot } = JSON.parse(readFileSync("dist/miniprogram/project.config.json", "utf8"));
  assert.equal(appid, "touristappid");
  assert(existsSync(join("dist/miniprogram", miniprogramRoot, "app.json")));
  assert.match(read("config.js"), /webAddress: ""/);
});

test("only the page for the web view loads WeChat's script, before its own", () => {
  const page = readFileSync("dist/miniprogram/h5/mini-program.html", "utf8");
  const [first] = page.match(/<script.*?>/) ?? [];
  assert.equal(first, '<script src="https://res.wx.qq.com/open/js/jweixin-1.6.0.js">');
  const without = page.replace(`${first}</script>\n    `, "").replace("'self' https://res.wx.qq.com", "'self'");
  assert.equal(without, readFileSync("dist/site/index.html", "utf8"));
});
