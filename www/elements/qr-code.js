import { css, html, LitElement, nothing, svg } from "lit";
import qrcode from "qrcode-generator";
import { base } from "../styles/base.js";

/** Quiet zone around the code, in modules. */
const MARGIN = 4;

/** A text as a QR code; nothing where the text is too long for one. */
export class QrCode extends LitElement {
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

/** @param {string} text */
function encode(text) {
  const code = qrcode(0, "L");
  code.addData(text, "Byte");
  try {
    code.make();
  } catch {
    return undefined;
  }
  const size = code.getModuleCount();
  const modules = Array.from({ length: size * size }, (_, index) => [Math.floor(index / size), index % size]);
  const dark = modules.filter(([row = 0, column = 0]) => code.isDark(row, column));
  return { size, path: dark.map(([row, column]) => `M${column} ${row}h1v1h-1z`).join("") };
}

customElements.define("wengang-qr-code", QrCode);
