import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fractionToPercent,
  groupThousands,
  percentToFraction,
  readingInWan,
  wholeNumber,
} from "../../www/number-text.js";

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

test("amounts are read in 万 and 亿, exactly or else as about so much", () => {
  const cases = [
    ["12300.00", "1.23 万元"],
    ["10000.00", "1 万元"],
    ["9999.99", ""],
    ["12345.00", "1.2345 万元"],
    ["12345.67", "约 1.2346 万元"],
    ["12345.44", "约 1.2345 万元"],
    ["99999.99", "约 10 万元"],
    ["12345678", "1,234.5678 万元"],
    ["99999999.99", "约 10,000 万元"],
    ["123000000.00", "1.23 亿元"],
    ["599999999999.99", "约 6,000 亿元"],
    ["1000000000000.00", "1 万亿元"],
    ["-50000", "-5 万元"],
    ["00012000", "1.2 万元"],
    [" １２,３００ ", "1.23 万元"],
    ["", ""],
    ["12万", ""],
  ];
  for (const [decimal = "", reading] of cases) assert.equal(readingInWan(decimal), reading, decimal);
});

test("whole numbers are read as the engine reads them", () => {
  assert.equal(wholeNumber(" １，２３４ "), 1234);
  assert.equal(wholeNumber(97), 97);
  assert.equal(wholeNumber("97.0"), 97);
  for (const text of ["", "9.5", "-3", "1e3", "abc", undefined, null]) assert.equal(wholeNumber(text), undefined);
});
