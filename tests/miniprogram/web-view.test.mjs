// The page in the web view of a mini-program: nothing that cannot work there, and a way to what can.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { wordsIn } from "../../pkg-config/miniprogram/logic/words.js";
import { readResult } from "../../www/keeping/mini-program.js";
import { Form, gone, HIRES, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "../browser/support.mjs";

const WECHAT = "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/130.0 Mobile MicroMessenger/8.0.50";
const MINI_PROGRAM = `${WECHAT} MiniProgramEnv/android miniProgram/wx0`;

const site = await openSite();

/**
 * Opens the page that the web view shows. WeChat's script is there, and writes down what it is told.
 * @param {{ userAgent?: string, environment?: string, fragment?: string }} [options]
 */
async function openInWebView({ userAgent = MINI_PROGRAM, environment, fragment = `#/${SHANGHAI}` } = {}) {
  const context = await site.browser.newContext({ viewport: SIZES.phone, userAgent });
  after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const requested = [];
  page.on("request", (request) => requested.push(request.url()));
  await page.route("**/mini-program.html", (route) =>
    route.fulfill({ contentType: "text/html", body: readFileSync("dist/miniprogram/h5/mini-program.html") }),
  );
  await page.route("https://res.wx.qq.com/**", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `window.told = []; window.wx = { miniProgram: {
        postMessage: (message) => told.push({ postMessage: message }),
        navigateTo: (page) => told.push({ navigateTo: page }),
      } };`,
    }),
  );
  if (environment) await page.addInitScript(`window.__wxjs_environment = ${JSON.stringify(environment)}`);
  await page.goto(`${site.url}/mini-program.html${fragment}`);
  return { page, requested, form: new Form(page, SHANGHAI) };
}

/** @param {import("playwright-core").Page} page */
const told = (page) => page.evaluate(() => /** @type {any} */ (window).told);

test("the result goes to the native page, as the answers that it follows from", async () => {
  const { page, form, requested } = await openInWebView();
  const { keep } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.getByRole("button", { name: keep.inMiniProgram }).click();
  const [{ postMessage }, { navigateTo }, ...more] = await told(page);
  assert.equal(more.length, 0);
  const [path, query = ""] = navigateTo.url.split("?result=");
  assert.equal(path, "/pages/result/result");
  assert.doesNotMatch(query, /[^\w%.!~*'()-]/);
  const result = readResult(query);
  assert.deepEqual(result, postMessage.data.wengang);
  assert.deepEqual([result?.policy, result?.eligibility, result?.amount], [SHANGHAI, "eligible", "7380.00"]);
  assert.equal(result?.inputs.insuredAtEnd, "97");
  const elsewhere = requested.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"));
  assert.deepEqual(elsewhere, ["https://res.wx.qq.com/open/js/jweixin-1.6.0.js"]);
});

test("a result too long for an address waits in the mini-program, and the page says where", async () => {
  const row = ["王", "recentGraduate", "true", "2021-05-01", "8"];
  const rows = [["employee", "category", "localHukou", "hiredOn", "insuredMonths"], ...Array(40).fill(row)];
  const answers = new URLSearchParams({ registeredOn: "2020-12-31", hires: JSON.stringify(rows) });
  const { page } = await openInWebView({ fragment: `#/${HIRES}?${answers}` });
  const { keep } = new Form(page, HIRES).messages;
  await page.getByRole("button", { name: keep.inMiniProgram }).click();
  await shows(page.getByRole("status"), keep.handedOver);
  assert(keep.handedOver.includes(wordsIn("zh-CN").lastResult));
  const [{ postMessage }, ...more] = await told(page);
  assert.equal(postMessage.data.wengang.inputs.hires.length, 40);
  assert.deepEqual(more, []);
});

test("an environment that WeChat names by its variable only is one, too", async () => {
  const { page, form } = await openInWebView({ userAgent: WECHAT, environment: "miniprogram" });
  await form.fill({ insuredAtEnd: "97" });
  await page.getByRole("button", { name: form.messages.keep.inMiniProgram }).waitFor();
});

test("there is no mini-program to speak of in a chat, although WeChat's script is there", async () => {
  const { page, form } = await openInWebView({ userAgent: WECHAT });
  const { keep } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.getByRole("button", { name: keep.copy }).waitFor();
  await gone(page.getByRole("button", { name: keep.inMiniProgram }));
});

test("nothing is offered that the web view cannot do, and a copy that fails becomes one by hand", async () => {
  const { page, form } = await openInWebView();
  const { keep, answer } = form.messages;
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("denied")) } });
    document.execCommand = () => false;
  });
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  assert.equal(await page.getByRole("button", { name: keep.print }).count(), 0);
  assert.equal(await page.getByText(answer.addToCalendar).count(), 0);
  await page.getByRole("button", { name: keep.copy, exact: true }).click();
  assert.match(await page.getByLabel(keep.copyByHand).inputValue(), /7,380\.00/);
});
