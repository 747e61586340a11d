// Several choices at once on the pages of others: preset and locked as lists, ticked by the reader, and in a file of situations.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { parse } from "smol-toml";
import { addPolicy } from "../../dist/npm/index.js";
import { RULES, violations } from "./axe.mjs";
import { FLAGS, Form, SIZES, shows } from "./support.mjs";

const FILE = "tests/schemes/hardship-premium-subsidy.toml";
const { id } = addPolicy(JSON.parse(JSON.stringify(parse(readFileSync(FILE, "utf8")))));

// The folder as an operator has it who has added a policy.
const folder = mkdtempSync(join(tmpdir(), "wengang-embed-"));
cpSync("dist/embed", folder, { recursive: true });
execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", "pack", FILE, "-o", `${folder}/packs`]);
const files = sirv(folder, { dev: true });
const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  if (pathname !== "/host") return files(request, response);
  const page = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><main><h1>Host</h1>${decodeURIComponent(search.slice(1))}</main>`;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/**
 * A page with the calculator.
 * @param {object} preset
 * @param {string} [locked]
 */
async function host(preset, locked = "") {
  const page = await browser.newPage({ viewport: SIZES.desktop });
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const script = `<script src="/wengang.js" data-policy="${id}" data-preset='${JSON.stringify(preset)}' data-locked="${locked}"></script>`;
  await page.goto(`http://127.0.0.1:${port}/host?${encodeURIComponent(script)}`);
  await page.locator("wengang-question-list").waitFor();
  const form = new Form(page, id);
  const group = (/** @type {string} */ field) => page.getByRole("group", { name: form.labelOf(field), exact: true });
  const ticked = async (/** @type {string} */ field) => {
    const boxes = await group(field).getByRole("checkbox", { checked: true }).all();
    return Promise.all(boxes.map((box) => box.inputValue()));
  };
  const mistakes = page.locator("[part=mistakes]");
  return { page, form, group, ticked, mistakes, errors };
}

test("lists of ids are filled in, an empty one as none of them, and may be changed", async () => {
  const { page, form, group, ticked, mistakes, errors } = await host({
    hardships: ["allowance", "noneInWork"],
    insurances: ["pension", "medical"],
    benefits: [],
    monthsPaid: 12,
  });
  assert.deepEqual(await ticked("hardships"), ["allowance", "noneInWork"]);
  assert.deepEqual(await ticked("insurances"), ["pension", "medical"]);
  assert.deepEqual(await ticked("benefits"), ["none"]);
  await shows(form.verdict, "8,520.00");
  assert.equal(await mistakes.count(), 0);
  assert.deepEqual(await violations(page, RULES.all), []);
  await group("benefits").getByRole("checkbox", { name: "失业保险金" }).check();
  assert.deepEqual(await ticked("benefits"), ["unemploymentBenefit"]);
  await shows(form.verdict, form.messages.result.ineligible);
  assert.deepEqual(errors, []);
  await page.close();
});

test("what is locked is shown by its names, and asked no more", async () => {
  const { page, form, group, errors } = await host({ insurances: ["pension", "medical"] }, "insurances");
  await shows(page.locator("wengang-locked-answers"), form.labelOf("insurances"));
  await shows(page.locator("wengang-locked-answers"), /养老保险.*医疗保险/s);
  assert.equal(await group("insurances").count(), 0);
  assert.deepEqual(errors, []);
  await page.close();
});

for (const insurances of [["no-such"], ["pension", 5], "pension|medical", [["pension"]], ["pension", "pension"]]) {
  test(`what is no list of these choices counts as not given, and is said: ${JSON.stringify(insurances)}`, async () => {
    const { page, form, ticked, mistakes } = await host({ insurances });
    await shows(mistakes, form.labelOf("insurances"));
    assert.deepEqual(await ticked("insurances"), []);
    await page.close();
  });
}

test("a file of situations has them, and gets them back", async () => {
  const { page, form, ticked, errors } = await host({});
  const answers = {
    hardships: "allowance,noneInWork",
    insurances: "pension,medical",
    benefits: "none",
    monthsPaid: "12",
  };
  const document = {
    format: "wengang-situations",
    version: 1,
    situations: [{ name: "甲", answers: { [id]: answers } }],
  };
  const buffer = Buffer.from(JSON.stringify(document));
  const input = page.locator("wengang-situation-file-opener input");
  await input.setInputFiles({ name: "file.json", mimeType: "application/json", buffer });
  await shows(form.verdict, "8,520.00");
  assert.deepEqual(await ticked("benefits"), ["none"]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: form.messages.situationFile.save, exact: true }).click(),
  ]);
  const saved = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.deepEqual(saved.situations[0].answers, { [id]: answers });
  assert.deepEqual(errors, []);
  await page.close();
});
