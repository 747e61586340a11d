import { css } from "lit";

/** The frame of a whole page: its width, what stands above and below, and how it goes on paper. */
export const frame = css`
  :host {
    min-height: 100vh;
    background: var(--paper);
    border-top: 4px solid var(--accent);
  }

  .width {
    max-width: 76rem;
    margin-inline: auto;
    padding-inline: clamp(1rem, 4vw, 2.5rem);
  }

  header {
    border-bottom: 1px solid var(--line);
  }

  header .width {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--step) calc(var(--step) * 2);
    min-height: 4rem;
    padding-block: var(--step);
  }

  h1 {
    font-size: calc(var(--text) * 1.25);
    font-weight: 700;
    line-height: 1.35;
  }

  main {
    padding-block: calc(var(--step) * 2) calc(var(--step) * 6);
  }

  footer {
    border-top: 1px solid var(--line);
    color: var(--muted);
    font-size: var(--small);
  }

  footer .width {
    padding-block: calc(var(--step) * 3);
  }

  @media print {
    :host {
      min-height: 0;
      border-top: 0;
    }

    .width {
      max-width: none;
      padding-inline: 0;
    }

    header .width {
      min-height: 0;
    }

    main {
      padding-block: 4mm;
    }
  }
`;
