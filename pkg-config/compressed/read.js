// What write.mjs has compressed, in every engine since 2017: browsers of handouts and the logic layer of a mini-program.
import { decompressFile } from "js-lzma";
import { read } from "./characters.js";

/** What was written: its size stands in the head of its compressed form. @param {string} text */
export function unpacked(text) {
  var packed = read(text);
  var content = new Uint8Array(new DataView(packed.buffer).getUint32(5, true));
  var from = 0;
  var to = 0;
  decompressFile(
    { readByte: () => packed[from++] },
    {
      writeByte: (/** @type {number} */ byte) => {
        content[to++] = byte;
      },
    },
  );
  return content;
}
