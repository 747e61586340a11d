// What the sections of the page have in common.

import { css, html } from "lit";
import { live } from "lit/directives/live.js";
import { base } from "../../../www/styles/base.js";
import { control } from "../../../www/styles/control.js";

export const form = [
  base,
  control,
  css`
    h2 {
      margin-bottom: calc(var(--step) * 1.5);
      font-size: var(--large);
    }

    .help {
      margin-bottom: var(--step);
      color: var(--muted);
      font-size: var(--small);
    }

    .problem {
      color: var(--negative);
    }

    .choice {
      display: flex;
      align-items: center;
      gap: calc(var(--step) * 1.5);
      min-height: var(--target);
      padding-block: calc(var(--step) * 0.5);
      line-height: 1.4;
      cursor: pointer;
    }

    .choice input {
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
      margin: 0;
      accent-color: var(--accent);
    }

    .field > label:not(.choice),
    legend {
      display: block;
      margin-bottom: calc(var(--step) * 0.5);
      color: var(--muted);
      font-size: var(--small);
    }
  `,
];

/**
 * @param {unknown} label
 * @param {boolean} checked
 * @param {() => void} change
 */
export function checkbox(label, checked, change) {
  return html`<label class="choice"
    ><input type="checkbox" .checked=${live(checked)} @change=${change} /><span>${label}</span></label
  >`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {boolean} checked
 * @param {() => void} choose
 */
export function radio(name, label, checked, choose) {
  return html`<label class="choice"
    ><input type="radio" name=${name} .checked=${live(checked)} @change=${choose} /><span>${label}</span></label
  >`;
}
