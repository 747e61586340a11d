import { css } from "lit";

/** The tokens that differ on dark ground. */
export const dark = css`
  color-scheme: dark;
  --paper: var(--wengang-paper, #14191d);
  --panel: var(--wengang-panel, #1d242a);
  --ink: var(--wengang-ink, #e7ebee);
  --muted: var(--wengang-muted, #a9b3bb);
  --line: var(--wengang-line, #38424a);
  --control-line: var(--wengang-control-line, #84909a);
  --accent: var(--wengang-accent, #92c2ea);
  --accent-ground: var(--wengang-accent-ground, #203546);
  --on-accent: var(--wengang-on-accent, #10202d);
  --positive: var(--wengang-positive, #86d2a5);
  --positive-ground: var(--wengang-positive-ground, #1a3427);
  --negative: var(--wengang-negative, #f3a79e);
  --negative-ground: var(--wengang-negative-ground, #402523);
  --caution: var(--wengang-caution, #ebc977);
  --caution-ground: var(--wengang-caution-ground, #382f17);
`;

/**
 * Design tokens of the whole interface. A page that embeds the calculator may set any `--wengang-…` of the same name.
 * Text colours reach a contrast of 4.5 to 1 on every ground they are used on, borders of controls 3 to 1.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;

    --paper: var(--wengang-paper, #ffffff);
    --panel: var(--wengang-panel, #f4f6f7);
    --ink: var(--wengang-ink, #1b2126);
    --muted: var(--wengang-muted, #535e68);
    --line: var(--wengang-line, #d6dce0);
    --control-line: var(--wengang-control-line, #77828c);
    --accent: var(--wengang-accent, #1f5a8c);
    --accent-ground: var(--wengang-accent-ground, #e8f0f7);
    --on-accent: var(--wengang-on-accent, #ffffff);
    --positive: var(--wengang-positive, #19663f);
    --positive-ground: var(--wengang-positive-ground, #e7f3ec);
    --negative: var(--wengang-negative, #a12a20);
    --negative-ground: var(--wengang-negative-ground, #fbedeb);
    --caution: var(--wengang-caution, #754e00);
    --caution-ground: var(--wengang-caution-ground, #fcf3de);

    --font: var(
      --wengang-font,
      -apple-system,
      "PingFang SC",
      "Microsoft YaHei",
      "Noto Sans CJK SC",
      "Source Han Sans SC",
      system-ui,
      sans-serif
    );
    --text: var(--wengang-text, 1rem);
    --small: max(var(--wengang-least-text, 0px), calc(var(--text) * 0.875));
    --large: calc(var(--text) * 1.1875);
    --leading: 1.6;

    --step: var(--wengang-step, 0.5rem);
    --radius: var(--wengang-radius, 6px);
    --target: var(--wengang-target, 2.75rem);
  }

  /* Chinese fonts draw quotation marks and apostrophes as wide as a character, which tears English words apart. */
  [lang="en"] {
    --font: var(--wengang-font, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif);
    font-family: var(--font);
  }

  @media screen and (prefers-color-scheme: dark) {
    :host(:not([scheme="light"])) {
      ${dark}
    }
  }

  @media screen {
    :host([scheme="dark"]) {
      ${dark}
    }
  }

  :host([scheme="light"]) {
    color-scheme: light;
  }

  @media print {
    :host {
      color-scheme: light;
      --paper: #ffffff;
      --panel: #ffffff;
      --ink: #000000;
      --muted: #3d454b;
      --line: #b9c0c5;
      --control-line: #b9c0c5;
      --accent: #000000;
      --accent-ground: #ffffff;
      --positive: #19663f;
      --positive-ground: #ffffff;
      --negative: #a12a20;
      --negative-ground: #ffffff;
      --caution: #754e00;
      --caution-ground: #ffffff;
      --text: 9.5pt;
      --leading: 1.4;
      --step: 1.1mm;
    }
  }
`;
