// policies/policy.schema.json, which editors complete and check by: neither it nor the loader knows more than the other.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import { parse } from "smol-toml";
import { addPolicy, InvalidPolicyError } from "../../dist/npm/index.js";

/** @typedef {null | boolean | number | string | Json[] | { [key: string]: Json }} Json */
/** @typedef {{ [keyword: string]: any }} Schema */

const SCHEMA = "policies/policy.schema.json";
/** @type {Schema} */
const schema = JSON.parse(readFileSync(SCHEMA, "utf8"));
const fits = new Ajv({ allowUnionTypes: true }).compile(schema);

/** Mistakes of form; all others are of meaning, which no schema sees. */
const STRUCTURAL = [
  "address-not-of-the-web",
  "chinese-id",
  "clause-without-source",
  "limit-without-parts",
  "reading-of-nothing",
  "several-in-a-column",
  "still-open",
  "unknown-key",
  "value-without-source",
];

/**
 * A policy file in its JSON form: dates are text.
 * @param {string} path
 * @returns {{ [key: string]: Json }}
 */
function read(path) {
  return JSON.parse(JSON.stringify(parse(readFileSync(path, "utf8"))));
}

const shared = /** @type {{ [section: string]: { [key: string]: Json }[] }} */ (
  /** @type {unknown} */ (read("policies/shared.toml"))
);

/**
 * A policy file with what it takes from shared.toml, as the command reads both.
 * @param {string} path
 */
function whole(path) {
  return withShared(read(path));
}

/**
 * A section with what its items, and the columns of their tables, take from there.
 * @template {{ [section: string]: Json }} Section
 * @param {Section} part
 * @returns {Section}
 */
function withShared(part) {
  const sections = Object.entries(part).map(([section, items]) => [
    section,
    Array.isArray(items) ? items.map((item) => withUsed(section, item)) : items,
  ]);
  return Object.fromEntries(sections);
}

/** @param {string} section @param {Json} item */
function withUsed(section, item) {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  const { use, ...own } = item;
  const taken = use === undefined ? undefined : shared[section]?.find(({ name }) => name === use);
  return withShared({ ...taken, ...own });
}

/** @param {Json} policy */
function loads(policy) {
  try {
    addPolicy(/** @type {object} */ (policy));
    return true;
  } catch (error) {
    assert(error instanceof InvalidPolicyError, String(error));
    return false;
  }
}

/** @param {string} folder */
function tomlFiles(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".toml")).map((file) => `${folder}/${file}`);
}

const policyFiles = tomlFiles("policies").filter((path) => !/\/(calendar|shared|not-found|faq)\.toml$/.test(path));
const uses = policyFiles.filter((path) => /^use +=/m.test(readFileSync(path, "utf8")));
const sound = [
  ...policyFiles,
  "tests/mistakes/none.toml",
  "tests/contract/every-key.toml",
  "tests/contract/clauses.toml",
];
const mistaken = tomlFiles("tests/mistakes").filter(
  (path) => !/\/(none\.toml|shared\.toml|.*\.en\.toml|not-toml[./].*)$/.test(path),
);

/**
 * Every place of a document that a schema describes, with that schema's own place.
 * @param {Schema} described
 * @param {Json} value
 * @param {string} place
 * @returns {Generator<{ described: Schema, value: Json, place: string }>}
 */
function* places(described, value, place) {
  const reference = described.$ref ?? described.allOf?.[0].$ref;
  if (reference) {
    const name = reference.replace("#/definitions/", "");
    return yield* places(schema.definitions[name], value, name);
  }
  yield { described, value, place };
  if (Array.isArray(value)) {
    for (const item of value) yield* places(described.items ?? {}, item, `${place}[]`);
  } else if (value !== null && typeof value === "object") {
    for (const [key, entry] of Object.entries(value)) {
      const own = described.properties?.[key];
      if (own) yield* places(own, entry, `${place}.${key}`);
    }
  }
}

/**
 * Every property, and every word of a list of words, that the schema knows.
 * @param {Schema} described
 * @param {string} place
 * @returns {Generator<string>}
 */
function* vocabulary(described, place) {
  for (const [key, own] of Object.entries(described.properties ?? {})) {
    yield `${place}.${key}`;
    for (const word of own.enum ?? []) yield `${place}.${key} = ${word}`;
    yield* vocabulary(own, `${place}.${key}`);
  }
  if (described.items) yield* vocabulary(described.items, `${place}[]`);
}

describe("the schema", () => {
  for (const path of sound) {
    it(`accepts ${path}, as the loader does`, () => {
      const policy = whole(path);
      assert(fits(policy), JSON.stringify(fits.errors, null, 1));
      assert(loads(policy));
    });
  }

  for (const path of uses) {
    it(`accepts ${path}, which the loader wants whole`, () => {
      const policy = read(path);
      assert(fits(policy), JSON.stringify(fits.errors, null, 1));
      assert(!loads(policy));
    });
  }

  for (const path of mistaken) {
    const structural = STRUCTURAL.includes(basename(path, ".toml"));
    it(`${structural ? "refuses" : "leaves to the loader"} ${path}`, () => {
      assert.equal(fits(read(path)), !structural);
    });
  }

  it("is named by every policy file", () => {
    for (const path of policyFiles) {
      const [, named] = /^#:schema (\S+)\n/.exec(readFileSync(path, "utf8")) ?? [];
      assert(named && resolve(path, "..", named) === resolve(SCHEMA), path);
    }
  });

  it("knows no key and no word that the loader does not", () => {
    const seen = new Set();
    for (const path of sound) {
      for (const { value, place } of places(schema, whole(path), "policy")) {
        if (value === null || typeof value !== "object" || Array.isArray(value)) seen.add(`${place} = ${value}`);
        else for (const key of Object.keys(value)) seen.add(`${place}.${key}`);
      }
    }
    const known = [...vocabulary(schema, "policy")];
    for (const [name, described] of Object.entries(schema.definitions)) known.push(...vocabulary(described, name));
    assert(known.length > 150);
    assert.deepEqual(
      known.filter((word) => !seen.has(word) && !word.endsWith(".use")),
      [],
      "written in no file that the loader accepts",
    );
  });

  it("owes the keys that the loader owes, and takes no other", () => {
    const tried = new Set();
    for (const path of sound) {
      const policy = whole(path);
      for (const { described, value, place } of places(schema, policy, "policy")) {
        if (!described.properties || value === null || typeof value !== "object" || Array.isArray(value)) continue;
        for (const key of Object.keys(described.properties)) {
          if (!(key in value) || tried.has(`${place}.${key}`)) continue;
          tried.add(`${place}.${key}`);
          const taken = /** @type {Json} */ (value[key]);
          delete value[key];
          // Without a key that is not owed, the policy may be wrong in another way; the schema need not see that.
          const owed = described.required.includes(key);
          if (owed) assert(!fits(policy) && !loads(policy), `${place}.${key} is owed`);
          else if (!fits(policy)) assert(!loads(policy), `${place}.${key} is not owed`);
          value[key] = taken;
        }
        if (tried.has(place)) continue;
        tried.add(place);
        value.nonsense = "1";
        assert(!fits(policy) && !loads(policy), `${place}.nonsense`);
        delete value.nonsense;
      }
      assert(fits(policy));
    }
  });
});
