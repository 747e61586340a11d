import { css } from "lit";

/** Fields that choose what is shown, as against the questions of a policy. */
export const fields = css`
  .field label {
    display: block;
    margin-bottom: calc(var(--step) * 0.5);
    color: var(--muted);
    font-size: var(--small);
  }

  .field :is(input, select) {
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
