import { after, describe } from "node:test";
import { start } from "../../scripts/serve.mjs";
import { serveContract, testReport } from "./contract-report.mjs";
import { testMainTasks } from "./main-tasks.mjs";
import { Visitor } from "./visitor.mjs";
import { Session } from "./webdriver.mjs";

/** @import { Browser } from "./webdriver.mjs" */

/**
 * The main tasks of the page and the contract tests in a browser other than Chromium.
 * @param {Browser} browser
 */
export async function testBrowser(browser) {
  const [site, contract, session] = await Promise.all([start({ port: 0 }), serveContract(), Session.start(browser)]);
  after(async () => {
    await session.close();
    await Promise.all([site.close(), contract.close()]);
  });
  const visitor = new Visitor(session, site.url);

  await session.open(contract.url);
  const report = await visitor.find({ css: "#report:not(:empty)" });
  const failures = await session.run((/** @type {Element} */ { textContent }) => textContent, report);
  describe(`the contract in ${browser.name}`, () => testReport(failures));

  describe(`the page in ${browser.name}`, () => testMainTasks(visitor));
}
