// Policies with what few have: the page opens them by the whole engine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { siteWith } from "./site-with.mjs";
import { Form, loaded, openSite, shows } from "./support.mjs";

const { browser } = await openSite();
const { id, url } = await siteWith("tests/schemes/scaled-subsidy.toml");

/**
 * Opens an address in a fresh profile, fills in the form, and gives the engines that were loaded, in their order.
 * @param {string} path
 * @param {string} count how many people, and
 * @param {string} amount what that comes to
 */
async function opened(path, count, amount) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  /** @type {string[]} */
  const engines = [];
  page.on("request", (request) => {
    const [, name] = /\/(wengang_\w+)\.\w+\.wasm$/.exec(request.url()) ?? [];
    if (name && !engines.includes(name)) engines.push(name);
  });
  await page.goto(url + path);
  const form = new Form(page, id);
  await form.fill({ people: count });
  await shows(form.verdict, amount);
  await loaded(page);
  assert.deepEqual(complaints, []);
  await context.close();
  return engines;
}

test("its own page loads the whole engine and no other", async () => {
  assert.deepEqual(await opened(`${id}/`, "31", "61,500.00"), ["wengang_bg"]);
});

test("by a link the whole engine comes as soon as the catalogue says so", async () => {
  assert.deepEqual(await opened(`#/${id}`, "101", "166,000.00"), ["wengang_first", "wengang_bg"]);
});
