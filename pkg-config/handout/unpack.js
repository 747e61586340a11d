// The script of a handout that every browser reads: it unpacks the calculator, where the browser can run that, and otherwise
// leaves the rules and the form on paper as they are.
import { decompressFile } from "js-lzma";

/** @param {string} text */
function bytesOf(text) {
  var binary = atob(text);
  var bytes = new Uint8Array(binary.length);
  for (var at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The script that was packed: its size stands in the head of its compressed form. @param {Uint8Array} packed */
function unpack(packed) {
  var size = new DataView(packed.buffer).getUint32(5, true);
  var script = new Uint8Array(size);
  var from = 0;
  var to = 0;
  decompressFile(
    {
      readByte: function () {
        return packed[from++];
      },
    },
    {
      writeByte: function (/** @type {number} */ byte) {
        script[to++] = byte;
      },
    },
  );
  return new TextDecoder().decode(script);
}

function start() {
  var packed = /** @type {HTMLElement} */ (document.getElementById("packed"));
  var script = document.createElement("script");
  // As a script of the page's own it needs no right to evaluate texts.
  script.textContent = unpack(bytesOf(/** @type {string} */ (packed.textContent)));
  document.head.appendChild(script);
}

if ("customElements" in window && "TextDecoder" in window) start();
