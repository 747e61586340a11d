import { css } from "lit";

/** Fields that choose what is shown, as against the questions of a policy. */
export const fields = css`
  .field-grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: calc(var(--step) * 2) calc(var(--step) * 3);
    align-items: start;
    margin-block: calc(var(--step) * 2);
  }

  .field label {
    display: block;
    margin-bottom: calc(var(--step) * 0.5);
    color: var(--muted);
    font-size: var(--small);
  }
`;
