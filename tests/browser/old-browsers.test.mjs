// The contract and the main tasks in Chromium of 2019 and 2020, which know neither ?. nor much of today's CSS, with
// WebAssembly and without.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { start } from "../../scripts/serve.mjs";
import { fragmentOf } from "../../www/shared/address.js";
import { serveContract, testReport } from "./contract-report.mjs";
import { Session } from "./devtools.mjs";
import { serveHosts } from "./hosts.mjs";
import { PolicyWords } from "./policy-words.mjs";
import { SHANGHAI, SMALL_ENTERPRISE } from "./support.mjs";
import { Visitor } from "./visitor.mjs";

const OVERTIME = "national-overtime-pay";

const servers = await Promise.all([start({ port: 0 }), serveContract(), serveHosts()]);
const [site, contract, hosts] = servers;
after(() => Promise.all(servers.map((server) => server.close())));

/**
 * What the contract tests report: without WebAssembly they take a while.
 * @param {Session} session
 */
async function reportIn(session) {
  for (const end = Date.now() + 240_000; Date.now() < end; await pause(500)) {
    const report = await session.run(() => document.querySelector("#report")?.textContent);
    if (report) return report;
  }
  throw new Error("The contract tests do not come to an end");
}

const opened = [];
for (const version of /** @type {const} */ ([78, 83])) {
  for (const hasWebAssembly of [true, false]) {
    const session = await Session.start(version, hasWebAssembly ? [] : ["--js-flags=--noexpose_wasm"]);
    after(() => session.close());
    await session.open(contract.url);
    const visitor = new Visitor(/** @type {any} */ (session), site.url);
    const failures = await reportIn(session);
    opened.push({ version, hasWebAssembly, session, visitor, failures });
  }
}

for (const { version, hasWebAssembly, session, visitor, failures } of opened) {
  describe(`Chromium ${version} ${hasWebAssembly ? "with" : "without"} WebAssembly`, () => {
    describe("the contract", () => testReport(failures));

    test("is what it is called, and loads what it takes", async () => {
      await visitor.visit(fragmentOf({ view: "policy", policy: SHANGHAI }));
      assert.match(await session.run(() => navigator.userAgent), new RegExp(`Chrome/${version}\\.`));
      assert.equal(await session.run(() => typeof WebAssembly), hasWebAssembly ? "object" : "undefined");
      const loaded = await session.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
      // The page's policy allows WebAssembly and nothing else of the kind, in words that these browsers do not know yet.
      const withoutWasm = loaded.filter((/** @type {string} */ name) => name.endsWith(".wasm.js"));
      assert.equal(withoutWasm.length, 1, loaded.join());
    });

    test("a small enterprise that lost 2 % gets 60 % of its premiums back, in either language", async () => {
      const [words, english] = [new PolicyWords(SHANGHAI), new PolicyWords(SHANGHAI, "en")];
      await visitor.visit(fragmentOf({ view: "policy", policy: SHANGHAI }));
      await visitor.answer(words, { ...SMALL_ENTERPRISE, premiumsPaid: "12,300.00" });
      await visitor.sees("wengang-verdict", "7,380.00");
      await visitor.find({ css: "svg", within: "wengang-amount-chart" });
      await visitor.press("button", words.messages.page.otherLanguage);
      await visitor.find({ css: "h2", name: english.description.title });
      await visitor.sees("wengang-verdict", english.messages.result.eligible);
      await visitor.press("link", english.messages.nav.rules);
      await visitor.find({
        css: "section",
        text: english.description.parameters[0]?.label ?? "",
        within: "wengang-rule-page",
      });
      await visitor.press("button", english.messages.page.otherLanguage);
      await visitor.seesNoTrouble();
    });

    test("overtime is typed in row by row", async () => {
      const words = new PolicyWords(OVERTIME);
      const { table, form } = words.messages;
      /** @param {string} column @param {number} row */
      const cell = (column, row) =>
        visitor.find({ css: `tr[data-row] [data-field="${column}"]`, within: "wengang-table-grid" }, row - 1);
      await visitor.visit(fragmentOf({ view: "policy", policy: OVERTIME }));
      await visitor.answer(words, { monthlyWage: "8700" });
      await session.type(/** @type {any} */ (await cell("date", 1)), "20210211");
      await session.type(/** @type {any} */ (await cell("hours", 1)), "8");
      await visitor.choose(await cell("timeOffGiven", 1), form.no);
      await visitor.sees("wengang-verdict", "800.00");
      await visitor.press("button", table.addRow);
      await session.type(/** @type {any} */ (await cell("date", 2)), "2021年2月12日");
      await session.type(/** @type {any} */ (await cell("hours", 2)), "11.5");
      await visitor.sees("wengang-verdict", "2,525.00");
      await visitor.seesNoTrouble();
    });

    test("the calculator stands on another page, whose policy forbids WebAssembly and style elements", async () => {
      await session.open(`${hosts.url}/hosts/older-styles.html`);
      const figure = await visitor.find({ css: ".line", within: "wengang-policy-outline" });
      const display = await session.run((/** @type {Element} */ element) => getComputedStyle(element).display, figure);
      assert.equal(display, "flex");
      // These browsers know of no way to allow WebAssembly alone.
      const violations = await session.run(() => Reflect.get(window, "violations"));
      assert.deepEqual([...new Set(violations)], hasWebAssembly ? ["script-src eval"] : []);
    });

    test("controls and gaps are drawn as elsewhere", async () => {
      const words = new PolicyWords(SHANGHAI);
      await visitor.visit(fragmentOf({ view: "policy", policy: SHANGHAI }));
      const field = await visitor.find({ css: "input[type=text], select", name: words.labelOf("employerKind") });
      const height = await session.run((/** @type {Element} */ element) => element.clientHeight, field);
      assert(height >= 42, `a control of ${height} px`);
      const [one, other] = await Promise.all(
        [true, false].map((answer) =>
          visitor.find({ css: "input[type=radio]", name: words.wordsFor("paidAsRequired", answer) }),
        ),
      );
      const sides = (/** @type {Element} */ element) => {
        const { left, right } = /** @type {Element} */ (element.closest("label")).getBoundingClientRect();
        return [left, right];
      };
      const [[, right], [left]] = await Promise.all([session.run(sides, one), session.run(sides, other)]);
      assert(left - right >= 6, `${left - right} px between tiles`);
    });
  });
}
