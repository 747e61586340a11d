import { css } from "lit";
import { base } from "./base.js";
import { tokens } from "./tokens.js";

/** Of an element that fills a place of its own, and can stand on any page: tokens, ground, size of its heading. */
export const view = [
  tokens,
  base,
  css`
    :host {
      background: var(--paper);
      container-type: inline-size;
    }

    h2 {
      font-size: calc(var(--text) * 1.625);
    }
  `,
];
