// The script of a handout that every browser reads: it unpacks the calculator, where the browser can run that, and otherwise
// leaves the rules and the form on paper as they are.
import { decompressFile } from "js-lzma";

/** The script that was packed: its size stands in the head of its compressed form. @param {Uint8Array} packed */
function unpack(packed) {
  var size = new DataView(packed.buffer).getUint32(5, true);
  var script = new Uint8Array(size);
  var from = 0;
  var to = 0;
  decompressFile(
    { readByte: () => packed[from++] },
    {
      writeByte: (/** @type {number} */ byte) => {
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
  script.textContent = unpack(Uint8Array.from(atob(packed.innerHTML), (character) => character.charCodeAt(0)));
  document.head.appendChild(script);
}

if ("customElements" in window && "TextDecoder" in window) start();
