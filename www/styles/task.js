import { css } from "lit";

/** Of a view in which something is done with one policy: what it is for, its buttons, a text to be copied by hand. */
export const task = css`
  .lead {
    max-width: 46em;
    margin-top: var(--step);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--step) calc(var(--step) * 2);
    align-items: center;
    margin-top: calc(var(--step) * 2);
  }

  .actions a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }

  textarea {
    display: block;
    width: 100%;
    padding: var(--step);
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--ink);
    font: inherit;
  }
`;
