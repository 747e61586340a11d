import { css } from "lit";

/** More on request: a summary with a small arrow, a full target for fingers that takes up little more than its line of text. */
export const disclosure = css`
  summary {
    --room: calc((var(--target) - var(--small) * var(--leading)) / 2);
    display: flex;
    column-gap: var(--step);
    min-width: var(--target);
    min-height: var(--target);
    padding-block: var(--room);
    margin-block: calc(var(--room) * -0.6);
    color: var(--muted);
    font-size: var(--small);
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    content: "";
    flex: none;
    margin-top: 0.6em;
    width: 0.4em;
    height: 0.4em;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }

  details[open] > summary::before {
    transform: rotate(45deg);
  }

  @media print {
    summary {
      min-height: 0;
      padding-block: 0;
      margin-block: 0;
    }

    summary::before {
      display: none;
    }
  }
`;
