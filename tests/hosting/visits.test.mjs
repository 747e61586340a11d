import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";
import { addPack } from "../../dist/npm/index.js";
import { chinese } from "../../www/messages/all.js";
import { FLAGS, Form, loaded, SHANGHAI, SMALL_ENTERPRISE, shows } from "../browser/support.mjs";
import { Server } from "./server.mjs";

/** @import { BrowserContext, Page } from "playwright-core" */

const folder = mkdtempSync(join(tmpdir(), "wengang-site-"));
const first = join(folder, "first");
const second = join(folder, "second");
const server = new Server();
/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  cpSync("dist/site", first, { recursive: true });
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
});
after(async () => {
  await browser.close();
  await server.remove();
  rmSync(folder, { recursive: true });
});

test("a first visit, one without a network, a new build while the page is open, and one without a network again", async () => {
  await server.start(first);
  const context = await browser.newContext();
  /** @type {string[]} */
  const complaints = [];
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });

  const open = await visit(context);
  for (const place of ["", "profile", `${SHANGHAI}/rules`, `${SHANGHAI}/compare`, `${SHANGHAI}/reconcile`, SHANGHAI]) {
    await open.evaluate((fragment) => location.assign(fragment), `#/${place}`);
    await open.locator("h2").first().waitFor();
  }
  await calculate(open);
  await kept(open, 1);
  const [engine] = named(first, /\.wasm$/);
  assert.ok(!server.requests.some((path) => path.includes(".wasm.js")), "the engine as JavaScript was loaded");
  assert.deepEqual(await open.evaluate("[localStorage.length, document.cookie]"), [0, ""]);

  await server.stop();
  const offline = await visit(context);
  await calculate(offline);
  assert.deepEqual(await scripts(offline), named(first, /^main\..*\.js$/));
  await offline.close();

  anotherBuild(first, second);
  await server.start(second);
  const updated = await visit(context);
  assert.deepEqual(await scripts(updated), named(second, /^main\..*\.js$/));
  await kept(updated, 1, named(second, /^main\..*\.js$/)[0]);
  // Nobody has taken away what is being filled in.
  await shows(new Form(open, SHANGHAI).verdict, "7,380.00");
  await new Form(open, SHANGHAI).fill({ premiumsPaid: "1000" });
  await shows(new Form(open, SHANGHAI).verdict, "600.00");
  // What has not changed was not loaded again.
  assert.equal(server.requests.filter((path) => path === `/${engine}`).length, 1);

  await server.stop();
  const offlineAgain = await visit(context);
  await calculate(offlineAgain);
  assert.deepEqual(await scripts(offlineAgain), named(second, /^main\..*\.js$/));
  const noise = /net::ERR_CONNECTION_REFUSED/; // the browser's own word for a network that is off
  assert.deepEqual(
    complaints.filter((text) => !noise.test(text)),
    [],
  );
  await context.close();
});

test("once the page is there, the server hears of none of its visitor's steps", async () => {
  await server.start(first);
  const context = await browser.newContext();
  const page = await visit(context);
  await loaded(page);
  // The browser itself looks once more whether there is another worker.
  await page.waitForTimeout(1000);
  const before = server.requests.length;
  for (const place of ["", "profile", `${SHANGHAI}/rules`, `${SHANGHAI}/compare`, `${SHANGHAI}/reconcile`, SHANGHAI]) {
    await page.evaluate((fragment) => location.assign(fragment), `#/${place}`);
    await page.locator("h2").first().waitFor();
  }
  await calculate(page);
  for (const button of await page.getByRole("button").all()) {
    // Printing would wait for somebody to answer.
    await page.evaluate(() => Object.assign(window, { print: () => {} }));
    if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => {});
  }
  await page.goBack();
  await page.goForward();
  await page.waitForTimeout(1000);
  assert.deepEqual(server.requests.slice(before), []);
  await context.close();
  await server.stop();
});

test("without a network, the page of a policy leads to the policy", async () => {
  await server.start(first);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/${SHANGHAI}/`);
  await calculate(page);
  await loaded(page);
  await kept(page, 1);
  await server.stop();
  const offline = await context.newPage();
  await offline.goto(`${server.url}/${SHANGHAI}/en.html`);
  await calculate(offline);
  assert.equal(offline.url(), `${server.url}/#/${SHANGHAI}`);
  await context.close();
});

test("an operator adds a policy to a site that is there: a pack, and one command", async () => {
  const site = join(folder, "added");
  cpSync(first, site, { recursive: true });
  const pack = addExample(site, "site");

  await server.start(site);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/example/`);
  await new Form(page, "example").fill({ hired: "12", left: "2" });
  await page.goto(server.url);
  const link = page.getByRole("link", { name: "例子", exact: true });
  await link.waitFor();
  await page.getByRole("searchbox").fill("某市");
  await link.click();
  const form = new Form(page, "example");
  await form.fill({ hired: "12", left: "2" });
  await shows(form.verdict, "5,000.00");
  await page.evaluate(() => location.assign("#/profile"));
  await page.getByRole("radio", { name: chinese.policy.audience.employer }).check();
  await page.getByLabel(chinese.profile.region, { exact: true }).fill("某市");
  await new Form(page, "example").fill({ hired: "12", left: "2" });
  const eligible = page.getByRole("region", { name: chinese.profile.outcome.eligible });
  await shows(eligible.getByRole("listitem").filter({ has: page.getByRole("link", { name: "例子" }) }), "5,000.00");
  await loaded(page);
  await kept(page, 1, pack);

  await server.stop();
  const offline = await context.newPage();
  await offline.goto(`${server.url}/#/example`);
  const again = new Form(offline, "example");
  await again.fill({ hired: "3", left: "2" });
  await shows(again.verdict, "500.00");
  await context.close();
});

test("an operator adds a policy to the calculators for other people's pages in the same way", async (context) => {
  const embed = join(folder, "embed");
  cpSync("dist/embed", embed, { recursive: true });
  const there = () => readdirSync(join(embed, "packs")).filter((name) => name.endsWith(".pack"));
  const before = there();
  const pack = addExample(embed, "catalogue");
  assert.deepEqual(there(), [...before, pack].sort());

  const embedding = new Server("pkg-config/embed/nginx.conf");
  context.after(() => embedding.remove());
  await embedding.start(embed);
  const page = await browser.newPage();
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const host = `${embedding.url}/host`;
  const body = `<!doctype html><title>x</title><script src="${embedding.url}/wengang.js"></script>
    <wengang-calculator policy="example"></wengang-calculator>`;
  await page.route(host, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(host);
  await shows(page.getByRole("heading", { level: 2 }), "例子");
  const form = new Form(page, "example");
  await form.fill({ hired: "12", left: "2" });
  await shows(form.verdict, "5,000.00");
  assert.ok(asked.includes(`${embedding.url}/packs/${pack}`));
  const choices = page.getByLabel(chinese.policy.choose).getByRole("option");
  assert.equal(await choices.count(), before.length + 1);
  await page.close();
});

test("a page that is withdrawn is forgotten by the browsers that kept it", async () => {
  const withdrawn = join(folder, "withdrawn");
  cpSync(first, withdrawn, { recursive: true });
  for (const ending of ["", ".br", ".gz"]) rmSync(join(withdrawn, `sw.js${ending}`));
  cpSync("pkg-config/site/withdraw.js", join(withdrawn, "sw.js"));
  await server.start(first);
  const context = await browser.newContext();
  await kept(await visit(context), 1);
  await server.stop();
  await server.start(withdrawn);
  const page = await visit(context);
  const left = () =>
    page.evaluate(async () => [Boolean(await navigator.serviceWorker.getRegistration()), await caches.keys()]);
  for (let attempt = 0; attempt < 100 && !isDeepStrictEqual(await left(), [false, []]); attempt += 1) await pause(100);
  assert.deepEqual(await left(), [false, []]);
  await context.close();
  await server.stop();
});

test("where the server forbids WebAssembly, its form as JavaScript is loaded, and kept instead", async () => {
  await server.start(first, { withoutWebAssembly: true });
  const context = await browser.newContext();
  const page = await visit(context);
  await calculate(page);
  await kept(page, 1, ".wasm.js");
  const files = await page.evaluate(async () => {
    const [name = ""] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url.replace(/.*\//, ""));
  });
  assert.deepEqual(
    files.filter((name) => name.endsWith(".wasm")),
    [],
  );
  await server.stop();
  await calculate(await visit(context));
  await context.close();
});

test("browsers without constructed style sheets draw the same, under the policy of the sample", async () => {
  await server.start(first);
  const [page, older] = [await browser.newPage(), await browser.newPage()];
  await older.addInitScript({ path: "tests/browser/hosts/without-constructed-sheets.js" });
  await Promise.all(
    [page, older].map(async (each) => {
      await each.goto(`${server.url}/#/${SHANGHAI}`);
      await calculate(each);
      await loaded(each);
      await each.locator("wengang-faq-links a").last().waitFor();
    }),
  );
  // The sheets of what comes last are still on their way where each is a link.
  const picture = async (/** @type {Page} */ each) => (await each.screenshot({ fullPage: true })).toString("base64");
  let isSame = false;
  for (let attempt = 0; attempt < 20 && !isSame; attempt += 1) {
    isSame = (await picture(page)) === (await picture(older));
    if (!isSame) await pause(500);
  }
  assert.ok(isSame, "another picture");
  assert.deepEqual(await older.evaluate("violations"), []);
  // Each element has its own link, but the file is not asked for again.
  const sheets = () => server.requests.filter((path) => path.endsWith(".css")).length;
  const before = sheets();
  await older.evaluate((fragment) => location.assign(fragment), `#/${SHANGHAI}/rules`);
  await older.locator("wengang-rule-page section").first().waitFor();
  assert.equal(sheets(), before);
  await Promise.all([page.close(), older.close()]);
  await server.stop();
});

test("where the network is there but silent, the page comes as it was kept", async () => {
  await server.start(first);
  const context = await browser.newContext();
  await kept(await visit(context), 1);
  server.fallSilent();
  await calculate(await visit(context));
  await context.close();
  await server.stop();
});

test("script and engine are loaded side by side", async () => {
  await server.start(first);
  const context = await browser.newContext();
  const page = await visit(context);
  const [engine, script] = await page.evaluate(() =>
    ["wasm", "js"].map((extension) => {
      const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
      const { startTime, responseEnd } = entries.filter(({ name }) => name.endsWith(extension))[0] ?? {};
      return { startTime, responseEnd };
    }),
  );
  assert.ok(Number(engine?.startTime) < Number(script?.responseEnd), JSON.stringify({ engine, script }));
  await context.close();
  await server.stop();
});

test("where a new build is still being copied, the worker waits for another time", async () => {
  anotherBuild(first, second);
  cpSync(join(first, "index.html"), join(second, "index.html"));
  for (const suffix of [".gz", ".br"]) rmSync(join(second, `index.html${suffix}`), { force: true });
  await server.start(second);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  const failure = await page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.register("./sw.js");
    const worker = installing ?? waiting ?? active;
    while (worker && !["redundant", "activated"].includes(worker.state)) {
      await new Promise((changed) => worker.addEventListener("statechange", changed, { once: true }));
    }
    return worker?.state;
  });
  assert.equal(failure, "redundant");
  await context.close();
  await server.stop();
});

/**
 * Adds the policy "example", which is in force, to what was built, as docs/hosting.md says.
 * @param {string} built
 * @param {"site" | "catalogue"} command the one that makes anew what hangs on packs
 * @returns {string} the name of its pack
 */
function addExample(built, command) {
  const packs = join(built, "packs");
  const wengang = (/** @type {string[]} */ ...given) =>
    execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", ...given]);
  const made = join(folder, "made");
  const example = join(folder, "example.toml");
  const year = new Date().getFullYear();
  const period = `period = { from = ${year - 1}-01-01, to = ${year + 1}-12-31 }`;
  writeFileSync(example, readFileSync("tests/mistakes/none.toml", "utf8").replace(/^scheme .*$/m, `$&\n${period}`));
  wengang("pack", example, "-o", made);
  const [pack = ""] = readdirSync(made).filter((name) => name.endsWith(".pack"));
  cpSync(join(made, pack), join(packs, pack));
  wengang(command, command === "site" ? built : packs);
  // For the words that the form is found by.
  addPack(readFileSync(join(made, pack)));
  return pack;
}

/** @param {BrowserContext} context */
async function visit(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.url}/#/${SHANGHAI}`);
  await page.locator("wengang-calculator").waitFor();
  return page;
}

/** @param {Page} page */
async function calculate(page) {
  const form = new Form(page, SHANGHAI);
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
}

/** Name of the page's script, in a list. @param {Page} page */
function scripts(page) {
  return page
    .locator("script[type=module]")
    .evaluateAll((found) => found.map((script) => /** @type {HTMLScriptElement} */ (script).src.replace(/.*\//, "")));
}

/**
 * Waits until the worker keeps one build, with this file.
 * @param {Page} page
 * @param {number} builds
 * @param {string} [file]
 */
async function kept(page, builds, file = "") {
  // A browser may let the worker before first be idle for half a minute.
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const found = await page.evaluate(async () => {
      const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
      const names = await caches.keys();
      const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return { active: active?.state, builds: names.length, files: files.flat().map(({ url }) => url) };
    });
    const { active, files } = found;
    if (active === "activated" && found.builds === builds && files.some((url) => url.includes(file))) return;
    await pause(100);
  }
  throw new Error(`The worker does not keep ${file}`);
}

/**
 * The names of the files of a build that match.
 * @param {string} site
 * @param {RegExp} pattern
 */
function named(site, pattern) {
  return readdirSync(site).filter((name) => pattern.test(name));
}

/**
 * A build whose script is another.
 * @param {string} from
 * @param {string} to
 */
function anotherBuild(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  for (const name of named(to, /\.(br|gz)$/)) rmSync(join(to, name));
  const [script = ""] = named(to, /^main\..*\.js$/);
  renameSync(join(to, script), join(to, "main.SECOND22.js"));
  for (const name of ["index.html", "sw.js"]) {
    const text = readFileSync(join(to, name), "utf8");
    // The worker's caches are told apart by the build's hash.
    const build = name === "sw.js" ? text.replace(/\+"[0-9A-F]{8}"/, '+"22222222"') : text;
    writeFileSync(join(to, name), build.replaceAll(script, "main.SECOND22.js"));
  }
}
