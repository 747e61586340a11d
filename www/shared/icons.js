import { svg } from "lit";

/** @param {string} path */
const icon = (path) => svg`
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;

export const checkIcon = icon("M4 10.5l4 4 8-9");
export const crossIcon = icon("M5 5l10 10M15 5L5 15");
export const openIcon = icon("M4.5 10h.01M10 10h.01M15.5 10h.01");
export const downIcon = icon("M5 8l5 5 5-5");
export const calendarIcon = icon("M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4");
export const undoIcon = icon("M8 4L4 8l4 4M4.5 8H12a4 4 0 0 1 0 8H9");
export const redoIcon = icon("M12 4l4 4-4 4M15.5 8H8a4 4 0 0 0 0 8h3");
export const copyIcon = icon("M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7");
