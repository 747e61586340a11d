import { describe } from "../../dist/npm/index.js";

/** @import { Page } from "playwright-core" */
/** @import { Locale } from "../../dist/npm/index.js" */

/** The day as of which elements are mounted, so that no test changes its mind over time. */
export const DAY = "2026-07-29";

/**
 * Puts one element in the place of the whole page, fed as the page feeds it, and collects what it tells.
 * @param {Page} page
 * @param {string} element
 * @param {string} policy
 * @param {Record<string, unknown> & { locale?: Locale }} [properties]
 */
export async function mount(page, element, policy, properties = {}) {
  const description = describe(policy, { locale: properties.locale ?? "zh-CN", today: DAY });
  await page.locator("wengang-calculator h2").first().waitFor();
  await page.evaluate(
    async ({ element, given }) => {
      const mounted = /** @type {import("lit").LitElement} */ (document.createElement(element));
      Object.assign(mounted, given);
      /** @type {[string, unknown][]} */
      const told = [];
      Object.assign(window, { told });
      for (const type of ["wengang-use-example", "wengang-other", "wengang-answers", "wengang-take-scenario"]) {
        mounted.addEventListener(type, (event) => told.push([type, /** @type {CustomEvent} */ (event).detail]));
      }
      const main = document.createElement("main");
      main.style.padding = "1rem";
      main.append(mounted);
      document.body.replaceChildren(main);
      await mounted.updateComplete;
    },
    { element, given: { today: DAY, ...properties, description } },
  );
  return { description, mounted: page.locator(element) };
}

/**
 * What the mounted element has told, the latest last.
 * @param {Page} page
 * @returns {Promise<[string, Record<string, unknown>][]>}
 */
export function told(page) {
  return page.evaluate("told");
}
