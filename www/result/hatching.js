import { svg } from "lit";

/** The part where a condition is not met, told apart by more than its colour; patterns are found within one shadow root only. */
export const hatching = svg`
  <defs>
    <pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatch-ground" width="6" height="6" />
      <line class="hatch" x1="0" y1="0" x2="0" y2="6" />
    </pattern>
  </defs>`;
