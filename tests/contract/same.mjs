// Whether two builds of the package do the same: every function, in both languages, with the contract's cases, with random
// answers, and with what nobody would send. Run it around a change that is to change nothing.
//
//   node tests/contract/same.mjs BEFORE AFTER    two folders with an index.js each; ROUNDS=200 for more

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cases } from "./contract.mjs";
import { generatorOf, incomplete } from "./oracle/inputs.mjs";
import { oracles } from "./oracle/policies.mjs";
import { Random } from "./oracle/random.mjs";
import * as somewhere from "./somewhere.mjs";

const [before, after] = await Promise.all(
  process.argv.slice(2, 4).map((folder) => import(pathToFileURL(resolve(folder, "index.js")).href)),
);
const rounds = Number(process.env.ROUNDS ?? 40);
const random = new Random(Number(process.env.SEED ?? 1));
let calls = 0;
let differing = 0;

/** What comes of a call, in full: undefined is not nothing, and the order of keys counts. @param {unknown} value */
const written = (value) =>
  JSON.stringify(value, (_, part) => {
    if (part === undefined) return "(undefined)";
    if (typeof part === "bigint") return `(${part}n)`;
    if (typeof part === "number" && !Number.isFinite(part)) return `(${part})`;
    return ArrayBuffer.isView(part) ? [part.constructor.name, .../** @type {any} */ (part)] : part;
  });

/**
 * @param {Record<string, any>} api
 * @param {string} name
 * @param {unknown[]} given
 */
function outcome(api, name, given) {
  try {
    return written(api[name](...given));
  } catch (error) {
    const { name: kind, message } = /** @type {Error} */ (error);
    return written({ kind, message, ...Object(error) });
  }
}

/**
 * @param {string} name
 * @param {unknown[]} given
 */
function check(name, ...given) {
  for (const locale of ["zh-CN", "en"]) {
    calls += 1;
    const options = { locale, today: "2026-11-27" };
    const last = name === "evaluateColumns" ? { ...options, values: wanted } : options;
    const [old, now] = [before, after].map((api) => outcome(api, name, [...given, last]));
    if (old === now) continue;
    differing += 1;
    if (differing <= 10) console.error(`${name}\n  ${safely(given)}\n  before ${old}\n  after  ${now}\n`);
  }
}

/** @param {unknown} given */
function safely(given) {
  try {
    return written(given)?.slice(0, 2000);
  } catch {
    return "(what cannot be written)";
  }
}

/** @type {string[]} */
let wanted = [];

const hostile = [
  ...[undefined, null, true, false, Number.NaN, Number.POSITIVE_INFINITY, -0, 0, 1, -1, 0.1 + 0.2, 1e21, 1e-7, 2 ** 53],
  ...[1e15, 999999999999999, 1e28, 0.005, 100000000, 99999999.5, 12345678901234567890n, Symbol("s"), () => 1],
  ...[
    "",
    " ",
    "0",
    "-0",
    "5",
    " 5 ",
    "－５",
    "１２，３００．００",
    "12,300",
    "1,23",
    "1e5",
    "0x10",
    "NaN",
    "5%",
    "5.5%",
    "50",
  ],
  ...[
    "97人",
    "3个月",
    "1.5万元",
    "38453÷12",
    "100/7",
    "1÷0",
    "0÷5",
    "99999999999999÷3",
    "2023/12",
    "-5÷12",
    "是",
    "no",
    "true",
  ],
  ...["2024-02-29", "2024-02-30", "2024-3-5", "2024年3月5日", "0001-01-01", "9999-12-31", "10000-01-01", "2024-12-31"],
  ...[
    "甲（乙） （丙）",
    "a ( b )",
    "） （",
    "−5",
    "≈",
    "\ud800",
    "a\udc00b",
    "\0",
    "x".repeat(300),
    "9".repeat(25),
    "𠮷".repeat(50),
  ],
  ...[
    `0.${"0".repeat(20)}1`,
    `${"9".repeat(20)}.99`,
    `${"9".repeat(28)}`,
    "manufacturing",
    "enterprise",
    "large",
    "其他",
  ],
  ...[[], [1], [[]], [{}], [null], {}, { a: 1 }, new Date(0), new Map(), new Uint8Array(3), Object.create(null)],
  ...[
    new Proxy({}, { ownKeys: () => ["a"] }),
    new Proxy([], {}),
    {
      get x() {
        throw new Error("no");
      },
    },
    "a".repeat(20_000),
  ],
];

/** Some answers replaced, in rows too, some added. @param {Record<string, unknown>} inputs */
function spoilt(inputs) {
  const spoil = (/** @type {unknown} */ answer) => (random.chance(0.3) ? random.pick(hostile) : answer);
  const entries = Object.entries(inputs).map(([field, answer]) => {
    const rows = Array.isArray(answer) && random.chance(0.8);
    const cells = (/** @type {object} */ row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, spoil(cell)]));
    return [field, rows ? answer.map((row) => (random.chance(0.9) ? cells(Object(row)) : spoil(row))) : spoil(answer)];
  });
  if (random.chance(0.2)) entries.push([random.pick(["x", "__proto__", "insuredAtEn", "", "a".repeat(500)]), 1]);
  return Object.fromEntries(entries);
}

/** Every text of answers as a person would type it. @param {any} answer @returns {unknown} */
const typed = (answer) =>
  typeof answer === "number" ? random.pick([`${answer}`, ` ${answer} `, `${answer}元`, `${answer}人`]) : answer;

/** @param {string} id @param {any} inputs */
function each(id, inputs) {
  check("evaluate", id, inputs);
  check("asked", id, inputs);
  check("situation", id, inputs);
  check("amountRange", id, inputs);
}

for (const list of Object.values(cases)) {
  for (const example of list) {
    for (const name of ["policies", "describe", "evaluate", "asked", "eligibleRanges", "assess", "combine"]) {
      const given = /** @type {Record<string, any>} */ (example)[name];
      if (given)
        check(
          name,
          ...given.slice(0, { policies: 0, describe: 1, eligibleRanges: 3, assess: 1, combine: 1 }[name] ?? 2),
        );
    }
    if (example.evaluate) each(/** @type {any} */ (example.evaluate[0]), example.evaluate[1]);
  }
}

/** @type {Record<string, unknown>} */
const profile = {};
check("policies");
for (const id of Object.keys(oracles)) {
  check("describe", id);
  const policy = before.describe(id);
  const generate = generatorOf(policy);
  wanted = policy.values.map((/** @type {any} */ value) => value.id);
  const counts = policy.inputs.filter((/** @type {any} */ input) => input.type === "count");
  each(id, {});
  each(id, undefined);
  for (const { inputs } of policy.examples) each(id, inputs);
  /** @type {Record<string, unknown>[]} */
  const rows = [];
  for (let round = 0; round < rounds; round += 1) {
    const inputs = generate(random);
    Object.assign(profile, inputs);
    for (const answers of [inputs, incomplete(random, inputs), spoilt(inputs), spoilt(inputs)]) {
      each(id, answers);
      rows.push(answers);
    }
    check("situation", id, Object.fromEntries(Object.entries(inputs).map(([field, answer]) => [field, typed(answer)])));
    if (policy.values.length)
      check("reconcile", id, inputs, { [random.pick(wanted)]: random.pick(["0.05", "5.5%", "12"]) });
    if (counts.length) check("eligibleRanges", id, incomplete(random, inputs), random.pick(counts).id);
    check("assess", random.chance(0.5) ? inputs : spoilt({ ...profile }));
  }
  const simple = policy.inputs.filter((/** @type {any} */ input) => rows.some((row) => input.id in row));
  const columns = simple.map((/** @type {any} */ { id: field }) => [field, rows.map((row) => row[field])]);
  check("evaluateColumns", id, Object.fromEntries(columns));
  const numbers = columns.map((/** @type {any} */ [field, list]) => [
    field,
    list.every((/** @type {unknown} */ one) => !Number.isNaN(Number(typeof one === "string" ? one : Number.NaN)))
      ? Float64Array.from(list, Number)
      : list,
  ]);
  check("evaluateColumns", id, Object.fromEntries(numbers));
  check("combine", Object.fromEntries(Object.keys(oracles).map((other) => [other, random.scaled(1e9) / 100])));
  check("combine", { [id]: random.pick(hostile), [random.pick(Object.keys(oracles))]: "12.30" });
}
for (const text of hostile) {
  for (const unit of ["", "人", "元", "万元", "%", "月"]) check("readNumber", text, unit);
  check("readDate", text);
  check("evaluate", text, {});
  check("evaluate", "shanghai-2024-stabilisation-refund", text);
  check("addPolicy", text);
  check("addPack", text);
  check("combine", { "shanghai-2024-stabilisation-refund": text });
}
check("addPolicy", somewhere.policy);
each(somewhere.policy.id, somewhere.inputs);
check("describe", somewhere.policy.id);
check("policies");
check("removePolicy", somewhere.policy.id);
check("policies");

console.log(`${calls} calls, ${differing} of them differ`);
process.exitCode = differing ? 1 : 0;
