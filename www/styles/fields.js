import { css } from "lit";

/** Fields that choose what is shown, as against the questions of a policy. */
export const fields = css`
  .field label {
    display: block;
    margin-bottom: calc(var(--step) * 0.5);
    color: var(--muted);
    font-size: var(--small);
  }
`;
