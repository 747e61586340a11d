// What the READMEs say besides what page.test.mjs and server.test.mjs run: the declarations, and the same in both languages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { test } from "node:test";
import { blocksOf, install } from "./project.mjs";

test("both languages have the same examples", () => {
  assert.deepEqual(blocksOf("README.zh-CN.md"), blocksOf("README.md"));
});

const project = install();
const tsc = resolve("node_modules/.bin/tsc");
for (const [resolution, module] of [
  ["bundler", "esnext"],
  ["node16", "node16"],
  ["nodenext", "nodenext"],
]) {
  test(`TypeScript finds the declarations by ${resolution}`, () => {
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", module ?? "", "--types", ""];
    execFileSync(tsc, [...options, "--moduleResolution", resolution ?? "", "types.ts", "global.ts"], { cwd: project });
  });
}
