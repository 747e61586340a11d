import { css } from "lit";

/** Of an element that text-size.js makes large. */
export const large = css`
  /* For older readers: text from 18 px, targets of 60 px, strong contrast. */
  :host([large]) {
    --wengang-least-text: 1.125rem;
    --wengang-target: 3.75rem;
    --wengang-step: 0.625rem;
    --wengang-ink: #000000;
    --wengang-muted: #2b3238;
    --wengang-line: #8b959d;
    --wengang-control-line: #333b42;
    --wengang-accent: #0b3f6d;
    --wengang-positive: #0d4a2c;
    --wengang-negative: #7d1710;
    --wengang-caution: #563800;
  }

  @media (prefers-color-scheme: dark) {
    :host([large]) {
      --wengang-ink: #ffffff;
      --wengang-muted: #d5dce1;
      --wengang-line: #77828c;
      --wengang-control-line: #c3ccd3;
      --wengang-accent: #b5d9f8;
    }
  }
`;
