import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText } from "../../www/shared/text-file.js";
import "./with-engine.mjs";

const { cellAnswer, pastedSeparator, readCells, separatorOf, writeCells } = await import(
  "../../www/table/table-text.js"
);

/** @import { InputDescription, InputType } from "../../dist/npm/index.js" */

/**
 * @param {InputType} type
 * @returns {InputDescription}
 */
const column = (type) => ({ id: "it", label: "列", type, optional: false });

test("cells are read as spreadsheets copy them", () => {
  assert.deepEqual(readCells("a\tb\r\nc\td\r\n"), [
    ["a", "b"],
    ["c", "d"],
  ]);
  assert.deepEqual(readCells('"two\nlines"\t"says ""no"""\n\tlast'), [
    ["two\nlines", 'says "no"'],
    ["", "last"],
  ]);
  assert.deepEqual(readCells('12" pipe\t"open\nnext\t'), [
    ['12" pipe', '"open'],
    ["next", ""],
  ]);
  assert.deepEqual(readCells('\ufeffa,"12,300.00"\n', ","), [["a", "12,300.00"]]);
  assert.deepEqual(readCells("a\n\nb\n\n\n"), [["a"], [""], ["b"]]);
});

test("a file's separator and encoding are found out", () => {
  assert.equal(separatorOf("a,b\tc\n"), "\t");
  assert.equal(separatorOf("a,b\nc\td"), ",");
  assert.equal(separatorOf("名单\na;b;c,d\n"), ";", "a title may stand above");
  assert.equal(pastedSeparator("12,300.00\n5,000"), "\t", "a comma in a figure separates nothing");
  assert.equal(pastedSeparator("a,b\n1,2"), ",");
  const utf8 = new TextEncoder().encode("职工");
  const gb18030 = new Uint8Array([0xd6, 0xb0, 0xb9, 0xa4]);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x4c, 0x80, 0xe5, 0x5d]);
  const bigEndian = new Uint8Array([0xfe, 0xff, 0x80, 0x4c, 0x5d, 0xe5]);
  for (const { buffer } of [utf8, gb18030, utf16, bigEndian]) {
    assert.equal(decodeText(/** @type {ArrayBuffer} */ (buffer)), "职工");
  }
});

test("cells are written so that no spreadsheet runs what somebody typed, and are read again as they were", () => {
  const typed = ["=1+1", "+86 21", "@SUM(A1)", "-5", "-", "-1+cmd", "＝A1", 'a "b"', "two\nlines", "a,b", "'x"];
  const written = writeCells([typed], ",");
  for (const cell of readCells(written, ",")[0] ?? []) assert.doesNotMatch(cell, /^[=+@＝]|^-1\+/);
  assert.match(written, /'=1\+1,'\+86 21,'@SUM\(A1\),-5,-,/, "a negative figure is none");
  assert.deepEqual(
    readCells(written, ",")[0]?.map((cell) => cellAnswer(column("text"), cell)),
    typed,
  );
});

test("a day without its year has the year that all days of its column have, or none", () => {
  const day = { ...column("date"), min: "2022-01-01", max: "2022-12-31" };
  for (const text of ["0502", "5-2", "5/2", "5月2日", "０５０２"]) assert.equal(cellAnswer(day, text), "2022-05-02");
  for (const text of ["0231", "13-1", "52", "20220502"]) assert.equal(cellAnswer(day, text), text);
  assert.equal(cellAnswer({ ...day, max: "2023-12-31" }, "0502"), "0502");
});
