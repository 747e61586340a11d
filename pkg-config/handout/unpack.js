// The script of a handout that every browser reads: it unpacks the calculator, where opening.js found that the browser can
// run it, and otherwise leaves the rules and the form on paper as they are.
import { decompressFile } from "js-lzma";
import { read } from "./characters.js";

/** What was packed: its size stands in the head of its compressed form. @param {Uint8Array} packed */
function decompress(packed) {
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

/** @param {HTMLElement} packed */
function unpacked(packed) {
  return decompress(read(packed.innerHTML));
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  var data = "";
  bytes.forEach((byte) => {
    data += String.fromCharCode(byte);
  });
  return btoa(data);
}

/** The script with the data in it that lie behind it. @param {Uint8Array} content */
function scriptOf(content) {
  var from = content.indexOf(0) + 1;
  var script = new TextDecoder().decode(content.subarray(0, from - 1));
  return script.replace(/@data:(\d+)@/g, (_, length) => {
    from += Number(length);
    return base64(content.subarray(from - Number(length), from));
  });
}

function start() {
  var policies = /** @type {HTMLElement} */ (document.getElementById("policies"));
  var script = document.createElement("script");
  policies.textContent = base64(unpacked(policies));
  // As a script of the page's own it needs no right to evaluate texts.
  script.textContent = scriptOf(unpacked(/** @type {HTMLElement} */ (document.getElementById("packed"))));
  document.head.appendChild(script);
}

// Unpacking takes up to some seconds: what stands in for the calculator is to be drawn before.
if (document.documentElement.className) requestAnimationFrame(() => setTimeout(start));
