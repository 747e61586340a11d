import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText, placeCells, readCells, separatorOf } from "../../www/table-text.js";

/** @import { InputDescription, InputType, TableDescription } from "../../dist/npm/index.js" */

/**
 * @param {string} id
 * @param {string} label
 * @param {InputType} type
 * @returns {InputDescription}
 */
const column = (id, label, type) => ({ id, label, type, optional: false });

const onPost = column("onPost", "是否在岗", "boolean");
const level = {
  ...column("level", "等级", "choice"),
  choices: [
    { id: "junior", label: "初级" },
    { id: "senior", label: "高级" },
  ],
};
/** @type {TableDescription} */
const table = {
  id: "certificates",
  label: "证书",
  columns: [column("employee", "职工姓名", "text"), level, onPost, column("amount", "金额", "money")],
  values: [],
  reasons: [],
  maxRows: 10,
};

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
  const utf8 = new TextEncoder().encode("职工");
  const gb18030 = new Uint8Array([0xd6, 0xb0, 0xb9, 0xa4]);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x4c, 0x80, 0xe5, 0x5d]);
  for (const { buffer } of [utf8, gb18030, utf16]) {
    assert.equal(decodeText(/** @type {ArrayBuffer} */ (buffer)).replace("\ufeff", ""), "职工");
  }
});

test("without names, cells are placed to the right; what lies beyond the table is reported", () => {
  const placed = placeCells(table, readCells("高级\t√\t500\tmore\n初级\t无"), "level");
  assert.deepEqual(placed, {
    rows: [
      { level: "高级", onPost: "√", amount: "500" },
      { level: "初级", onPost: "无" },
    ],
    byName: false,
    left: ["more"],
  });
});

test("a first row of names places the columns, in any order and with what people add to names", () => {
  const text = "序号\t金额（元）\t*职工姓名\tonPost\n1\t500\t李明\tY";
  const placed = placeCells(table, readCells(text), "level");
  assert.deepEqual(placed, {
    rows: [{ amount: "500", employee: "李明", onPost: "Y" }],
    byName: true,
    left: ["序号"],
  });
  assert.equal(placeCells(table, readCells("李明\t高级\t是\t金额"), "employee").byName, false);
});
