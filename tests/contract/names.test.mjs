// What formulas call things, in the policy files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "smol-toml";

/** Sections whose items formulas name. */
const NAMED = ["input", "column", "value", "parameter"];

/**
 * English names that stand for several Chinese ones.
 * @param {string} file
 */
function ambiguous(file) {
  /** @type {Map<string, Set<string>>} */
  const meanings = new Map();
  /** @param {any} node @param {string} section */
  const visit = (node, section) => {
    if (Array.isArray(node)) return node.forEach((item) => void visit(item, section));
    if (typeof node !== "object") return;
    if (NAMED.includes(section) && node.name && node.en) {
      const english = node.en.toLowerCase();
      meanings.set(english, (meanings.get(english) ?? new Set()).add(node.name));
    }
    for (const [key, value] of Object.entries(node)) visit(value, key);
  };
  visit(parse(readFileSync(file, "utf8")), "");
  return [...meanings].flatMap(([english, names]) => (names.size > 1 ? [`${english}: ${[...names].join("、")}`] : []));
}

test("what has two names in Chinese has two in English", () => {
  const files = execFileSync("git", ["ls-files", "policies/*/*.toml"], { encoding: "utf8" }).trim().split("\n");
  assert.ok(files.length > 50);
  for (const file of files) assert.deepEqual(ambiguous(file), [], file);
});
