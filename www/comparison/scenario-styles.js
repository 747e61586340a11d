import { css } from "lit";

/** What marks the two scenarios and their differences. */
export const scenarioStyles = css`
  .letter {
    display: none;
    flex: none;
    width: 1.6em;
    border: 1px solid currentcolor;
    border-radius: 3px;
    color: var(--muted);
    font-size: max(var(--wengang-least-text, 0px), calc(var(--text) * 0.8125));
    line-height: 1.5;
    text-align: center;
  }

  .different-tag {
    color: var(--accent);
  }
`;
