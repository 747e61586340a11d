import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fractionToPercent,
  groupThousands,
  percentToFraction,
  readingInWan,
  readingOf,
  readNumber,
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
    [" １２,３００ ", "1.23万元"],
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

test("figures are read as people type and paste them", () => {
  const cases = [
    ["12,300 元", "元", "12300"],
    ["￥12,300.00", "元", "12300.00"],
    ["１２，３００．００", "元", "12300.00"],
    ["人民币 12 300 元整", "元", "12300"],
    ["RMB 12,300.00", "yuan", "12300.00"],
    ["12。5", "元", "12.5"],
    ["5000元/月", "元/人/月", "5000"],
    ["97人", "人", "97"],
    ["９７ 名", "人", "97"],
    ["97 people", "人", "97"],
    ["97人", "people", "97"],
    ["3个月", "月", "3"],
    [" 2024年 ", "年", "2024"],
    ["-5", "人", "-5"],
    ["−5", "人", "-5"],
    [".5", "小时", "0.5"],
  ];
  for (const [typed = "", unit, number] of cases) assert.equal(readNumber(typed, unit), number, typed);
});

test("ten thousands are converted by moving the point, to the last digit", () => {
  const cases = [
    ["1.23 万元", "元", "12300"],
    ["1.23456789万", "元", "12345.6789"],
    ["0.00001万", "元", "0.1"],
    ["1,234.5万元", "元", "12345000"],
    ["9007199254740993.01万", "元", "90071992547409930100"],
    ["3千万", "元", "30000000"],
    ["1.2亿", "元", "120000000"],
    ["300万", "万元", "300"],
    ["300", "万元", "300"],
    ["300万元", "10,000 yuan", "300"],
    ["1.2亿元", "万元", "12000"],
    ["3000000元", "万元", "300"],
    ["5元", "万元", "0.0005"],
  ];
  for (const [typed = "", unit, number] of cases) assert.equal(readNumber(typed, unit), number, typed);
});

test("what is uncertain is no figure", () => {
  for (const typed of ["", "元", ".", "1,23", "1,2345", "1 2 3", "1e5", "12.3.4", "约12", "12左右", "1万2千", "--1"]) {
    assert.equal(readNumber(typed, "元"), undefined, typed);
  }
  assert.equal(readNumber("97元", "人"), undefined, "another unit than the field's");
  assert.equal(readNumber("100 personne", "元"), undefined);
});

test("a reading is offered where it says more than what was typed", () => {
  assert.deepEqual(readingOf("12300", "元"), { figure: "12,300", inWan: "1.23万元" });
  assert.deepEqual(readingOf("1.2亿", "万元"), { figure: "12,000", inWan: "1.2亿元" });
  assert.deepEqual(readingOf("12300", "人"), { figure: "12,300", inWan: undefined });
  assert.deepEqual(readingOf("９７", "人"), { figure: "97", inWan: undefined });
  assert.deepEqual(readingOf("２０２４", "年"), { figure: "2024", inWan: undefined });
  for (const typed of ["97", "97人", "12,300", "1.", ".5", "-12300", "x"]) {
    assert.equal(readingOf(typed, "人"), undefined, typed);
  }
});
