import { css } from "lit";

/** What the parts of a rule page share: entries, the marked one, links to rules, tables. */
export const ruleStyles = css`
  .entry {
    padding-block: calc(var(--step) * 2);
    border-top: 1px solid var(--line);
    break-inside: avoid;
  }

  .entry:first-child {
    border-top-color: var(--control-line);
  }

  h4,
  h5 {
    font-size: var(--text);
    line-height: var(--leading);
    font-weight: 600;
  }

  h5 {
    margin: calc(var(--step) * 2) 0 0;
    color: var(--muted);
    font-size: var(--small);
  }

  [id] {
    scroll-margin-block: calc(var(--step) * 3) 5rem;
  }

  [id]:focus {
    outline: none;
  }

  [aria-current]:not(:has(table)) {
    background: var(--accent-ground);
    box-shadow:
      calc(var(--step) * -1.5) 0 0 var(--accent-ground),
      calc(var(--step) * -2) 0 0 var(--accent);
    outline: 1px solid transparent !important;
  }

  [aria-current]:has(table) {
    position: relative;
  }

  [aria-current]:has(table)::before {
    content: "";
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--step) * -2);
    border-inline-start: calc(var(--step) * 0.5) solid var(--accent);
  }

  .named {
    display: inline-flex;
    max-width: 100%;
  }

  .named > span {
    min-width: 0;
  }

  .mark {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    min-width: var(--target);
    min-height: var(--target);
    margin-block: calc((1.6em - var(--target)) / 2);
    color: var(--muted);
    font-weight: 400;
    text-decoration: none;
  }

  @media (hover: hover) {
    .mark {
      opacity: 0;
    }

    .mark:focus-visible,
    .entry:hover .mark,
    tr:hover .mark,
    li:hover .mark {
      opacity: 1;
    }
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--step) * 2);
    color: var(--muted);
    font-size: var(--small);
  }

  .links a,
  a.whole,
  a[target] {
    display: inline-flex;
    align-items: center;
    min-width: var(--target);
    min-height: var(--target);
  }

  /* With an address in sight. */
  a[target] {
    word-break: break-all;
  }

  .links a {
    /* A full target for fingers that takes up little more than its lines of text. */
    --room: calc((var(--target) - var(--small) * var(--leading)) / 2);
    padding-block: var(--room);
    margin-block: calc(var(--room) * -0.8);
  }

  .links span {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--step) * 1.5);
  }

  .links i {
    flex: none;
    font-style: normal;
  }

  .quote {
    display: flex;
    align-items: baseline;
    column-gap: calc(var(--step) * 1.5);
    margin-top: calc(var(--step) * 0.5);
    color: var(--muted);
    font-size: var(--small);
  }

  .quote i {
    flex: none;
    font-style: normal;
  }

  .quote q {
    color: var(--ink);
  }

  .entry > .links {
    margin-top: calc(var(--step) * 0.5);
  }

  .links a:not(:hover, :focus-visible) {
    text-decoration-color: var(--line);
  }

  .scroller {
    overflow-x: auto;
  }

  .scroller :is(th, td) {
    overflow-wrap: normal;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--small);
  }

  th,
  td {
    padding: calc(var(--step) * 0.75) calc(var(--step) * 2) calc(var(--step) * 0.75) 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--muted);
    white-space: nowrap;
  }

  @media print {
    .mark {
      display: none;
    }

    .entry {
      padding-block: 1.6mm;
    }

    .links a,
    a.whole,
    a[target] {
      min-height: 0;
      padding-block: 0;
      margin-block: 0;
      text-decoration: none;
    }

    [aria-current] {
      box-shadow: none;
    }

    thead {
      display: table-header-group;
    }

    tr {
      break-inside: avoid;
    }
  }
`;
