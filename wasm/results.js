/**
 * Texts that stay where they are in memory, by address: ids, names, sources. They make up most of a result.
 * @type {Map<number, { bytes: number, text: string }>}
 */
const known = new Map();

/**
 * What objects that come again have in common each time, by what they are of: all known texts, and the other keys in their
 * order. To copy one is some times as fast as to put it together.
 * @type {Map<number, Record<string, unknown>>}
 */
const kept = new Map();

/** To be called where a text may have gone, and another one come in its place. */
export function letGo() {
  known.clear();
  kept.clear();
}

/**
 * The result that `results.rs` has written down, in words of 32 bits: what follows, and how much of it.
 * @param {{ buffer: ArrayBuffer }} memory
 * @param {Int32Array} words
 * @param {string} written texts of this result only, on end
 */
export function build(memory, words, written) {
  let at = 0;
  let from = 0;

  /** @param {number} bytes */
  const knownText = (bytes) => {
    const address = words[at++];
    let entry = known.get(address);
    if (entry?.bytes !== bytes) {
      entry = { bytes, text: new TextDecoder().decode(new Uint8Array(memory.buffer, address, bytes)) };
      known.set(address, entry);
    }
    return entry.text;
  };

  /** @returns {unknown} */
  const value = () => {
    const word = words[at++];
    const size = word >> 3;
    switch (word & 7) {
      case 0:
        return null;
      case 1:
        return size === 1;
      case 2:
        return size;
      case 3:
        return knownText(size);
      case 4:
        from += size;
        return written.slice(from - size, from);
      case 5: {
        const list = [];
        while (words[at] !== 7) list.push(value());
        at += 1;
        return list;
      }
      default:
        return object(size === 1 ? words[at++] : 0);
    }
  };

  /** @param {number} of what it is of, if it comes again */
  const object = (of) => {
    const pattern = kept.get(of);
    /** @type {Record<string, unknown>} */
    const object = { ...pattern };
    /** @type {Record<string, unknown>} */
    const common = {};
    while (words[at] !== 7) {
      const isKnown = (words[at + 2] & 7) === 3;
      if (pattern && isKnown) {
        at += 4;
        continue;
      }
      const key = knownText(words[at++] >> 3);
      object[key] = value();
      if (of && !pattern) common[key] = isKnown ? object[key] : undefined;
    }
    at += 1;
    if (of && !pattern) kept.set(of, common);
    return object;
  };

  return value();
}

/**
 * Integers of 64 bits. Engines of before 2020 may have no BigInt: there they are numbers, NaN for what is beyond them.
 * @param {Uint32Array} halves each integer's lower half, then its upper one
 */
export function integerColumn(halves) {
  if (typeof BigInt64Array === "function") return new BigInt64Array(halves.slice().buffer);
  return Float64Array.from({ length: halves.length / 2 }, (_, row) => {
    const integer = (halves[2 * row + 1] | 0) * 2 ** 32 + halves[2 * row];
    return Number.isSafeInteger(integer) ? integer : Number.NaN;
  });
}

/** @param {number} number */
export function numberText(number) {
  return String(number);
}
