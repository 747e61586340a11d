import assert from "node:assert/strict";
import { test } from "node:test";
import { fractionToPercent, groupThousands, readingInWan, readingOf, unitOf } from "../../www/answers/number-text.js";
import { messagesIn } from "../../www/messages/all.js";

/** @import { InputDescription } from "../../dist/npm/index.js" */

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
  assert.equal(groupThousands(""), "");
  assert.equal(groupThousands("待定"), "待定");
});

test("a figure of any length is set apart, and what follows it left alone", () => {
  const grouped = groupThousands(`${"9".repeat(300_000)}x`);
  assert.equal(grouped, `${"999,".repeat(99_999)}999x`);
});

test("amounts are read in 万 and 亿, exactly or else as about so much", () => {
  const cases = [
    ["12300.00", "1.23万元"],
    ["10000.00", "1万元"],
    ["9999.99", ""],
    ["12345.00", "1.2345万元"],
    ["12345.67", "约1.2346万元"],
    ["12345.44", "约1.2345万元"],
    ["99999.99", "约10万元"],
    ["12345678", "1,234.5678万元"],
    ["99999999.99", "约10,000万元"],
    ["123000000.00", "1.23亿元"],
    ["599999999999.99", "约6,000亿元"],
    ["1000000000000.00", "1万亿元"],
    ["-50000", "-5万元"],
    ["00012000", "1.2万元"],
    ["", ""],
    ["12万", ""],
  ];
  for (const [decimal = "", reading] of cases) assert.equal(readingInWan(decimal), reading, decimal);
});

test("a reading is offered where it says more than what was typed", () => {
  assert.deepEqual(readingOf("12300", "12300", "元"), { figure: "12,300", inWan: "1.23万元" });
  assert.deepEqual(readingOf("1.2亿", "12000", "万元"), { figure: "12,000", inWan: "1.2亿元" });
  assert.deepEqual(readingOf("1.2亿", "12000", "10,000 yuan"), { figure: "12,000", inWan: "1.2亿元" });
  assert.deepEqual(readingOf("12300", "12300", "人"), { figure: "12,300", inWan: undefined });
  assert.deepEqual(readingOf("９７", "97", "人"), { figure: "97", inWan: undefined });
  assert.deepEqual(readingOf("２０２４", "2024", "年"), { figure: "2024", inWan: undefined });
  assert.deepEqual(readingOf("38453/12", "38453÷12", "人"), { figure: "3,204.42", about: true });
  for (const [typed = "", figure = ""] of [
    ["97", "97"],
    ["97人", "97"],
    ["12,300", "12300"],
    ["1.", "1"],
    [".5", "0.5"],
    ["-12300", "-12300"],
  ]) {
    assert.equal(readingOf(typed, figure, "人"), undefined, typed);
  }
});

test("years of the calendar have no unit in English; numbers of years do", () => {
  /** @type {InputDescription} */
  const year = { id: "year", label: "", type: "count", unit: "年", min: "2021", max: "2026", optional: false };
  const duration = { ...year, min: "0", max: "50" };
  assert.equal(unitOf(year, messagesIn("zh-CN")), "年");
  assert.equal(unitOf({ ...year, unit: "years" }, messagesIn("en")), "");
  assert.equal(unitOf({ ...duration, unit: "years" }, messagesIn("en")), "years");
});

test("numbers of months are not taken for months of the year", () => {
  /** @type {InputDescription} */
  const months = {
    id: "months",
    label: "计算几个月？",
    type: "count",
    unit: "月",
    min: "1",
    max: "12",
    optional: false,
  };
  const [chinese, english] = [messagesIn("zh-CN"), messagesIn("en")];
  assert.equal(unitOf(months, chinese), "个月");
  assert.equal(unitOf({ ...months, label: "月份" }, chinese), "月");
  assert.equal(unitOf({ ...months, label: "For how many months?", unit: "months" }, english), "months");
  assert.equal(unitOf({ ...months, label: "Month", unit: "months" }, english), "");
  assert.equal(english.result.measure("1", "months"), "1 month");
  assert.equal(english.result.measure("12", "months"), "12 months");
});
