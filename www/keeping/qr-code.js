import { correction, generate } from "lean-qr/nano";
import { css, html, nothing, svg } from "lit";
import { StyledElement } from "../shared/styled.js";
import { base } from "../styles/base.js";

/** Quiet zone around the code, in modules. */
const MARGIN = 4;

/** A text as a QR code; nothing where the text is too long for one. */
export class QrCode extends StyledElement {
  static properties = { text: { type: String }, label: { type: String } };

  static styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        background: #ffffff;
        shape-rendering: crispEdges;
      }
    `,
  ];

  constructor() {
    super();
    this.text = "";
    this.label = "";
  }

  render() {
    const code = this.text ? encode(this.text) : undefined;
    if (!code) return nothing;
    const { size, path } = code;
    const box = `${-MARGIN} ${-MARGIN} ${size + 2 * MARGIN} ${size + 2 * MARGIN}`;
    return html`${svg`<svg viewBox=${box} role="img" aria-label=${this.label}><path d=${path} fill="#000000" /></svg>`}`;
  }
}

/**
 * Whether a text is short enough for a code.
 * @param {string} text
 */
export function isCodable(text) {
  return text !== "" && coded(text) !== undefined;
}

/** @param {string} text */
function encode(text) {
  const code = coded(text);
  if (!code) return undefined;
  const { size } = code;
  const modules = Array.from({ length: size * size }, (_, index) => [index % size, Math.floor(index / size)]);
  const dark = modules.filter(([column = 0, row = 0]) => code.get(column, row));
  return { size, path: dark.map(([column, row]) => `M${column} ${row}h1v1h-1z`).join("") };
}

/** @param {string} text */
function coded(text) {
  try {
    return generate(text, { minCorrectionLevel: correction.L });
  } catch {
    return undefined;
  }
}

customElements.define("wengang-qr-code", QrCode);
