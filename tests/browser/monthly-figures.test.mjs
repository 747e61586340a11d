import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber } from "../../dist/npm/index.js";
import "./with-engine.mjs";

const { pastedMonths } = await import("../../www/helpers/monthly-figures.js");

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const YEAR = MONTHS.map((month) => `${month}:${99 + month}`).join(" ");

/** @param {(month: number) => string} line */
const lines = (line) => MONTHS.map(line).join("\n");
/** @param {number} month */
const figure = (month) => `${99 + month}`;
/** @param {number} month */
const long = (month) => `2023${`${month}`.padStart(2, "0")}`;

/**
 * Month and figure of each that is taken; otherwise why not.
 * @param {string} text @param {number} [first]
 */
function taken(text, first = 1) {
  const pasted = pastedMonths(text, first, (cell) => readNumber(cell, "人"));
  if (pasted === undefined || pasted === "unclear") return pasted;
  return "figures" in pasted ? [...pasted.figures].map((pair) => pair.join(":")).join(" ") : pasted;
}

test("figures are taken from the one column that has them, whatever the months beside are called", () => {
  for (const text of [
    lines(figure),
    lines((month) => `${month}\t${figure(month)}`),
    lines((month) => `${long(month)}\t${figure(month)}`),
    lines((month) => `${month}月\t${figure(month)}`),
    lines((month) => `${month}月份\t${figure(month)}`),
    lines((month) => `2023年${month}月\t${figure(month)}`),
    lines((month) => `2023-${month}\t${figure(month)}`),
    lines((month) => `2023.${month}\t${figure(month)}`),
    lines((month) => `2023/${month}/1\t${figure(month)}`),
    lines((month) => `${figure(month)}\t${month}月`),
    lines((month) => `${month}\t${month}月\t${figure(month)}`),
    lines((month) => `\t${month}月\t\t${figure(month)}\t`),
    lines((month) => `${month}月 ${figure(month)}`),
    lines((month) => `${long(month)} ${figure(month)}`),
    lines(figure).replace(/\n/g, "\r\n"),
    `人数\n${lines(figure)}`,
    `月份\t2023年参保人数\n${lines((month) => `${month}月\t${figure(month)}`)}\n合计\t1266`,
  ]) {
    assert.equal(taken(text), YEAR, text);
  }
});

test("figures are taken from a row, below their months or not", () => {
  const row = MONTHS.map(figure);
  for (const cells of [
    [row],
    [["人数", ...row]],
    [MONTHS.map((month) => `${month}月`), row],
    [MONTHS.map(String), row],
    [
      ["月份", ...MONTHS.map((month) => `${month}月`)],
      ["人数", ...row],
    ],
  ]) {
    assert.equal(taken(cells.map((each) => each.join("\t")).join("\n")), YEAR);
  }
  assert.equal(taken(row.join(" ")), YEAR);
});

test("each figure keeps its month, whichever are named or left blank", () => {
  assert.equal(taken("100\n101\n\n103"), "1:100 2:101 3: 4:103");
  assert.equal(taken("1月\t100\n2月\t\n3月\t102"), "1:100 2: 3:102");
  assert.equal(taken("3月\t102\n2月\t101"), "3:102 2:101");
  assert.equal(taken("1月\t100"), "1:100");
  assert.equal(taken("Jan-23\t100\nFeb-23\t101"), "1:100 2:101");
  assert.equal(taken("一月\t100\n十二月\t101"), "1:100 12:101");
  assert.equal(taken("1月：100人\n2月：101人"), "1:100人 2:101人");
  assert.equal(taken("1月\t100\n2月\t101\n小计\t201\n3月\t102"), "1:100 2:101 3:102");
  assert.equal(taken("100\n101", 11), "11:100 12:101");
});

test("nothing is taken where it is not certain which figures belong to which months", () => {
  for (const text of [
    lines((month) => `${figure(month)}\t${month}000`),
    lines((month) => `${month}\t${figure(month)}\t${month}000`),
    lines((month) => `${month},${figure(month)}`),
    lines((month) => `${month} ${figure(month)}`),
    lines(String),
    lines(long),
    lines((month) => `${month}月\t${month === 3 ? "待定" : figure(month)}`),
    lines((month) => `${((month - 1) % 6) + 1}月\t${figure(month)}`),
    lines((month) => `${13 - month}\t${month}`),
    lines((month) => `${month}\t${13 - month}`),
    "人数\n100\n101",
    "100\t101\n102\t103",
    "1\t100",
    "202301\t100",
    "100 101 102",
  ]) {
    assert.equal(taken(text), "unclear", text);
  }
});

test("more figures than months are counted, and none is taken", () => {
  assert.deepEqual(taken("100\n".repeat(13)), { count: 13, places: 12 });
  assert.deepEqual(taken("100\n".repeat(12), 2), { count: 12, places: 11 });
});

test("a single figure is the browser's to paste", () => {
  for (const text of ["100", "12 300", "100\n", "约100", ""]) assert.equal(taken(text), undefined, text);
});
