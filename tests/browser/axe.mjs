import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @import { Page } from "playwright-core" */
/** @import { RunOptions } from "axe-core" */

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules by what they are about. @satisfies {Record<string, string[]>} */
export const RULES = {
  /** Everything of WCAG 2.2 AA that a machine can tell, and what axe takes for good practice. */
  all: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  contrast: ["color-contrast"],
  /** 7 to 1. */
  strongContrast: ["color-contrast-enhanced"],
};

/**
 * What of the page breaks the rules.
 * @param {Page} page
 * @param {string[]} rules
 */
export async function violations(page, rules) {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source);
  return page.evaluate(run, /** @type {RunOptions} */ ({ runOnly: rules, resultTypes: ["violations"] }));
}

/**
 * Runs in the page.
 * @param {RunOptions} options
 */
async function run(options) {
  const { axe } = /** @type {{ axe: typeof import("axe-core") }} */ (/** @type {unknown} */ (window));
  const found = await axe.run(options);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 150)} ${failureSummary}`),
  );
}
