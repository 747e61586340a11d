/**
 * Texts in little room, for links: deflate (RFC 1951) with the code that it fixes, written as base64url. Any tool that inflates
 * can read them. Browsers do this themselves only since 2023, and a code made for each text would save some 8 % of a table.
 */

const SHORTEST = 3;
const LONGEST = 258;
const WINDOW = 32768;
/** How many earlier places with the same beginning are tried for the longest match. */
const TRIES = 64;
const END = 256;

const LENGTH_BITS = Array.from({ length: 29 }, (_, code) => (code < 8 || code === 28 ? 0 : (code >> 2) - 1));
const DISTANCE_BITS = Array.from({ length: 30 }, (_, code) => (code < 4 ? 0 : (code >> 1) - 1));
// The longest match has a code of its own.
const LENGTHS = [...firsts(LENGTH_BITS, SHORTEST).slice(0, 28), LONGEST];
const DISTANCES = firsts(DISTANCE_BITS, 1);

/**
 * The first length or distance of each code.
 * @param {number[]} bits
 * @param {number} first
 */
function firsts(bits, first) {
  let next = first;
  return bits.map((count) => {
    const own = next;
    next += 1 << count;
    return own;
  });
}

/** @param {string} text */
export function pack(text) {
  return toBase64(deflate(new TextEncoder().encode(text)));
}

/**
 * What was packed; undefined where it is damaged, or is longer than it may be, of which no more than that is unpacked.
 * @param {string} packed
 * @param {number} longest in bytes
 */
export function unpack(packed, longest) {
  try {
    const bytes = inflate(fromBase64(packed), longest);
    return bytes && new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes */
function deflate(bytes) {
  const bits = new BitWriter();
  // One block, the last, with the fixed code.
  bits.low(1, 1);
  bits.low(1, 2);
  /** Where each three bytes last began, and where they did before that. @type {Map<number, number>} */
  const latest = new Map();
  const before = new Int32Array(bytes.length);
  const remember = (/** @type {number} */ at) => {
    if (at + SHORTEST > bytes.length) return;
    const key = keyAt(bytes, at);
    before[at] = latest.get(key) ?? -1;
    latest.set(key, at);
  };
  for (let at = 0; at < bytes.length; ) {
    const { length, distance } = longestMatch(bytes, at, latest, before);
    if (length < SHORTEST) bits.symbol(/** @type {number} */ (bytes[at]));
    else writeMatch(bits, length, distance);
    for (let taken = Math.max(length, 1); taken > 0; taken -= 1) {
      remember(at);
      at += 1;
    }
  }
  bits.symbol(END);
  return bits.bytes();
}

/** @param {Uint8Array} bytes @param {number} at */
function keyAt(bytes, at) {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {Map<number, number>} latest
 * @param {Int32Array} before
 */
function longestMatch(bytes, at, latest, before) {
  const best = { length: 0, distance: 0 };
  if (at + SHORTEST > bytes.length) return best;
  let from = latest.get(keyAt(bytes, at)) ?? -1;
  for (let tries = TRIES; from >= 0 && at - from <= WINDOW && tries > 0; tries -= 1) {
    let length = 0;
    while (length < LONGEST && at + length < bytes.length && bytes[from + length] === bytes[at + length]) length += 1;
    if (length > best.length) Object.assign(best, { length, distance: at - from });
    from = before[from] ?? -1;
  }
  return best;
}

/** @param {BitWriter} bits @param {number} length @param {number} distance */
function writeMatch(bits, length, distance) {
  const lengthCode = codeFor(LENGTHS, length);
  bits.symbol(END + 1 + lengthCode);
  bits.low(length - (LENGTHS[lengthCode] ?? 0), LENGTH_BITS[lengthCode] ?? 0);
  const distanceCode = codeFor(DISTANCES, distance);
  bits.high(distanceCode, 5);
  bits.low(distance - (DISTANCES[distanceCode] ?? 0), DISTANCE_BITS[distanceCode] ?? 0);
}

/** @param {number[]} firsts @param {number} value */
function codeFor(firsts, value) {
  const above = firsts.findIndex((first) => first > value);
  return (above < 0 ? firsts.length : above) - 1;
}

/** @param {Uint8Array} packed @param {number} longest */
function inflate(packed, longest) {
  const bits = new BitReader(packed);
  /** @type {number[]} */
  const bytes = [];
  if (bits.low(1) !== 1 || bits.low(2) !== 1) return undefined;
  for (let symbol = bits.symbol(); symbol !== END; symbol = bits.symbol()) {
    if (bytes.length > longest) return undefined;
    if (symbol < END) bytes.push(symbol);
    else copyMatch(bits, symbol - END - 1, bytes);
  }
  return bytes.length > longest ? undefined : Uint8Array.from(bytes);
}

/** @param {BitReader} bits @param {number} lengthCode @param {number[]} bytes */
function copyMatch(bits, lengthCode, bytes) {
  const length = readValue(bits, LENGTHS, LENGTH_BITS, lengthCode);
  const distance = readValue(bits, DISTANCES, DISTANCE_BITS, bits.high(5));
  const from = bytes.length - distance;
  if (from < 0) throw new RangeError();
  for (let index = from; index < from + length; index += 1) bytes.push(/** @type {number} */ (bytes[index]));
}

/** @param {BitReader} bits @param {number[]} firsts @param {number[]} extra @param {number} code */
function readValue(bits, firsts, extra, code) {
  const first = firsts[code];
  if (first === undefined) throw new RangeError();
  return first + bits.low(extra[code] ?? 0);
}

class BitWriter {
  /** @type {number[]} */
  #bytes = [];
  #byte = 0;
  #bit = 0;

  /** Numbers are written from their lowest bit. @param {number} value @param {number} count */
  low(value, count) {
    for (let index = 0; index < count; index += 1) this.#write((value >> index) & 1);
  }

  /** Codes are written from their highest bit. @param {number} value @param {number} count */
  high(value, count) {
    for (let index = count - 1; index >= 0; index -= 1) this.#write((value >> index) & 1);
  }

  /** @param {number} symbol */
  symbol(symbol) {
    if (symbol < 144) this.high(0x30 + symbol, 8);
    else if (symbol < 256) this.high(0x190 + symbol - 144, 9);
    else if (symbol < 280) this.high(symbol - 256, 7);
    else this.high(0xc0 + symbol - 280, 8);
  }

  /** @param {number} bit */
  #write(bit) {
    this.#byte |= bit << this.#bit;
    this.#bit += 1;
    if (this.#bit === 8) this.#finish();
  }

  #finish() {
    this.#bytes.push(this.#byte);
    this.#byte = 0;
    this.#bit = 0;
  }

  bytes() {
    if (this.#bit > 0) this.#finish();
    return Uint8Array.from(this.#bytes);
  }
}

class BitReader {
  #bytes;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  #read() {
    const byte = this.#bytes[this.#at >> 3];
    if (byte === undefined) throw new RangeError();
    const bit = (byte >> (this.#at & 7)) & 1;
    this.#at += 1;
    return bit;
  }

  /** @param {number} count */
  low(count) {
    let value = 0;
    for (let index = 0; index < count; index += 1) value |= this.#read() << index;
    return value;
  }

  /** @param {number} count */
  high(count) {
    let value = 0;
    for (let index = 0; index < count; index += 1) value = (value << 1) | this.#read();
    return value;
  }

  symbol() {
    let code = this.high(7);
    if (code < 0x18) return code + 256;
    code = (code << 1) | this.#read();
    if (code < 0xc0) return code - 0x30;
    if (code < 0xc8) return code - 0xc0 + 280;
    code = (code << 1) | this.#read();
    return code - 0x190 + 144;
  }
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @param {string} text */
function fromBase64(text) {
  const bytes = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
