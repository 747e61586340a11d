// Whatever is passed to any function is answered or refused in words, in reasonable time, and the engine goes on working.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as api from "../../dist/npm/index.js";
import * as runtime from "../../dist/npm/runtime/index.js";
import { cases, differences } from "./contract.mjs";
import { inputs, policy } from "./somewhere.mjs";

/** @typedef {Record<string, (...given: any[]) => any>} Functions */

const refund = "shanghai-2024-stabilisation-refund";
const table = "shanghai-2022-online-training";

/** @param {object} target @param {ProxyHandler<object>} [handler] */
function revoked(target, handler = {}) {
  const { proxy, revoke } = Proxy.revocable(target, handler);
  revoke();
  return proxy;
}

const thrower = () => {
  throw new Error("the caller’s own");
};
const throwing = (/** @type {string | symbol} */ key) =>
  Object.defineProperty({}, key, { get: thrower, enumerable: true });

function detached() {
  const numbers = new Float64Array(3);
  structuredClone(numbers, { transfer: [numbers.buffer] });
  return numbers;
}

/** @param {number} depth */
function deep(depth) {
  return JSON.parse(['{"x":', '[{"":'.repeat(depth), "1", "}]".repeat(depth), "}"].join(""));
}

function cyclicTable() {
  /** @type {object[]} */
  const rows = [];
  rows.push({ employee: rows, project: { rows } });
  return rows;
}

/** Nothing JSON could say: each level holds the one below twice. @param {number} levels */
function shared(levels) {
  /** @type {unknown} */
  let value = "x";
  for (let level = 0; level < levels; level += 1) value = [{ a: value }, { a: value }];
  return value;
}

/** What stands in the place of an answer. */
const answers = /** @type {Record<string, () => unknown>} */ ({
  "a table that holds itself": cyclicTable,
  "3000 tables, one in the other": () => deep(3000).x,
  "subtrees that are shared": () => shared(60),
  "more rows than there can be": () => new Array(2 ** 32 - 1),
  "a hundred million rows": () => new Array(1e8),
  "a proxy that says it is endless": () =>
    new Proxy([], { get: (_, key) => (key === "length" ? Number.POSITIVE_INFINITY : {}) }),
  "a proxy of no length": () => new Proxy([], { get: thrower }),
  "a proxy that is no longer": () => revoked([]),
  "a proxy of an object that is no longer": () => revoked({}),
  "an object that does not say what it is": () => throwing(Symbol.toStringTag),
  "an object that says it at length": () => ({ [Symbol.toStringTag]: "x".repeat(1e6) }),
  "rows that throw": () => [throwing("employee"), new Proxy({}, { ownKeys: thrower }), revoked({})],
  "rows that are none": () => [[], null, 1, "x", new Date(), [[[[]]]]],
  "a text of fifty million characters": () => "9".repeat(5e7),
  "a text of spaces": () => " ".repeat(1e6),
  "halves of characters": () => "\ud800",
  "a symbol": () => Symbol("x"),
  "a function": () => thrower,
  "a large integer": () => 10n ** 1000n,
  "a map": () => new Map([["a", 1]]),
  "a detached array": detached,
});

/** What stands in the place of a form, a profile, columns, amounts or a policy. */
const forms = /** @type {Record<string, () => unknown>} */ ({
  ...answers,
  "fields that throw": () => throwing("insuredAtEnd"),
  "a proxy whose every trap throws": () =>
    new Proxy(
      {},
      { ownKeys: thrower, get: thrower, has: thrower, getPrototypeOf: thrower, getOwnPropertyDescriptor: thrower },
    ),
  "a form that is endlessly deep": () => deep(20_000),
  "a name of ten million characters": () => ({ ["n".repeat(1e7)]: 1 }),
  "names with zeros, quotes and halves": () => ({
    "\0": 1,
    "insuredAtEnd\0": 2,
    "\n": 3,
    "\ud800": 4,
    "\udc00": 5,
    '"': 6,
  }),
  "thirty thousand unknown fields": () =>
    Object.fromEntries(Array.from({ length: 30_000 }, (_, number) => [`field${number}`, number])),
  "names that every object has": () =>
    JSON.parse('{ "__proto__": { "insuredAtEnd": 5 }, "constructor": 1, "toString": "x" }'),
});

const columns = /** @type {Record<string, () => unknown>} */ ({
  ...answers,
  "an empty column of large integers": () => new BigInt64Array(0),
  "an empty column of large natural numbers": () => new BigUint64Array(0),
  "three hundred million rows": () => {
    const numbers = new Uint8Array(8);
    // The real length counts, not what the array says of itself.
    return Object.defineProperty(numbers, "length", { get: thrower });
  },
  "an array whose items throw": () =>
    new Proxy([1, 2], { get: (list, key) => (key === "1" ? thrower() : Reflect.get(list, key)) }),
  "an array that ends elsewhere": () =>
    new Proxy([1, 2], { get: (list, key) => (key === "length" ? 1e9 : Reflect.get(list, key)) }),
  "numbers from an iterator of its own": () =>
    Object.defineProperty(new BigInt64Array(2), Symbol.iterator, {
      *value() {
        for (;;) yield 1n;
      },
    }),
  "a view of bytes": () => new DataView(new ArrayBuffer(8)),
});

const options = /** @type {Record<string, () => unknown>} */ ({
  "throw for a locale": () => throwing("locale"),
  "throw for a day": () => throwing("today"),
  "are a proxy that is no longer": () => revoked({}),
  "are no object": () => 42,
  "have other languages": () => ({ locale: "x".repeat(1e7) }),
  "have other days": () => ({ today: new Date() }),
  "have a day that is a table": () => ({ today: cyclicTable() }),
});

/** @type {[string, string, any[]][]} a function, in what place something else is passed, and what is passed otherwise */
const calls = [
  ["policies", "options", [undefined]],
  ["describe", "id", [refund]],
  ["evaluate", "id", [refund, {}]],
  ["evaluate", "form", [refund, {}]],
  ["evaluate", "answer", [table, { trainings: [] }]],
  ["asked", "form", [refund, {}]],
  ["asked", "answer", [table, { trainings: [] }]],
  ["eligibleRanges", "form", [refund, {}, "insuredAtEnd"]],
  ["eligibleRanges", "field", [refund, {}, "insuredAtEnd"]],
  ["eligibleRegion", "form", [refund, {}, ["insuredAtEnd", "naturalAttrition"]]],
  ["eligibleRegion", "fields", [refund, {}, ["insuredAtEnd", "naturalAttrition"]]],
  ["reconcile", "form", [refund, {}, { layoffRate: "5.50%" }]],
  ["reconcile", "field", [refund, {}, {}]],
  ["reconcile", "shown", [refund, {}, {}]],
  ["evaluateColumns", "form", [refund, {}]],
  ["evaluateColumns", "column", [refund, {}]],
  ["evaluateColumns", "values", [refund, { insuredAtEnd: [1] }, {}]],
  ["assess", "form", [{}]],
  ["assess", "answer", [{ trainings: [] }]],
  ["combine", "form", [{}]],
  ["addPolicy", "form", [{}]],
  ["addPolicy", "answer", [{}]],
  ["removePolicy", "id", [refund]],
];

/**
 * The arguments with something else in one place.
 * @param {string} place
 * @param {any[]} given
 * @param {unknown} hostile
 */
function placed(place, given, hostile) {
  const [first, second, ...rest] = given;
  const isSingle = given.length === 1;
  switch (place) {
    case "id":
      return [hostile, second];
    case "form":
      return isSingle ? [hostile] : [first, hostile, ...rest];
    case "answer":
      return isSingle
        ? [{ ...first, trainings: hostile, title: hostile }]
        : [first, { trainings: hostile, platform: hostile }];
    case "column":
      return [first, { insuredAtEnd: hostile }];
    case "values":
      return [first, second, { values: hostile }];
    case "field":
      return [first, second, hostile];
    case "shown":
      return [first, second, { layoffRate: hostile, amount: hostile, enterpriseSize: hostile }];
    default:
      return [];
  }
}

/** @type {Record<string, Record<string, () => unknown>>} */
const hostile = {
  id: answers,
  field: answers,
  fields: { ...answers, "one field": () => ["insuredAtEnd"], "three fields": () => ["a", "b", "c"] },
  shown: answers,
  values: answers,
  answer: answers,
  form: forms,
  column: { ...answers, ...columns },
};

for (const [entry, module] of Object.entries({ package: api, runtime })) {
  const functions = /** @type {Functions} */ (/** @type {unknown} */ (module));
  const typed = [module.InvalidInputError, module.UnknownPolicyError, api.InvalidPolicyError];

  /**
   * @param {string} name
   * @param {any[]} given
   */
  const attempt = (name, given) => {
    if (!(name in functions)) return;
    try {
      functions[name]?.(...given);
    } catch (error) {
      assert(
        typed.some((kind) => error instanceof /** @type {any} */ (kind)),
        `${name}: ${error}`,
      );
      const { problems = [], mistakes = [] } = /** @type {any} */ (error);
      for (const { field = "", message } of [...problems.slice(0, 9), ...mistakes.slice(0, 9)]) {
        assert(message.length > 0 && message.length < 1000 && field.length < 300);
      }
    }
  };

  const works = () => {
    const differing = Object.values(cases)
      .flatMap((list) => list.slice(0, 2))
      .flatMap((example) => differences(functions, example));
    assert.deepEqual(differing, []);
  };

  describe(`${entry}: is not harmed by`, () => {
    for (const [name, place, given] of calls.filter(([name]) => name in functions)) {
      for (const [kind, make] of Object.entries(hostile[place] ?? {})) {
        it(`${kind} as ${place} of ${name}`, () => attempt(name, placed(place, given, make())));
      }
      for (const [kind, make] of Object.entries(options)) {
        it(`options of ${name} that ${kind}`, () => {
          const length =
            {
              policies: 0,
              describe: 1,
              removePolicy: 1,
              assess: 1,
              combine: 1,
              addPolicy: 1,
              eligibleRanges: 3,
              eligibleRegion: 3,
              reconcile: 3,
            }[name] ?? 2;
          attempt(name, [...given.slice(0, length), make()]);
        });
      }
    }
    it("any of it: contract cases come out as before", works);
  });

  describe(`${entry}: goes on after`, () => {
    it("thousands of calls that used to wear it out", () => {
      for (let time = 0; time < 4000; time += 1) {
        for (const name of ["evaluate", "evaluateColumns"]) {
          attempt(name, [refund, { insuredAtEnd: [throwing(Symbol.toStringTag)], premiumsPaid: new BigInt64Array(0) }]);
        }
      }
      works();
    });

    it("calls that find the stack used up, with what was added", () => {
      functions.addPolicy?.(policy);
      const recurse = () => {
        try {
          recurse();
        } catch {
          // On each way back there is a little more left, up to what the call needs.
          functions.evaluate?.(refund, { insuredAtEnd: 5 });
        }
      };
      for (let time = 0; time < 20; time += 1) {
        try {
          recurse();
        } catch (error) {
          assert(error instanceof RangeError || typed.some((kind) => error instanceof kind));
        }
      }
      works();
      if (functions.addPolicy) {
        assert.equal(functions.evaluate?.(policy.id, inputs).amount, "20.00");
        assert.equal(functions.describe?.(policy.id).added, true);
        functions.removePolicy?.(policy.id);
      }
    });

    it("more values than anything has", () => {
      const row = Object.fromEntries(Array.from({ length: 60 }, (_, column) => [`column${column}`, column]));
      /** @type {unknown[]} */
      const none = [];
      const trainings = new Proxy(none, { get: (_, key) => (key === "length" ? 100_000 : row) });
      assert.throws(
        () => module.eligibleRanges(table, { trainings }, "classHours", { locale: "en" }),
        (error) => {
          assert(error instanceof module.InvalidInputError);
          assert.deepEqual(
            error.problems.map(({ field, code }) => [field, code]),
            [["", "out-of-range"]],
          );
          return true;
        },
      );
      attempt("addPolicy", [{ condition: Array.from({ length: 60_000 }, () => ({ name: "甲" })) }]);
      works();
    });

    it("calls from within the arguments of another", () => {
      const form = Object.defineProperty({ premiumsPaid: 100 }, "insuredAtEnd", {
        enumerable: true,
        get: () => {
          works();
          return -1;
        },
      });
      assert.throws(() => module.evaluate(refund, form), module.InvalidInputError);
    });
  });
}
