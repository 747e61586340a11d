// The entry wengang/authoring: what an editor of policy files asks for.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import * as authoring from "../../dist/npm/authoring/index.js";
import { addPolicy, policies, removePolicy } from "../../dist/npm/index.js";

const { checkPolicy, completions, runExamples } = authoring;

/** @param {string} name */
const mistaken = (name) => readFileSync(`tests/mistakes/${name}.toml`, "utf8");

it("exports exactly what its declarations promise", () => {
  const declarations = readFileSync("dist/npm/authoring/index.d.ts", "utf8");
  const declared = declarations.matchAll(/^export (default )?function (\w+)/gm);
  const names = Array.from(declared, ([, main, name]) => (main ? "default" : name));
  assert.deepEqual(Object.keys(authoring).sort(), names.sort());
});

describe("checkPolicy", () => {
  it("says what is wrong, where from and to, and what mends it", () => {
    const [from, to] = [
      { line: 45, column: 12 },
      { line: 45, column: 17 },
    ];
    const place = { code: "unknown-name", path: "condition[0].formula", from, to };
    const edits = [{ from, to, text: "净增人数" }];
    assert.deepEqual(checkPolicy(mistaken("unknown-name")), {
      mistakes: [{ ...place, message: "没有名为“净增加人数”的项目", help: "是否想写“净增人数”？", edits }],
    });
    assert.deepEqual(checkPolicy(mistaken("unknown-name"), { locale: "en" }).mistakes, [
      { ...place, message: "nothing is called “净增加人数”", help: "did you mean “净增人数”?", edits },
    ]);
  });

  it("gives the mended formula for slips of Chinese input", () => {
    const [mistake] = checkPolicy(mistaken("x-for-times")).mistakes;
    assert.equal(mistake?.edits?.[0]?.text, "净增人数 × 补贴标准");
  });

  it("writes a missing key below the header of its section", () => {
    const [mistake] = checkPolicy(mistaken("value-without-source")).mistakes;
    const below = { line: 35, column: 1 };
    assert.equal(mistake?.code, "missing-key");
    assert.deepEqual(mistake?.edits, [{ from: below, to: below, text: 'source = "待填"\n' }]);
  });

  it("tells of text that is no TOML what to write", () => {
    const { mistakes } = checkPolicy('id = “a”\ntitle = { zh = "甲"，en = "A" }\n');
    assert.deepEqual(
      mistakes.map(({ code, from, edits }) => [code, from, edits?.map(({ text }) => text)]),
      [
        ["wide-quotes", { line: 1, column: 6 }, ['"a"']],
        ["wide-comma", { line: 2, column: 19 }, [","]],
      ],
    );
  });

  it("counts columns as JavaScript counts letters", () => {
    const { mistakes } = checkPolicy("id = '𠮷' x\n");
    assert.deepEqual(mistakes[0]?.from, { line: 1, column: "id = '𠮷' ".length + 1 });
  });

  it("finds what the command finds, in both languages", () => {
    const names = readdirSync("tests/mistakes").filter((name) => name.endsWith(".toml"));
    const shared = readFileSync("tests/mistakes/shared.toml", "utf8");
    const all = names.filter((name) => !name.endsWith(".en.toml") && name !== "shared.toml");
    for (const name of all) {
      const apart = name.replace(".toml", ".en.toml");
      const english = names.includes(apart) ? { english: readFileSync(`tests/mistakes/${apart}`, "utf8") } : {};
      for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
        const text = readFileSync(`tests/mistakes/${name}`, "utf8");
        const { mistakes } = checkPolicy(text, { locale, shared, ...english });
        const report = readFileSync(`tests/mistakes/${name.replace(".toml", ".txt")}`, "utf8");
        for (const { message, help, from } of mistakes) {
          assert(report.includes(`error: ${message}\n`), `${name}: ${message}`);
          // What is wrong in the files that belong to it has no place in the policy's own.
          const isElsewhere = from.line === 1 && from.column === 1;
          assert(isElsewhere || report.includes(`${name}:${from.line}:${from.column}\n`), name);
          if (help) assert(report.includes(`help: ${help}`), name);
        }
      }
    }
  });

  it("gives the policy of a file without mistakes as addPolicy takes it, and installs nothing", () => {
    const { policy, mistakes } = checkPolicy(mistaken("none"));
    assert(policy);
    assert.deepEqual(mistakes, []);
    assert(!policies().some(({ id }) => id === "example"));
    assert.equal(addPolicy(policy).id, "example");
    removePolicy("example");
  });

  it("finds nothing wrong with the policies that there are", () => {
    const files = execFileSync("git", ["ls-files", "policies/*/*.toml"], { encoding: "utf8" }).trim().split("\n");
    assert(files.length >= 13);
    const shared = readFileSync("policies/shared.toml", "utf8");
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      assert.deepEqual(checkPolicy(text, { shared }).mistakes, [], file);
      const outcomes = runExamples(text, { shared });
      assert.equal(outcomes.length, text.match(/^\[\[example\]\]/gm)?.length, file);
      assert(
        outcomes.every(({ passed }) => passed),
        file,
      );
    }
  });

  it("takes nothing but text, whatever it says", () => {
    for (const text of [undefined, null, 1, {}, []]) {
      assert.throws(() => checkPolicy(/** @type {any} */ (text)), TypeError);
    }
    for (const text of ["", "\0", "\ud800", "[".repeat(100_000), "a.".repeat(20_000), 'id = "'.repeat(1000)]) {
      const { policy, mistakes } = checkPolicy(text);
      assert.equal(policy, undefined);
      assert(mistakes.length > 0);
      assert(mistakes.every(({ from, to }) => from.line <= to.line && from.column >= 1));
    }
  });
});

describe("runExamples", () => {
  it("says what was expected and what came out", () => {
    const [outcome, ...others] = runExamples(mistaken("wrong-example"), { locale: "en" });
    assert.deepEqual(others, []);
    assert.deepEqual(outcome, {
      name: "One more",
      passed: false,
      from: { line: 54, column: 1 },
      to: { line: 54, column: 12 },
      comparisons: [
        { of: "eligibility", holds: true, expected: ["eligible"], found: ["eligible"] },
        { of: "amount", holds: false, expected: ["600.00"], found: ["500.00"] },
        { of: "values", name: "净增人数", holds: true, expected: ["1"], found: ["1"] },
      ],
      problems: [],
    });
  });

  it("says why nothing could be computed", () => {
    const [outcome] = runExamples(mistaken("none").replace('"招用人数" = 3', '"招用人数" = "三四"'));
    assert.equal(outcome?.passed, false);
    assert.match(outcome?.problems[0] ?? "", /招用人数/);
  });

  it("runs none where the rules are mistaken", () => assert.deepEqual(runExamples(mistaken("unknown-name")), []));
});

describe("completions", () => {
  it("lists what a file gives names to, half written as it is, and units and functions", () => {
    const text = mistaken("none").replace(/^formula = "净增人数 ≥ .*$/m, 'formula = "净增');
    assert.notEqual(text, mistaken("none"));
    const line = text.split("\n").indexOf('formula = "净增') + 1;
    const { names, units, functions } = completions(text, { line, column: 14 });
    assert.deepEqual(names, [
      { name: "补贴标准", kind: "parameter" },
      { name: "招用人数", kind: "input" },
      { name: "离职人数", kind: "input" },
      { name: "净增人数", kind: "value" },
    ]);
    assert(units.includes("万元") && functions.includes("取大") && functions.includes("分档"));
  });

  it("knows the columns of a table within it, and those of all elsewhere", () => {
    const text = readFileSync("policies/shanghai/2021-work-training.toml", "utf8");
    const lines = text.split("\n");
    const columnsAt = (/** @type {number} */ line) =>
      new Set(
        completions(text, { line, column: 1 })
          .names.filter(({ kind }) => kind === "column")
          .map(({ of }) => of),
      );
    const within = lines.findIndex((line) => line.startsWith("[[input.check]]")) + 2;
    assert.equal(columnsAt(within).size, 1);
    assert.equal(columnsAt(lines.findIndex((line) => line.startsWith("[[value]]")) + 2).size, 2);
  });
});
