/** @import { Headline } from "../answers/headline.js" */
/** @import { Part } from "./result-text.js" */

/** As wide as a phone shows a picture without scaling it, with twice the dots. */
const WIDTH = 720;
const SCALE = 2;
const MARGIN = 40;
/** Phones draw no picture much higher; what is beyond is left to other ways of keeping a result. */
const MOST_HEIGHT = 6000;
const LEADING = 1.55;
const FONT = '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

const INK = "#1b2126";
const MUTED = "#535e68";
const TONES = { positive: "#19663f", negative: "#a12a20", neutral: INK };

/**
 * One line of the picture, as wide as fits.
 * @typedef {{ text: string, size: number, bold: boolean, colour: string, top: number }} Line
 */

/**
 * A result as a picture, to be kept among the photos or sent in a chat. undefined where the device draws none, or it
 * would be too long for one.
 * @param {Part[]} parts
 * @param {Headline} headline
 * @returns {HTMLCanvasElement | undefined}
 */
export function resultPicture(parts, headline) {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  const { lines, height } = laidOut(context, parts, headline);
  if (height > MOST_HEIGHT) return undefined;
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = TONES[headline.tone];
  context.fillRect(0, 0, WIDTH, 8);
  context.textBaseline = "top";
  for (const { text, size, bold, colour, top } of lines) {
    context.font = fontOf(size, bold);
    context.fillStyle = colour;
    context.fillText(text, MARGIN, top);
  }
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Part[]} parts
 * @param {Headline} headline
 */
function laidOut(context, parts, { tone }) {
  /** @type {Line[]} */
  const lines = [];
  let top = MARGIN;
  /**
   * @param {string} text
   * @param {number} size
   * @param {{ bold?: boolean, colour?: string }} [look]
   */
  const write = (text, size, { bold = false, colour = INK } = {}) => {
    context.font = fontOf(size, bold);
    for (const line of broken(context, text)) {
      lines.push({ text: line, size, bold, colour, top });
      top += Math.round(size * LEADING);
    }
  };
  parts.forEach(({ heading, lines: texts }, index) => {
    if (index > 0) top += 20;
    if (heading) write(heading, 22, { bold: true });
    const isLast = index >= parts.length - 2;
    texts.forEach((text, place) => {
      if (index > 0) write(text, isLast ? 17 : 20, { colour: heading ? INK : MUTED });
      else if (place === 0) write(text, 24, { bold: true });
      else write(text, 32, { bold: true, colour: TONES[tone] });
    });
  });
  return { lines, height: top + MARGIN };
}

/**
 * @param {number} size
 * @param {boolean} bold
 */
const fontOf = (size, bold) => `${bold ? 600 : 400} ${size}px ${FONT}`;

/** What stays together: a word or a number with its marks, or a Chinese character with what may not begin a line. */
const TOGETHER = /[!-~]+\s*|\s+|[^!-~\s][，。、；：？！）》〉”’％%元人]*/g;

/**
 * A text in lines that fit the picture.
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 */
function broken(context, text) {
  const room = WIDTH - 2 * MARGIN;
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const piece of text.match(TOGETHER) ?? []) {
    // An address has no place to break at.
    for (const part of context.measureText(piece).width > room ? Array.from(piece) : [piece]) {
      if (line && context.measureText(line + part.trim()).width > room) {
        lines.push(line);
        line = "";
      }
      line += line ? part : part.replace(/^\s+/, "");
    }
  }
  return [...lines, line];
}
