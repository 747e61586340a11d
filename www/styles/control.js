import { css } from "lit";

/** What one types into or chooses from. */
export const control = css`
  input:not([type="radio"], [type="checkbox"]),
  select,
  textarea {
    width: 100%;
    min-height: var(--target);
    padding: 0 calc(var(--step) * 1.5);
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    text-overflow: ellipsis;
  }
`;
