import { css } from "lit";

/** Where in a drawing a condition is met and where it is not: plain and hatched, so that colour is never needed. */
export const zones = css`
  .zone {
    stroke-width: 1;
  }

  .met-zone {
    fill: var(--positive-ground);
    stroke: var(--positive);
  }

  .unmet-zone {
    fill: url("#hatching");
    stroke: var(--negative);
  }

  .hatch-ground {
    fill: var(--negative-ground);
  }

  .hatch {
    stroke: var(--negative);
    stroke-width: 2.5;
    opacity: 0.55;
  }

  @media (forced-colors: active) {
    svg {
      --ink: CanvasText;
      --muted: CanvasText;
      --control-line: CanvasText;
      --accent: Highlight;
      --positive: CanvasText;
      --negative: CanvasText;
      --positive-ground: Canvas;
      --negative-ground: Canvas;
    }
  }
`;
