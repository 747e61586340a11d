/** @import { ReactiveController } from "lit" */
/** @import { HostedCalculator } from "./hosted-calculator.js" */

/** Red, green and blue, from 0 to 255. @typedef {[number, number, number]} Colour */

/** What text needs on its ground, by WCAG 2.2 AA. */
const LEAST_CONTRAST = 4.5;

const PAPER = { light: /** @type {Colour} */ ([255, 255, 255]), dark: /** @type {Colour} */ ([20, 25, 29]) };

/** @type {(keyof ReturnType<typeof themeOf>)[]} */
const TOKENS = ["accent", "accent-ground", "on-accent"];

/**
 * One colour of a site becomes the calculator's own: as it is where text in it can be read, darkened or, on dark ground,
 * lightened until it can where not.
 * @implements {ReactiveController}
 */
export class Theme {
  /** @type {HostedCalculator} */
  #host;
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #apply = () => this.apply();

  /** @param {HostedCalculator} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // Safari before 14 knows only the older name.
    this.#dark.addEventListener?.("change", this.#apply);
  }

  hostDisconnected() {
    this.#dark.removeEventListener?.("change", this.#apply);
  }

  /** @returns {boolean} whether the colour is one */
  apply() {
    const { themeColor, scheme, style } = this.#host;
    const colour = colourOf(themeColor);
    const dark = scheme === "dark" || (scheme !== "light" && this.#dark.matches);
    const theme = colour && themeOf(colour, dark ? "dark" : "light");
    for (const token of TOKENS) {
      if (theme) style.setProperty(`--wengang-${token}`, theme[token]);
      else style.removeProperty(`--wengang-${token}`);
    }
    if (theme && !dark && theme.accent !== hex(/** @type {Colour} */ (colour)))
      console.warn(`wengang: text in ${themeColor} could not be read on white; ${theme.accent} is used.`);
    return colour !== undefined || !themeColor;
  }
}

/** @param {string} text */
export function colourOf(text) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (!digits) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return /** @type {Colour} */ ([0, 2, 4].map((place) => Number.parseInt(full.slice(place, place + 2), 16)));
}

/**
 * @param {Colour} colour
 * @param {"light" | "dark"} scheme
 */
export function themeOf(colour, scheme) {
  const paper = PAPER[scheme];
  const away = scheme === "light" ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; ; share += 0.02) {
    const accent = mixed(colour, away, Math.min(share, 1));
    const ground = mixed(paper, accent, 0.1);
    if (contrast(accent, ground) >= LEAST_CONTRAST && contrast(accent, paper) >= LEAST_CONTRAST)
      return { accent: hex(accent), "accent-ground": hex(ground), "on-accent": hex(paper) };
  }
}

/**
 * @param {number[]} one
 * @param {number[]} other
 * @param {number} share of the other
 * @returns {Colour}
 */
function mixed(one, other, share) {
  return /** @type {Colour} */ (one.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share)));
}

/**
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** @param {Colour} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** @param {Colour} colour */
function hex(colour) {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
