import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import * as wengang from "../../dist/npm/index.js";

test("exports exactly what its declarations promise", () => {
  const declarations = readFileSync("dist/npm/index.d.ts", "utf8");
  const declared = Array.from(
    declarations.matchAll(/^export (default )?(?:function|class) (\w+)/gm),
    ([, main, name]) => (main ? "default" : name),
  );
  assert.deepEqual(Object.keys(wengang).sort(), [...new Set(declared)].sort());
});

test("works in Node without set-up, and init() does no harm there", async () => {
  const before = wengang.policies();
  assert(before.length > 0);
  await wengang.default();
  await wengang.default();
  assert.deepEqual(wengang.policies(), before);
});

test("throws the error classes that it exports", () => {
  assert.throws(() => wengang.describe("no-such-policy"), wengang.UnknownPolicyError);
});

test("is found by its name once installed, from any folder", () => {
  const project = mkdtempSync(join(tmpdir(), "wengang-"));
  after(() => rmSync(project, { recursive: true }));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(resolve("dist/npm"), join(project, "node_modules/wengang"));
  const script = 'import { policies } from "wengang"; console.log(policies().length)';
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: project,
    encoding: "utf8",
  });
  assert.equal(Number(output), wengang.policies().length);
});
