// How the engine is loaded: whatever is given, whatever is missing, and what is said of it.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { policies } from "../../dist/npm/index.js";
import { start } from "../contract/page/serve.mjs";
import { FLAGS } from "./support.mjs";

/** How many policies there are. */
const ALL = policies().length;

const WASM = "**/runtime/wengang_bg.wasm";
const FALLBACK = "**/runtime/wengang_bg.wasm.js";

const site = await start({ inputs: 1 });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(async () => {
  await browser.close();
  await site.close();
});

/** A page that has imported the package and loaded nothing yet. */
async function open({ withWebAssembly = true } = {}) {
  const page = await browser.newPage();
  const blank = new URL("/blank", site.url).href;
  await page.route(blank, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>x</title>" }),
  );
  if (!withWebAssembly) await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const warnings = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname.replace(/.*\//, "")));
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.goto(blank);
  /** @param {string} argument of init, as JavaScript: how many policies there are then, or what has gone wrong */
  const init = (argument = "") =>
    page.evaluate(`(async () => {
      const runtime = "/dist/npm/runtime";
      const { default: init, policies } = await import(runtime + "/index.js");
      try {
        await init(${argument});
        return policies().length;
      } catch (error) {
        return String(error);
      }
    })()`);
  return { page, requests, warnings, init };
}

describe("with WebAssembly", () => {
  const fetched = 'await (await fetch(runtime + "/wengang_bg.wasm")).arrayBuffer()';
  const given = {
    nothing: "",
    "an address relative to the page": '"dist/npm/runtime/wengang_bg.wasm"',
    "a URL": 'new URL(runtime + "/wengang_bg.wasm", location.href)',
    "a request": 'new Request(runtime + "/wengang_bg.wasm")',
    "a response that is still to come": 'fetch(runtime + "/wengang_bg.wasm")',
    bytes: fetched,
    "a view of bytes": `new Uint8Array(${fetched})`,
    "a compiled module": `await WebAssembly.compile(${fetched})`,
    "another loader, as that of WeChat": `async (imports) => WebAssembly.instantiate(${fetched}, imports)`,
    "what gives an instance": `async (imports) => (await WebAssembly.instantiate(${fetched}, imports)).instance`,
    "what gives the exports": `async (imports) => (await WebAssembly.instantiate(${fetched}, imports)).instance.exports`,
  };
  for (const [name, argument] of Object.entries(given)) {
    test(`takes ${name}`, async () => {
      const { init, requests, warnings } = await open();
      assert.equal(await init(argument), ALL);
      assert(!requests.includes("wengang_bg.wasm.js"));
      assert.deepEqual(warnings, []);
    });
  }

  test("does without where the file is missing, and says so", async () => {
    const { page, init, warnings } = await open();
    await page.route(WASM, (route) => route.fulfill({ status: 404 }));
    assert.equal(await init(), ALL);
    assert.match(warnings.join(), /WebAssembly was refused.*wengang_bg\.wasm: 404/);
  });

  test("does without where a page comes in the place of the file, and says so", async () => {
    const { page, init, warnings } = await open();
    await page.route(WASM, (route) => route.fulfill({ contentType: "text/html", body: "<p>" }));
    assert.equal(await init(), ALL);
    assert.match(warnings.join(), /WebAssembly was refused.*is no WebAssembly: text\/html/);
  });

  test("says that the file is missing where there is nothing in its place either", async () => {
    const { page, init } = await open();
    await page.route(WASM, (route) => route.fulfill({ status: 404 }));
    await page.route(FALLBACK, (route) => route.fulfill({ status: 404 }));
    assert.match(String(await init()), /wengang_bg\.wasm: 404/);
  });

  for (const [where, refused] of Object.entries({
    "at once": false,
    "before the next event, where browsers make no instance at once": true,
  })) {
    test(`begins anew once it was stopped halfway: ${where}`, async () => {
      const { page, init } = await open();
      if (refused) {
        await page.addInitScript(() => {
          Reflect.set(WebAssembly, "Instance", function Instance() {
            throw new RangeError("disallowed on the main thread");
          });
        });
        await page.reload();
      }
      await init();
      const missing = await page.evaluate(
        async ({ runtime, refused }) => {
          const { evaluate } = await import(runtime);
          const fill = () => evaluate("national-enterprise-size", { industry: "manufacturing" }).missing;
          const useUp = () => {
            try {
              useUp();
            } catch {
              fill();
            }
          };
          for (let time = 0; time < 20; time += 1) {
            try {
              useUp();
            } catch {}
          }
          try {
            fill();
          } catch {
            if (refused) await new Promise((resolve) => setTimeout(resolve, 200));
          }
          return fill();
        },
        { runtime: "/dist/npm/runtime/index.js", refused },
      );
      assert.deepEqual(missing, ["employees", "revenue"]);
    });
  }

  test("can be tried again after the network has failed", async () => {
    const { page, init, requests } = await open();
    for (const file of [WASM, `${WASM}.js`]) await page.route(file, (route) => route.abort());
    assert.match(String(await init()), /TypeError/);
    for (const file of [WASM, `${WASM}.js`]) await page.unroute(file);
    assert.equal(await init(), ALL);
    assert(requests.includes("wengang_bg.wasm"));
  });

  test("does without where the network cuts the module off", async () => {
    const { page, init } = await open();
    await page.route(WASM, (route) => route.abort());
    assert.equal(await init(), ALL);
  });

  test("takes what a server calls by another type", async () => {
    const { page, init, warnings } = await open();
    await page.route(WASM, async (route) =>
      route.fulfill({ response: await route.fetch(), contentType: "application/octet-stream" }),
    );
    assert.equal(await init(), ALL);
    assert.deepEqual(warnings, []);
  });

  test("does without where the module is refused, and says why", async () => {
    const { page, init, warnings } = await open();
    // A module of a version that no engine knows.
    const body = Buffer.from("\0asm\x63\0\0\0");
    await page.route(WASM, (route) => route.fulfill({ contentType: "application/wasm", body }));
    assert.equal(await init(), ALL);
    assert.match(warnings.join(), /WebAssembly was refused.*CompileError/);
  });
});

describe("beginning with one policy", () => {
  const ONE = "national-enterprise-size";
  const RUNTIME = "/dist/npm/runtime/index.js";

  test("takes its line of the catalogue, and the catalogue when it is asked for", async () => {
    const { page, init, requests } = await open();
    assert.equal(await init(`{ entry: "${ONE}" }`), 1);
    assert.deepEqual(
      requests.filter((name) => /json|pack$/.test(name)).map((name) => name.replace(/\.[0-9a-f]{16}/, "")),
      [`${ONE}.entry.json`, `${ONE}.pack`],
    );
    const counts = await page.evaluate(async (runtime) => {
      const { catalogue, loadCatalogue, loaded, policies } = await import(runtime);
      const before = [policies().length, catalogue().length, loaded()];
      await Promise.all([loadCatalogue(), loadCatalogue()]);
      await loadCatalogue();
      return [before, [policies().length, catalogue().length, loaded()]];
    }, RUNTIME);
    assert.deepEqual(counts, [
      [1, 1, [ONE]],
      [ALL, ALL, [ONE]],
    ]);
    assert.equal(requests.filter((name) => name === "catalogue.json").length, 1);
  });

  test("fetches the catalogue for whatever else is loaded", async () => {
    const { page, init } = await open();
    await init(`{ entry: "${ONE}" }`);
    const loaded = await page.evaluate(async (runtime) => {
      const { load, loaded } = await import(runtime);
      await load("national-overtime-pay");
      return loaded();
    }, RUNTIME);
    assert.deepEqual(loaded, [ONE, "national-overtime-pay"]);
  });

  for (const [name, entry, asked] of /** @type {const} */ ([
    ["of a policy that is none", "no-such-policy", ["no-such-policy.entry.json"]],
    ["of what cannot be one", "../%2e%2e/Überstunden?x", []],
  ])) {
    test(`takes the whole catalogue in the place of the line ${name}`, async () => {
      const { init, requests } = await open();
      assert.equal(await init(JSON.stringify({ entry, policies: [] })), ALL);
      assert.deepEqual(
        requests.filter((name) => name.endsWith("json")),
        [...asked, "catalogue.json"],
      );
    });
  }

  test("takes the whole catalogue where a server has another page in the place of the line", async () => {
    const { page, init } = await open();
    await page.route("**/*.entry.json", (route) => route.fulfill({ contentType: "text/html", body: "<p>" }));
    assert.equal(await init(`{ entry: "${ONE}", policies: [] }`), ALL);
  });
});

describe("without WebAssembly", () => {
  const given = {
    nothing: "",
    "an address relative to the page": 'undefined, "dist/npm/runtime/wengang_bg.wasm.js"',
    "the engine itself": 'undefined, (await import(runtime + "/wengang_bg.wasm.js")).default',
    "the engine itself, in the first place": '(await import(runtime + "/wengang_bg.wasm.js")).default',
  };
  for (const [name, argument] of Object.entries(given)) {
    test(`takes ${name}`, async () => {
      const { init, requests } = await open({ withWebAssembly: false });
      assert.equal(await init(argument), ALL);
      assert(!requests.includes("wengang_bg.wasm"));
    });
  }

  test("says that the file is missing", async () => {
    const { page, init } = await open({ withWebAssembly: false });
    await page.route(FALLBACK, (route) => route.fulfill({ status: 404 }));
    assert.match(String(await init()), /wengang_bg\.wasm\.js/);
  });

  test("keeps its memory together when that grows", async () => {
    const { page, init } = await open({ withWebAssembly: false });
    await init();
    const amounts = await page.evaluate(async (runtime) => {
      const { evaluateColumns } = await import(runtime);
      const premiumsPaid = Array.from({ length: 50_000 }, (_, row) => `${row}.05`);
      const columns = Object.fromEntries(
        Object.entries({
          employerKind: "lawFirm",
          paidAsRequired: true,
          seriouslyDishonest: false,
          insuredFullYear: true,
          insuredAtStart: "１００",
          insuredAtEnd: 97,
          naturalAttrition: 1,
        }).map(([field, answer]) => [field, premiumsPaid.map(() => answer)]),
      );
      const { amountFen, errors } = evaluateColumns("shanghai-2024-stabilisation-refund", { ...columns, premiumsPaid });
      return [errors.length, ...[0, 1, 49_999].map((row) => Number(amountFen[row]))];
    }, "/dist/npm/runtime/index.js");
    assert.deepEqual(amounts, [0, 3, 63, 2_999_943]);
  });
});
