import { css } from "lit";

/** What every element shares: the reset, headings, links, buttons, focus. */
export const base = css`
  :host {
    display: block;
    font-family: var(--font);
    font-size: var(--text);
    line-height: var(--leading);
    color: var(--ink);
    overflow-wrap: break-word;
    /* Between Chinese and figures, where texts have no spaces of their own. */
    text-autospace: normal;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  h2,
  h3,
  h4 {
    line-height: 1.35;
    font-weight: 600;
  }

  h3 {
    font-size: var(--large);
  }

  ul,
  ol {
    list-style: none;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  button {
    font: inherit;
    color: inherit;
  }

  .button,
  .text-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--step);
    min-width: var(--target);
    min-height: var(--target);
    border-radius: var(--radius);
    cursor: pointer;
  }

  .button {
    padding: 0 calc(var(--step) * 2);
    border: 1px solid var(--control-line);
    background: var(--paper);
  }

  .button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }

  .button.main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  /* What is of no use just now stays in reach, so that the keyboard is not lost when it becomes so. */
  .button:is(:disabled, [aria-disabled="true"]) {
    border: 1px dashed var(--control-line);
    background: var(--paper);
    color: var(--muted);
    cursor: default;
  }

  .text-button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }

  .text-button[aria-disabled="true"] {
    color: var(--muted);
    text-decoration: none;
    cursor: default;
  }

  .text-button:hover {
    text-decoration-thickness: 2px;
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  a,
  button,
  summary,
  input,
  select,
  [tabindex="0"] {
    /* Room for the result bar, which lies over the lower edge of the window unless that is very low. */
    scroll-margin-block: 2rem 5rem;
  }

  @media (max-height: 25rem) {
    a,
    button,
    summary,
    input,
    select,
    [tabindex="0"] {
      scroll-margin-block: 2rem;
    }
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: var(--small);
  }

  .number {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .tag {
    display: inline-block;
    padding: 0 0.5em;
    border: 1px solid currentcolor;
    border-radius: 3px;
    font-size: max(var(--wengang-least-text, 0px), calc(var(--text) * 0.8125));
    line-height: 1.55;
    font-weight: 400;
    white-space: nowrap;
  }

  .caution {
    color: var(--caution);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .print-only {
    display: none;
  }

  @media print {
    .screen-only,
    .button,
    .text-button {
      display: none !important;
    }

    .print-only {
      display: block;
    }

    a[target]::after {
      content: " " attr(href);
      overflow-wrap: anywhere;
    }

    h2,
    h3,
    h4 {
      break-after: avoid;
    }
  }
`;
