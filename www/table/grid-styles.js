import { css } from "lit";

/** A table that looks and scrolls like a spreadsheet: headings and row numbers stay in sight. */
export const tableGrid = css`
  .frame {
    max-height: min(34rem, 75vh);
    overflow: auto;
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--paper);
    scroll-padding-block: 4rem 1rem;
    scroll-padding-inline-start: 4rem;
  }

  /* Without texts there is nothing to fill a wide window with. */
  .figures {
    max-width: 46rem;
  }

  :host(.tall) .frame {
    max-height: none;
  }

  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0;
    border-block-end: 1px solid var(--line);
    border-inline-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }

  tr > :last-child {
    border-inline-end: 0;
  }

  tbody:last-child tr:last-child > * {
    border-block-end: 0;
  }

  .noted > * {
    border-block-end: 0;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    padding: var(--step) calc(var(--step) * 1.25);
    border-block-end-color: var(--control-line);
    background: var(--panel);
    font-size: var(--small);
    font-weight: 600;
    line-height: 1.4;
    word-break: keep-all;
    vertical-align: bottom;
  }

  :host(.tall) thead th {
    white-space: nowrap;
  }

  th:not(.text):not(.choice) {
    width: 1px;
  }

  thead .muted {
    font-weight: 400;
  }

  .number-head,
  .figure {
    text-align: end;
  }

  .position {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    width: 1px;
    min-width: 2.5rem;
    padding: 0 var(--step);
    background: var(--panel);
    color: var(--muted);
    font-size: var(--small);
    font-weight: 400;
    line-height: var(--target);
    text-align: end;
  }

  thead .position {
    z-index: 3;
  }

  input,
  select {
    display: block;
    width: 100%;
    min-height: var(--target);
    padding: 0 calc(var(--step) * 1.25);
    border: 0;
    border-radius: 0;
    background: transparent;
    color: var(--ink);
    font: inherit;
  }

  option {
    background: var(--paper);
    color: var(--ink);
  }

  select {
    padding-inline: calc(var(--step) * 0.75);
  }

  td > :focus-visible {
    position: relative;
    outline-offset: -3px;
  }

  td:hover > :is(input, select),
  .selected > :is(input, select) {
    background: var(--accent-ground);
  }

  .selected {
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  [aria-invalid="true"] {
    border-block-end: 2px solid var(--negative);
    background: var(--negative-ground);
  }

  .text :is(input, select),
  .choice :is(input, select) {
    min-width: 7rem;
  }

  .money input {
    min-width: 7.25rem;
  }

  .official-number {
    min-width: 12rem;
  }

  .long-choices {
    min-width: 11rem;
  }

  .long-head {
    min-width: 9rem;
  }

  /* "2022年12月31日" */
  .date input {
    min-width: 8.75rem;
  }

  .count input,
  .number input,
  .percentage input,
  .boolean select {
    min-width: 4.25rem;
  }

  .verdict {
    padding: calc((var(--target) - 1.5em) / 2) calc(var(--step) * 1.25) var(--step);
    font-size: var(--small);
    line-height: 1.5;
  }

  .verdict > * {
    margin-inline-end: 0.5em;
    white-space: nowrap;
  }


  .verdict .icon {
    width: 1em;
    height: 1em;
    vertical-align: -0.125em;
  }

  .accepted {
    color: var(--positive);
  }

  .rejected,
  .problem {
    color: var(--negative);
  }

  .notes td {
    padding: 0 calc(var(--step) * 1.25) var(--step);
    font-size: var(--small);
    line-height: 1.5;
  }

  .notes span {
    display: inline-block;
    margin-inline-end: 1.25em;
  }

  .verdict-head {
    min-width: 6.5rem;
  }

  .action {
    width: 1px;
  }

  .action > div {
    display: flex;
  }

  .action button {
    display: flex;
    align-items: center;
    justify-content: center;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }

  .action button:hover {
    color: var(--accent);
  }

  .action .remove:hover {
    color: var(--negative);
  }

  .action .icon {
    width: 1rem;
    height: 1rem;
  }

  dl {
    margin-top: var(--step);
    color: var(--muted);
    font-size: var(--small);
  }

  dt {
    display: inline;
    font-weight: 600;
  }

  dd {
    display: inline;
  }

  @media print {
    .frame {
      max-height: none;
      overflow: visible;
      border-color: var(--line);
    }

    input,
    select,
    .action {
      display: none !important;
    }

    thead th,
    .position {
      position: static;
    }

    .printed {
      padding: 1mm 2mm;
    }

    .date .printed,
    thead th {
      white-space: nowrap;
    }

    tr {
      break-inside: avoid;
    }
  }
`;
