import assert from "node:assert/strict";
import { test } from "node:test";
import { fractionToPercent, groupThousands, percentToFraction } from "../../www/number-text.js";

test("percentages become fractions by moving the point, never by arithmetic", () => {
  const cases = [
    ["5.5", "0.055"],
    ["60", "0.60"],
    ["100", "1.00"],
    ["0.07", "0.0007"],
    ["-3", "-0.03"],
    ["５．５％", "0.055"],
    ["1,250", "12.50"],
    [".5", "0.005"],
    ["0.1234567890123456789", "0.001234567890123456789"],
  ];
  for (const [typed = "", fraction] of cases) assert.equal(percentToFraction(typed), fraction);
});

test("what is no percentage is left for the engine to refuse", () => {
  for (const typed of ["abc", "1e2", ".", "5%%", "--1"]) assert.equal(percentToFraction(typed), typed);
});

test("fractions become percentages again", () => {
  const cases = [
    ["0.055", "5.5"],
    ["1", "100"],
    ["0.6", "60"],
    ["0", "0"],
    ["-0.03", "-3"],
    ["0.0007", "0.07"],
  ];
  for (const [fraction = "", percent] of cases) assert.equal(fractionToPercent(fraction), percent);
});

test("thousands are set apart without touching the decimals", () => {
  assert.equal(groupThousands("7380.00"), "7,380.00");
  assert.equal(groupThousands("999.99"), "999.99");
  assert.equal(groupThousands("1000000"), "1,000,000");
  assert.equal(groupThousands("-12345.6789"), "-12,345.6789");
});
