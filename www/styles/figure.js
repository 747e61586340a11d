import { css } from "lit";

/** What everything comes to, in large figures, with its unit. */
export const figure = css`
  .figure {
    font-size: calc(var(--text) * 2.25);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }

  .unit {
    font-size: var(--large);
  }
`;
