import { css } from "lit";

/** Of a chart: its size and figures, its grid, and the zone behind it where a condition is not met. */
export const drawing = css`
  .drawing {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }

  text {
    fill: var(--muted);
  }

  .unmet-zone {
    stroke: none;
    opacity: 0.6;
  }

  .grid {
    stroke: var(--line);
  }

  .axis {
    stroke: var(--control-line);
  }
`;
