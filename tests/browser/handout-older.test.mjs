// A handout in Chromium 78, as office browsers from 2019 have it: opened from a file.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Session } from "./devtools.mjs";
import { PolicyWords } from "./policy-words.mjs";
import { SHANGHAI, SMALL_ENTERPRISE } from "./support.mjs";
import { Visitor } from "./visitor.mjs";

for (const [engine, flags] of /** @type {[string, string[]][]} */ ([
  ["object", []],
  ["undefined", ["--js-flags=--noexpose_wasm"]],
])) {
  test(`in Chromium 78, where WebAssembly is ${engine}`, async () => {
    const session = await Session.start(78, ["--host-resolver-rules=MAP * ~NOTFOUND", ...flags]);
    after(() => session.close());
    const visitor = new Visitor(/** @type {any} */ (session), "");
    const words = new PolicyWords(SHANGHAI);
    await session.open(pathToFileURL(`dist/handout/${SHANGHAI}.html`).href);
    assert.equal(await session.run(() => typeof WebAssembly), engine);
    await visitor.answer(words, SMALL_ENTERPRISE);
    await visitor.find({ css: "*", text: "7,380.00", within: "wengang-verdict" });
    const requests = await session.run(() => performance.getEntriesByType("resource").length);
    assert.equal(requests, 0);
  });
}
