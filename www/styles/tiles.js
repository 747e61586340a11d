import { css } from "lit";

/** Answers to choose from, each a button as large as a finger. */
export const tiles = css`
  .tiles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--step);
  }

  .tile {
    display: flex;
    align-items: center;
    gap: var(--step);
    min-height: var(--target);
    padding: 0 calc(var(--step) * 2) 0 calc(var(--step) * 1.5);
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--paper);
    cursor: pointer;
  }

  .tile:hover {
    border-color: var(--accent);
  }

  .tile.chosen {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
    background: var(--accent-ground);
  }

  .tile:focus-within {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  .tile input {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
    outline: none;
  }
`;
