import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { start } from "../../scripts/serve.mjs";
import { serveContract, testReport } from "./contract-report.mjs";
import { serveHosts } from "./hosts.mjs";
import { testMainTasks } from "./main-tasks.mjs";
import { Visitor } from "./visitor.mjs";
import { Session } from "./webdriver.mjs";

/** @import { Browser } from "./webdriver.mjs" */

/**
 * The main tasks of the page and the contract tests in a browser other than Chromium.
 * @param {Browser} browser
 */
export async function testBrowser(browser) {
  const [session, ...servers] = await Promise.all([
    Session.start(browser),
    start({ port: 0 }),
    serveContract(),
    serveHosts(),
  ]);
  const [site, contract, hosts] = servers;
  after(async () => {
    await session.close();
    await Promise.all(servers.map((server) => server.close()));
  });
  const visitor = new Visitor(session, site.url);

  await session.open(contract.url);
  const report = await visitor.find({ css: "#report:not(:empty)" });
  const failures = await session.run((/** @type {Element} */ { textContent }) => textContent, report);
  describe(`the contract in ${browser.name}`, () => testReport(failures));

  describe(`the page in ${browser.name}`, () => testMainTasks(visitor));

  test(`on another page, under its policy, as if ${browser.name} had no constructed style sheets`, async () => {
    await session.open(`${hosts.url}/hosts/older-styles.html`);
    const figure = await visitor.find({ css: ".line strong", within: "wengang-policy-outline" });
    const { fontWeight, violations, isOlder } = await session.run(
      (/** @type {Element} */ element) => ({
        fontWeight: getComputedStyle(element).fontWeight,
        violations: Reflect.get(window, "violations"),
        isOlder: !("adoptedStyleSheets" in document),
      }),
      figure,
    );
    assert.deepEqual({ fontWeight, violations, isOlder }, { fontWeight: "600", violations: [], isOlder: true });
  });
}
