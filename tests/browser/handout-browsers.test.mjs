// A handout opened from a file in Firefox ESR and WebKitGTK: a file of situations is opened in it, and worked out.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chinese } from "../../www/messages/all.js";
import { PolicyWords } from "./policy-words.mjs";
import { SHANGHAI, SMALL_ENTERPRISE } from "./support.mjs";
import { Visitor } from "./visitor.mjs";
import { FIREFOX, Session, WEBKIT } from "./webdriver.mjs";

const folder = mkdtempSync(join(tmpdir(), "wengang-situations-"));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, "file.json");
const answers = {
  [SHANGHAI]: Object.fromEntries(Object.entries(SMALL_ENTERPRISE).map(([id, one]) => [id, String(one)])),
};
writeFileSync(
  path,
  JSON.stringify({ format: "wengang-situations", version: 1, situations: [{ name: "甲公司", answers }] }),
);

for (const browser of [FIREFOX, WEBKIT]) {
  test(`in ${browser.name}`, async () => {
    const session = await Session.start(browser);
    after(() => session.close());
    const visitor = new Visitor(session, "");
    const words = new PolicyWords(SHANGHAI);
    await session.open(pathToFileURL(`dist/handout/${SHANGHAI}.html`).href);
    const label = await visitor.find({ css: "label", text: chinese.situationFile.open });
    const field = await session.run((/** @type {Element} */ label) => label.querySelector("input"), label);
    await session.type(field, path);
    await visitor.find({ css: "*", text: "7,380.00", within: "wengang-verdict" });
    await visitor.find({ css: "[role=status]", text: chinese.situationFile.opened("甲公司") });
    // What is typed stays where a file of nothing is opened, and what is wrong with that is said.
    await visitor.answer(words, { insuredAtEnd: "96" });
    writeFileSync(join(folder, "none.json"), "{");
    await session.type(field, join(folder, "none.json"));
    await visitor.find({ css: "[role=status]", text: chinese.situationFile.refused.notJson });
    const end = await visitor.named("text", words.labelOf("insuredAtEnd"));
    assert.equal(await visitor.valueOf(end), "96");
    assert.equal(await session.run(() => performance.getEntriesByType("resource").length), 0);
  });
}
