import { css, unsafeCSS } from "lit";
import colours from "./colours.json" with { type: "json" };

/**
 * @param {Record<string, string>} colours
 * @param {(name: string, colour: string) => string} [written]
 */
function declared(colours, written = (_, colour) => colour) {
  const declarations = Object.entries(colours).map(([name, colour]) => `--${name}: ${written(name, colour)};`);
  return unsafeCSS(declarations.join("\n"));
}

const replaceable = (/** @type {string} */ name, /** @type {string} */ colour) => `var(--wengang-${name}, ${colour})`;

/** The tokens that differ on dark ground. */
export const dark = css`
  color-scheme: dark;
  ${declared(colours.dark, replaceable)}
`;

/**
 * Design tokens of the whole interface. A page that embeds the calculator may set any `--wengang-…` of the same name.
 * Text colours reach a contrast of 4.5 to 1 on every ground they are used on, borders of controls 3 to 1.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;

    ${declared(colours.light, replaceable)}

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
      ${declared(colours.print)}
      --text: 9.5pt;
      --leading: 1.4;
      --step: 1.1mm;
    }
  }
`;
