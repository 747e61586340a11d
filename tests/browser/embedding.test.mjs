import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chinese } from "../../www/messages/all.js";
import { Form, gone, loaded, openSite, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

const site = await openSite();

test("once all is loaded, nothing is requested and nothing goes elsewhere", async () => {
  const page = await site.browser.newPage({ viewport: SIZES.desktop });
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${site.url}#/${SHANGHAI}`);
  await loaded(page);
  const origin = new URL(site.url).origin;
  assert.ok(
    requests.every((url) => url.startsWith(origin) || url.startsWith("data:")),
    requests.join("\n"),
  );
  const count = requests.length;
  await page.evaluate(fillIn, { policy: SHANGHAI, inputs: SMALL_ENTERPRISE });
  await shows(page.locator("wengang-verdict"), "7,380.00");
  await page.getByRole("button", { name: "English" }).click();
  await new Form(page, SIZE_CLASS, "en").choosePolicy();
  await new Form(page, SHANGHAI, "en").choosePolicy();
  await page.locator("summary").first().click();
  for (const fragment of [
    "#/",
    "#/profile",
    `#/${SHANGHAI}/rules`,
    `#/${SHANGHAI}/compare`,
    `#/${SHANGHAI}/reconcile`,
    `#/${SHANGHAI}`,
  ]) {
    await page.evaluate((fragment) => location.assign(fragment), fragment);
    await page.locator("h2").first().waitFor();
  }
  await page.waitForTimeout(300);
  assert.deepEqual(requests.slice(count), []);
  const stored = await page.evaluate(() => [
    localStorage.length,
    Object.keys(sessionStorage).join(),
    document.cookie,
    location.hash,
  ]);
  assert.deepEqual(stored, [0, "wengang", "", `#/${SHANGHAI}`], "nothing is kept but in the tab, in one place");
  await page.close();
});

test("the page works under a strict content security policy", async () => {
  const page = await site.browser.newPage({ viewport: SIZES.desktop });
  /** @type {string[]} */
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.goto(`${site.url}#/${SHANGHAI}`);
  await loaded(page);
  await page.evaluate(fillIn, { policy: SHANGHAI, inputs: SMALL_ENTERPRISE });
  await shows(page.locator("wengang-verdict"), "7,380.00");
  await page.locator("wengang-amount-chart").waitFor();
  assert.deepEqual(errors, []);
  await page.close();
});

test("the page brings the policy that the samples for servers send, but for who may frame it", async () => {
  const [, brought] =
    readFileSync("dist/site/index.html", "utf8").match(/content-security-policy"\s+content="([^"]+)"/) ?? [];
  for (const sample of ["nginx.conf", "apache.htaccess", "web.config"]) {
    const sent = readFileSync(`pkg-config/site/${sample}`, "utf8");
    assert.ok(sent.includes(`${brought}; frame-ancestors 'self'`), sample);
  }
  const { page, errors } = await site.open();
  await page.locator("wengang-question-list").waitFor();
  const refused = await page.evaluate(async () => {
    const said = new Promise((resolve) =>
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective)),
    );
    fetch("https://example.com/").catch(() => {});
    return said;
  });
  assert.equal(refused, "connect-src");
  assert.ok(errors.length > 0 && errors.every((error) => error.includes("example.com")), errors.join("\n"));
  await page.close();
});

test("where scripts may be loaded by a policy alone, the page works and is kept for visits without a network", async () => {
  const page = await site.browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const policy = "require-trusted-types-for 'script'; trusted-types lit-html wengang";
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.goto(`${site.url}#/${SHANGHAI}`);
  await page.locator("wengang-question-list").waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  assert.deepEqual(errors, []);
  await page.close();
});

test("where the engine cannot be loaded, the page says so", async () => {
  const page = await site.browser.newPage();
  await page.route(/\.wasm/, (route) => route.abort());
  await page.goto(site.url);
  await shows(page.getByRole("alert"), chinese.loadingFailed);
  await page.close();
});

for (const [what, answer] of Object.entries({
  "an error": { status: 404, contentType: "text/html", body: "<h1>404.3</h1>" },
  "a page": { contentType: "text/html", body: "<!doctype html><title>x</title>" },
})) {
  test(`where the server gives ${what} instead of WebAssembly, the page computes in JavaScript`, async () => {
    const page = await site.browser.newPage();
    await page.route("**/*.wasm", (route) => route.fulfill(answer));
    await page.goto(`${site.url}#/${SHANGHAI}`);
    await page.locator("wengang-calculator").waitFor();
    await page.evaluate(fillIn, { policy: SHANGHAI, inputs: SMALL_ENTERPRISE });
    await shows(page.locator("wengang-verdict"), "7,380.00");
    await page.close();
  });
}

test("a host page fills in the form, hears of results, and holds several calculators", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  await page.evaluate(
    ([shanghai, size]) => {
      document.body.innerHTML = `
        <wengang-calculator id="first" policy="${shanghai}"></wengang-calculator>
        <wengang-calculator id="second" policy="${size}" locale="en"></wengang-calculator>`;
      const results = /** @type {unknown[]} */ ([]);
      Object.assign(window, { results });
      document.addEventListener("wengang-result", (event) =>
        results.push(/** @type {CustomEvent} */ (event).detail.assessment.amount),
      );
      const first = /** @type {import("../../www/calculator/calculator.js").Calculator} */ (
        document.querySelector("#first")
      );
      first.inputs = { employerKind: "lawFirm", premiumsPaid: 1000, paidAsRequired: true };
    },
    [SHANGHAI, SIZE_CLASS],
  );
  const [first, second] = [page.locator("#first"), page.locator("#second")];
  await first.getByRole("radio", { name: "否" }).first().waitFor();
  await page.evaluate((inputs) => Object.assign(document.querySelector("#first") ?? {}, { inputs }), SMALL_ENTERPRISE);
  await shows(first.locator("wengang-verdict"), "7,380.00");
  assert.ok(/** @type {unknown[]} */ (await page.evaluate("results")).includes("7380.00"));
  assert.equal(await page.evaluate("document.querySelector('#first').assessment.amount"), "7380.00");
  assert.equal(await page.evaluate("document.querySelector('#first').inputs.premiumsPaid"), "12300.00");
  await shows(second.locator("wengang-policy-outline"), "Have at hand");
  await page.evaluate(() => document.querySelector("#second")?.setAttribute("policy", "no-such-policy"));
  await shows(second.getByRole("alert"), "no-such-policy");
  await page.evaluate(() => document.querySelector("#second")?.setAttribute("policy", "national-enterprise-size"));
  await gone(second.getByRole("alert"));
  await page.close();
});

test("any policy's table can be filled in: rows are added, removed, judged and kept", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  await page.evaluate(() => {
    /** @type {(id: string, type: import("../../dist/npm/index.js").InputType) => import("../../dist/npm/index.js").InputDescription} */
    const column = (id, type) => ({ id, label: id, type, optional: false });
    const element = /** @type {import("../../www/table/table-question.js").TableQuestion} */ (
      document.createElement("wengang-table-question")
    );
    element.locale = "en";
    element.table = {
      id: "trainings",
      label: "Trainings",
      columns: [
        column("employee", "text"),
        column("share", "percentage"),
        column("startedOn", "date"),
        column("onPost", "boolean"),
      ],
      values: [],
      reasons: [],
      maxRows: 10,
    };
    document.body.replaceChildren(element);
    element.addEventListener("wengang-rows", (event) => {
      const { rows } = /** @type {import("../../www/table/table-question.js").RowsEvent} */ (event).detail;
      element.rows = rows;
      element.results = new Map(
        (rows ?? []).map(({ key, cells }) => [
          key,
          cells.onPost === "true"
            ? { accepted: true, reasons: [], amount: "600.00" }
            : { accepted: false, reasons: [{ code: "not-on-post", message: "Not on post." }] },
        ]),
      );
      Object.assign(window, { rows });
    });
  });
  const table = page.getByRole("table", { name: "Trainings" });
  const cell = (/** @type {string} */ name) => table.getByRole("textbox", { name, exact: true });
  await page.getByRole("button", { name: "Add a row" }).click();
  await page.keyboard.type("李明");
  assert.equal(await cell("employee Row 1").inputValue(), "李明");
  await shows(table, "Not on post.");
  await cell("share % Row 1").fill("5.5");
  await cell("startedOn Row 1").fill("2022-03-01");
  await table.getByRole("combobox", { name: "onPost Row 1" }).selectOption({ label: "Yes" });
  await shows(table, "600.00 yuan");
  await page.getByRole("button", { name: "Add a row" }).click();
  await page.keyboard.type("王芳");
  await page.getByRole("button", { name: "Remove row 1" }).click();
  await gone(cell("employee Row 2"));
  assert.equal(await cell("employee Row 1").inputValue(), "王芳");
  await page.getByRole("button", { name: "Remove row 1" }).click();
  await shows(page.locator("wengang-table-question"), "No records.");
  assert.deepEqual(await page.evaluate("rows"), []);
  await page.close();
});

/**
 * Runs in the page.
 * @param {{ policy: string, inputs: Record<string, unknown> }} filled
 */
async function fillIn({ policy, inputs }) {
  await customElements.whenDefined("wengang-page");
  const page = /** @type {import("../../www/app/page.js").Page} */ (document.querySelector("wengang-page"));
  await page.updateComplete;
  const calculator = /** @type {import("../../www/calculator/calculator.js").Calculator} */ (
    page.renderRoot.querySelector("wengang-calculator")
  );
  calculator.policy = policy;
  calculator.inputs = inputs;
}
