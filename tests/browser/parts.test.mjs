// The parts that come after the first answer: what there is without them, what is said meanwhile, and what when they cannot be had.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { describe as describePolicy } from "../../dist/npm/index.js";
import { chinese, english } from "../../www/messages/all.js";
import { ofEachKind } from "./kinds.mjs";
import { PolicyWords } from "./policy-words.mjs";
import { Form, gone, loaded, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const site = await openSite();

/** What the page names, and so loads at once. */
const index = readFileSync("dist/site/index.html", "utf8");

/**
 * A page that has the parts of its first view only, as long as `arrive` is not called.
 * @param {string} fragment
 * @param {{ fail?: boolean, wanted?: RegExp }} [options] with those that come all the same
 */
async function openAlone(fragment, { fail = false, wanted = /^$/ } = {}) {
  const page = await site.browser.newPage({ viewport: SIZES.desktop });
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  let open = false;
  /** @type {() => void} */
  let arrive = () => {};
  const arrival = new Promise((resolve) => {
    arrive = () => {
      open = true;
      resolve(undefined);
    };
  });
  await page.route("**/*.js", async (route) => {
    const name = route.request().url().replace(/.*\//, "");
    if (!scriptsFor(fragment).includes(name) && !wanted.test(name) && !open) {
      if (fail) return route.abort();
      await arrival;
    }
    await route.continue();
  });
  await page.goto(`${site.url}/${fragment}`);
  return { page, errors, arrive: () => arrive() };
}

/** The scripts that the page names for the view of an address, and for every view. @param {string} fragment */
function scriptsFor(fragment) {
  const [, path = ""] = /^#\/([^?]*)/.exec(fragment) ?? [];
  const [policy, page] = path.split("/");
  const view =
    policy === "" ? "start" : policy === "profile" ? "profile" : page === "year" ? page : page ? "rules" : "policy";
  const [, own = ""] = new RegExp(`data-${view}="([^"]*)"`).exec(index) ?? [];
  return index.replace(/data-[a-z]+="[^"]*"/g, "") + own;
}

describe("while all else is on its way", () => {
  for (const id of ofEachKind()) {
    test(`${id} is filled in and has its result`, async () => {
      const { page, errors, arrive } = await openAlone(`#/${id}`, { wanted: /^(table|local-rules|chunk)\./ });
      const { examples } = describePolicy(id);
      const [example] = examples;
      assert.ok(example);
      await page.locator("wengang-result").waitFor({ state: "attached" });
      await page.evaluate(
        (inputs) => {
          const calculator = document.querySelector("wengang-page")?.shadowRoot?.querySelector("wengang-calculator");
          Object.assign(/** @type {object} */ (calculator), { inputs });
        },
        /** @type {Record<string, unknown>} */ (example.inputs),
      );
      const { messages } = new PolicyWords(id, "zh-CN");
      await shows(page.locator("wengang-result"), /./);
      await shows(page.locator("wengang-awaited").filter({ visible: true }), messages.later.coming);
      assert.deepEqual(errors, []);
      arrive();
      await gone(page.locator("wengang-awaited"));
      await page.locator("wengang-keep").waitFor();
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  test("pressing and typing ask for nothing sooner", async () => {
    const { page, arrive } = await openAlone(`#/${SHANGHAI}`);
    /** @type {string[]} */
    const requests = [];
    const form = new Form(page, SHANGHAI);
    await form.fill(SMALL_ENTERPRISE);
    await shows(form.verdict, "7,380.00");
    // The first of the rest is on its way, and everything else after it.
    await page.waitForTimeout(2000);
    page.on("request", (request) => requests.push(request.url()));
    await page.getByRole("link", { name: chinese.nav.comparison }).click();
    await shows(page.locator("main wengang-awaited"), chinese.later.coming);
    await page.getByRole("link", { name: chinese.nav.profile }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("link", { name: chinese.nav.start }).click();
    await page.waitForTimeout(500);
    assert.deepEqual(requests, []);
    arrive();
    await page.getByRole("heading", { name: english.finder.all }).waitFor();
    await loaded(page);
    await page.close();
  });
});

test("what cannot be had says so, and comes when it is tried again", async () => {
  const { page, arrive } = await openAlone(`#/${SHANGHAI}`, { fail: true });
  const form = new Form(page, SHANGHAI);
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  const missing = page.locator("wengang-awaited").filter({ hasText: chinese.later.failed });
  await page.getByRole("link", { name: chinese.nav.comparison }).click();
  await page.locator("main wengang-awaited").filter({ hasText: chinese.later.failed }).first().waitFor();
  arrive();
  await missing.getByRole("button", { name: chinese.later.again }).first().click();
  await page.locator("wengang-comparison").waitFor();
  await gone(missing);
  await loaded(page);
  // Nothing that was filled in is lost over it.
  await page.getByRole("link", { name: chinese.nav.calculate, exact: true }).click();
  await shows(form.verdict, "7,380.00");
  await page.close();
});

for (const [fragment, element] of Object.entries({
  "#/": "wengang-finder",
  "#/profile": "wengang-profile",
  [`#/${SHANGHAI}/rules`]: "wengang-rule-page",
  [`#/${SHANGHAI}/year`]: "wengang-year",
})) {
  test(`${element} needs no other part`, async () => {
    const { page, errors } = await openAlone(fragment);
    await page.locator(`${element} h2`).first().waitFor();
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("a year is drawn, and what is wrong in it told, without any other part", async () => {
  const policy = "changzhou-2024-stabilisation-refund";
  const { page, errors } = await openAlone(`#/${policy}/year`);
  await page.locator("#cell-0-1").fill("33");
  await shows(page.locator("wengang-departures"), chinese.year.atOnce);
  await page.locator("wengang-year-chart .drawing").waitFor();
  await page.locator("#cell-0-2").fill("x");
  await shows(page.locator("wengang-month-table .problem"), chinese.year.badWhole);
  assert.deepEqual(errors, []);
  await page.close();
});

describe("a link with answers", () => {
  const link = `#/${SHANGHAI}?${new URLSearchParams(Object.entries(SMALL_ENTERPRISE).map(([field, answer]) => [field, String(answer)]))}`;

  test("is filled in as soon as it is drawn, with no more than what reads it", async () => {
    const { page, errors } = await openAlone(link, { wanted: /^links\./ });
    await page.locator("wengang-calculator wengang-verdict").waitFor();
    await shows(new Form(page, SHANGHAI).verdict, "7,380.00");
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("whose reader cannot be had says so, and is filled in when it is tried again", async () => {
    const { page, arrive } = await openAlone(link, { fail: true });
    const failed = page.locator("main > wengang-awaited").filter({ hasText: chinese.later.failed });
    await shows(failed, chinese.later.failed);
    // By then it has been tried a second time.
    await shows(page.locator("wengang-calculator .rules wengang-awaited"), chinese.later.failed);
    arrive();
    await failed.getByRole("button").first().click();
    await shows(new Form(page, SHANGHAI).verdict, "7,380.00");
    await gone(page.locator("wengang-awaited"));
    await page.close();
  });
});

test("a page in English is drawn in English at once", async () => {
  const { page } = await openAlone(`#/${SHANGHAI}?_lang=en`, { wanted: /^(links|english)\./ });
  await page.locator("wengang-page header").waitFor();
  assert.equal(await page.getByText(chinese.page.tagline).count(), 0);
  await page.getByText(english.page.tagline).waitFor();
  await page.close();
});
