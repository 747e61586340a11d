import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { pack, unpack } from "../../www/app/packing.js";

const PLENTY = 1_000_000;

const TEXTS = {
  nothing: "",
  "one letter": "a",
  "one byte over and over": "a".repeat(5000),
  Chinese: "王芳，电商运营；李明，安全生产。",
  "every byte that a text can have": Array.from({ length: 0x800 }, (_, code) => String.fromCharCode(code)).join(""),
  "characters beyond the first plane": "𠮷𠮷😀𠮷",
  "a repetition as far away as there can be": `start${"0123456789abcdef".repeat(2047)}start`,
  "a long table": JSON.stringify(Array.from({ length: 2000 }, (_, row) => [`职工${row}`, "电商运营", 24 + (row % 7)])),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`packed and unpacked: ${name}`, () => {
    const packed = pack(text);
    assert.match(packed, /^[\w-]*$/);
    assert.equal(unpack(packed, PLENTY), text);
  });

  test(`other tools read what was packed: ${name}`, () => {
    assert.equal(inflateRawSync(Buffer.from(pack(text), "base64url")).toString(), text);
  });
}

test("what another tool packed with the fixed code is read", () => {
  const text = TEXTS["a long table"].slice(0, 4000);
  const theirs = deflateRawSync(text, { strategy: constants.Z_FIXED }).toString("base64url");
  assert.equal(unpack(theirs, PLENTY), text);
});

test("matches of every length and many distances", () => {
  const filler = Array.from({ length: 40_000 }, (_, index) => String.fromCharCode(33 + ((index * index) % 89))).join(
    "",
  );
  for (let length = 3; length <= 300; length += 1) {
    const text = `${filler.slice(0, length)}|${filler.slice(0, 1 + ((length * 131) % 33_000))}|${filler.slice(0, length)}`;
    const packed = pack(text);
    assert.equal(unpack(packed, PLENTY), text);
    assert.equal(inflateRawSync(Buffer.from(packed, "base64url")).toString(), text);
  }
});

test("a text that is longer than it may be is not unpacked", () => {
  const bomb = pack("0".repeat(900_000));
  assert.ok(bomb.length < 8000, `${bomb.length} characters`);
  assert.equal(unpack(bomb, 200_000), undefined);
  assert.equal(unpack(pack("0123456789"), 10), "0123456789");
  assert.equal(unpack(pack("0123456789"), 9), undefined);
});

test("what is damaged is not unpacked, and nothing is thrown", () => {
  const packed = pack(TEXTS.Chinese);
  for (let length = 0; length < packed.length - 2; length += 1)
    assert.equal(unpack(packed.slice(0, length), PLENTY), undefined);
  for (const text of [
    "。",
    "%",
    "=",
    "AAAA",
    "____",
    "A",
    "Sw",
    "BBBB",
    deflateRawSync("abc".repeat(99)).toString("base64url"),
  ]) {
    const unpacked = unpack(text, PLENTY);
    assert.ok(unpacked === undefined || typeof unpacked === "string", text);
  }
});
