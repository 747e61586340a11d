// How handouts write bytes.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { read, written } from "../../pkg-config/compressed/characters.js";

test("bytes come back as they were, from characters that mean nothing in a page", () => {
  const uniform = [0, 0xff].flatMap((byte) => Array.from({ length: 14 }, (_, length) => Buffer.alloc(length, byte)));
  const random = Array.from({ length: 1000 }, (_, length) => randomBytes(length));
  for (const bytes of [...uniform, ...random]) {
    const text = written(bytes);
    assert.match(text, /^[!#-%'-;=-~]*$/);
    const back = read(text);
    assert.deepEqual(Buffer.from(back.subarray(0, bytes.length)), bytes);
    assert(back.length <= bytes.length + 1 && text.length <= (bytes.length * 16) / 13 + 2);
  }
});
