// The script of a handout that every browser reads: it unpacks the calculator, where opening.js found that the browser can
// run it, and otherwise leaves the rules and the form on paper as they are.
import { unpacked } from "../compressed/read.js";

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
  policies.textContent = base64(unpacked(policies.innerHTML));
  // As a script of the page's own it needs no right to evaluate texts.
  script.textContent = scriptOf(unpacked(/** @type {HTMLElement} */ (document.getElementById("packed")).innerHTML));
  document.head.appendChild(script);
}

// Unpacking takes up to some seconds: what stands in for the calculator is to be drawn before.
if (document.documentElement.className) requestAnimationFrame(() => setTimeout(start));
