// WeChat's logic layer has neither of these. The engine exchanges well-formed UTF-8 with them, whole texts at a time.

export class TextDecoder {
  /** @param {Uint8Array} [bytes] */
  decode(bytes = new Uint8Array(0)) {
    let text = "";
    for (let at = 0; at < bytes.length; ) {
      const lead = Number(bytes[at++]);
      const more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
      let point = more === 0 ? lead : lead & (0x3f >> more);
      for (let end = at + more; at < end; at += 1) point = (point << 6) | (Number(bytes[at]) & 0x3f);
      text += String.fromCodePoint(point);
    }
    return text;
  }
}

export class TextEncoder {
  /** @param {string} text */
  encode(text) {
    /** @type {number[]} */
    const bytes = [];
    for (const character of text) {
      const point = scalar(Number(character.codePointAt(0)));
      const more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      bytes.push(more === 0 ? point : ((0xf0 << (3 - more)) & 0xff) | (point >> (6 * more)));
      for (let left = more - 1; left >= 0; left -= 1) bytes.push(0x80 | ((point >> (6 * left)) & 0x3f));
    }
    return Uint8Array.from(bytes);
  }
}

/** Half a pair of surrogates is no character. @param {number} point */
const scalar = (point) => (point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
