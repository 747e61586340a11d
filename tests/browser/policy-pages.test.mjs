// The page of a policy: found and read without scripts, and where the calculator wakes.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { policies } from "../../dist/npm/index.js";
import { violations } from "./axe.mjs";
import { Form, loaded, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

const site = await openSite();
const PAGE = `/${SHANGHAI}/`;

describe("without scripts", () => {
  test("it says what the notice says: rules, figures, sources, whom to ask", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false, viewport: SIZES.phone });
    await page.goto(site.url + PAGE);
    assert.equal(await page.title(), "失业保险稳岗返还（2024年），上海市 · 稳岗计算器");
    await page.getByRole("heading", { level: 1, name: "失业保险稳岗返还（2024年）" }).waitFor();
    const text = await page.locator("body").innerText();
    for (const part of ["5.5%", "30%", "60%", "裁员率", "2024-12-31", "12333", "需要启用 JavaScript"])
      assert.ok(text.includes(part), part);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} px too wide`);
    await page.close();
  });

  test("all of them are listed, and each link leads to a page in its language", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    await page.getByRole("link", { name: "全部政策" }).click();
    for (const { id, title } of policies()) {
      const link = page.locator(`a[href="./${id}/"]`);
      assert.ok((await link.innerText()).startsWith(title), id);
    }
    await page.locator(`a[href="./${SHANGHAI}/en.html"]`).click();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.getByRole("heading", { level: 1, name: "Unemployment-insurance" }).waitFor();
    await page.getByRole("link", { name: "All policies" }).click();
    await page.getByRole("link", { name: "稳岗计算器" }).click();
    assert.equal(new URL(page.url()).pathname, "/");
    await page.close();
  });

  for (const path of [PAGE, `/${SHANGHAI}/en.html`, "/policies.html"]) {
    test(`${path} is accessible`, async () => {
      const context = await site.browser.newContext();
      // Whatever would wake it does not come.
      await context.route("**/*.js", (route) => route.abort());
      const page = await context.newPage();
      await page.goto(site.url + path);
      assert.deepEqual(await violations(page, ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]), []);
      await context.close();
    });
  }
});

describe("with scripts", () => {
  test("the calculator takes the place of the rules, and nothing moves", async () => {
    const page = await site.browser.newPage({ viewport: SIZES.phone });
    await page.addInitScript(() => {
      Reflect.set(window, "shifts", 0);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Reflect.set(window, "shifts", Reflect.get(window, "shifts") + Reflect.get(entry, "value"));
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(site.url + PAGE);
    await loaded(page);
    assert.equal(await page.locator("[data-asleep]").count(), 0);
    assert.ok(Number(await page.evaluate("shifts")) <= 0.02);
    const form = new Form(page, SHANGHAI);
    await form.fill(SMALL_ENTERPRISE);
    await shows(form.verdict, "7,380.00");
    // From here on it is the page of the site, whose links and visits without a network hold.
    assert.equal(page.url(), `${site.url}/#/${SHANGHAI}`);
    assert.equal(await page.title(), "失业保险稳岗返还（2024年） · 稳岗计算器");
    await page.reload();
    await shows(new Form(page, SHANGHAI).verdict, "7,380.00");
    await page.close();
  });

  test("in English, it wakes in English", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}/${SHANGHAI}/en.html`);
    await page.getByRole("heading", { level: 2, name: "Unemployment-insurance" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.close();
  });

  test("a rule of it that was linked to leads to the policy, and another place to that place", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}${PAGE}#parameters`);
    await page.locator("wengang-question-list").waitFor();
    assert.equal(page.url(), `${site.url}/#/${SHANGHAI}`);
    await page.goto(`${site.url}${PAGE}#/profile`);
    await page.locator("wengang-profile").waitFor();
    assert.equal(page.url(), `${site.url}/#/profile`);
    await page.close();
  });

  test("what a portal adds to the address stays", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}${PAGE}?public`);
    await page.locator("wengang-question-list").waitFor();
    assert.equal(page.url(), `${site.url}/?public#/${SHANGHAI}`);
    await page.close();
  });

  test("where the engine cannot be had, the page says so", async () => {
    const context = await site.browser.newContext();
    await context.route(/wasm/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(site.url + PAGE);
    await page.getByRole("alert").waitFor();
    await context.close();
  });
});
