import { css } from "lit";

/**
 * The ground of an element that stands on any page. Nothing that the page says of its texts gets through, by inheritance or
 * by rules for all elements, which reach the element itself but not what is in it. The direction is not among `all`.
 */
export const ground = css`
  .ground {
    all: initial;
    display: flow-root;
    container-type: inline-size;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: light dark;
    direction: ltr;
    padding: var(--wengang-padding, 0);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--font);
    font-size: var(--text);
    line-height: var(--leading);
    overflow-wrap: break-word;
    /* Targets are larger than their texts and may stand out over the edge; the page around shall not scroll for that. */
    overflow-x: clip;
    text-autospace: normal;
    -webkit-user-select: text;
    user-select: text;
  }

  :host([scheme="light"]) .ground {
    color-scheme: light;
  }

  :host([scheme="dark"]) .ground {
    color-scheme: dark;
  }

  @media print {
    .ground {
      color-scheme: light;
    }
  }
`;
