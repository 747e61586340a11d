// `npx wengang` is the command: for whatever it is asked, it says, writes and exits as the program does that Rust makes of the same source.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { install } from "./project.mjs";

const ID = "shanghai-2024-stabilisation-refund";
const project = install();
const node = join(project, "node_modules/.bin/wengang");
/** @type {string} */
let rust;

before(() => {
  const built = execFileSync(
    "cargo",
    ["build", "--quiet", "--locked", "-p", "wengang-cli", "--message-format", "json"],
    {
      encoding: "utf8",
    },
  );
  const [executable = ""] = built.match(/(?<="executable":")[^"]+/g) ?? [];
  rust = resolve(executable);
});

const folder = mkdtempSync(join(tmpdir(), "wengang-command-"));
after(() => rmSync(folder, { recursive: true }));

/** A folder as both commands find it. @param {string} name */
function place(name) {
  const place = join(folder, name);
  mkdirSync(place);
  cpSync("policies", join(place, "policies"), { recursive: true });
  cpSync("tests/mistakes", join(place, "mistakes"), { recursive: true });
  writeFileSync(join(place, "答案.json"), '{ "seriouslyDishonest": true }');
  // As Excel saves it in China: 单位,失业保险费总额 in GB 18030.
  const heading = [
    0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xca, 0xa7, 0xd2, 0xb5, 0xb1, 0xa3, 0xcf, 0xd5, 0xb7, 0xd1, 0xd7, 0xdc, 0xb6, 0xee,
  ];
  writeFileSync(join(place, "gbk.csv"), Buffer.concat([Buffer.from(heading), Buffer.from("\r\nA,12300\r\nB,x\r\n")]));
  const rows = Array.from({ length: 20_000 }, (_, row) => `${row},${row}`);
  writeFileSync(join(place, "long.csv"), `单位,premiumsPaid\n${rows.join("\n")}\n`);
  writeFileSync(join(place, "written.csv"), "here before\n", { mode: 0o640 });
  return place;
}

/** @param {string} command @param {string} cwd @param {string[]} options @param {string} [input] */
function run(command, cwd, options, input = "") {
  const { status, stdout, stderr } = spawnSync(command, options, { cwd, input, encoding: "utf8", maxBuffer: 2 ** 28 });
  return { status, stdout, stderr };
}

/** All files of a folder and what they hold. @param {string} place */
function contentOf(place) {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return paths.map((path) => [path.slice(place.length), readFileSync(path, "latin1")]);
}

/** @type {[options: string, input?: string][]} */
const CALLS = [
  ["--help"],
  ["--version"],
  [""],
  ["nonsense"],
  ["check --json --nonsense"],
  ...["new", "check", "test", "fmt", "doc", "pack", "stale", "coverage", "evaluate", "explain", "batch"].map(
    (name) => /** @type {[string]} */ ([`${name} --help`]),
  ),
  ["check"],
  ["check --json"],
  ["check mistakes"],
  ["check mistakes --locale en"],
  ["check mistakes --json"],
  ["check nowhere"],
  ["test"],
  ["test mistakes"],
  ["test --json mistakes --locale en"],
  [`doc ${ID}`],
  [`doc ${ID} --locale en -o page.html`],
  ["doc --all -o pages --form"],
  ["stale --today 2026-11-28"],
  ["stale --today 2026-11-28 --json --locale en"],
  ["stale --today 2026/11/28"],
  ["stale"],
  ["coverage"],
  ["coverage --json"],
  ["coverage --locale en -o coverage.md"],
  [`evaluate ${ID} 答案.json`],
  [`evaluate ${ID} nowhere.json`],
  [`evaluate ${ID} policies`],
  [`evaluate ${ID} -`, '{ "insuredAtEnd": -1, "unknown": 1 }'],
  ["evaluate no-such-policy 答案.json"],
  [`explain ${ID} -`, '{ "insuredAtEnd": 1 }'],
  [
    `explain --locale en policies/national/overtime-pay.toml -`,
    '{ "monthlyWage": "8700", "overtime": [{ "date": "2024-05-01", "hours": 8 }] }',
  ],
  [`batch ${ID} gbk.csv -o gbk-out.csv`],
  [`batch ${ID} gbk.csv -o -`],
  [`batch ${ID} - -o -`, "premiumsPaid\n1\n"],
  [`batch ${ID} long.csv -o written.csv --json`],
  [`batch ${ID} written.csv -o written.csv`],
  [`batch ${ID} nowhere.csv -o out.csv`],
  [`batch ${ID} gbk.csv -o nowhere/out.csv`],
  [`batch ${ID} - -o out.csv`],
  ["new"],
  [
    "new --template per-head-subsidy --region 示例市 --region-en Example --year 2025 --scheme hiring-subsidy --title 招用补贴 --figure ratePerPerson=500元 --leave-open",
  ],
  [
    "new --template per-head-subsidy --region 示例市 --region-en Example --year 2025 --scheme hiring-subsidy --title 招用补贴 --leave-open --locale en",
  ],
  ["check policies/example"],
  ["fmt --check"],
  ["fmt mistakes --locale en"],
  ["fmt policies --json"],
  ["pack policies/national -o packs"],
  ["catalogue packs --json"],
];

describe("npx wengang", () => {
  const places = { node: place("node"), rust: place("rust") };
  for (const [options, input] of CALLS) {
    test(`wengang ${options}`, () => {
      const given = options.split(" ").filter(Boolean);
      const [mine, its] = [run(node, places.node, given, input), run(rust, places.rust, given, input)];
      assert.deepEqual(mine, its);
    });
  }

  test("writes the same files", () => {
    const [mine, its] = [contentOf(places.node), contentOf(places.rust)];
    assert(mine.length > 200);
    assert.deepEqual(mine, its);
  });

  test("is found by npx", () => {
    const options = ["--offline", "wengang", "check", resolve("policies")];
    assert.match(execFileSync("npx", options, { cwd: project, encoding: "utf8" }), /全部无误/);
  });
});
