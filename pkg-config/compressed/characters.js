// Bytes as characters that any page may hold: 13 bits in two of 91, so 23 % more of them than bytes, and not a third. These are the
// printable characters from # on; ! and ~ stand for & and <, which mean something in a page.

var BASE = 91;
var FIRST = 35;
var BITS = 13;

/** @param {Uint8Array} bytes */
export function written(bytes) {
  var text = "";
  var bits = 0;
  var count = 0;
  bytes.forEach((byte) => {
    bits |= byte << count;
    count += 8;
    if (count < BITS) return;
    text += two(bits % (1 << BITS));
    bits >>= BITS;
    count -= BITS;
  });
  return count > 0 ? text + two(bits) : text;
}

/** @param {number} bits */
function two(bits) {
  return character(bits % BASE) + character(Math.floor(bits / BASE));
}

/** What was written, and at most one byte more. @param {string} text */
export function read(text) {
  var bytes = new Uint8Array(Math.floor((text.length * BITS) / 16));
  var bits = 0;
  var count = 0;
  var place = 0;
  var at;
  for (at = 0; at < text.length; at += 2) {
    bits |= (digit(text, at) + digit(text, at + 1) * BASE) << count;
    for (count += BITS; count >= 8; count -= 8) {
      bytes[place++] = bits;
      bits >>= 8;
    }
  }
  return bytes;
}

/** @param {number} digit */
function character(digit) {
  var character = String.fromCharCode(digit + FIRST);
  return character === "&" ? "!" : character === "<" ? "~" : character;
}

/**
 * @param {string} text
 * @param {number} at
 */
function digit(text, at) {
  var character = text.charAt(at);
  return (character === "!" ? "&" : character === "~" ? "<" : character).charCodeAt(0) - FIRST;
}
