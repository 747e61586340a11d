import assert from "node:assert/strict";

/** @import { Locator, Page } from "playwright-core" */

/** More stops than any place has. */
const MOST_STOPS = 250;

/**
 * Presses Tab until an element has the focus.
 * @param {Page} page
 * @param {Locator} target
 * @param {"Tab" | "Shift+Tab"} [key]
 */
export async function reach(page, target, key = "Tab") {
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${target} cannot be reached with the ${key} key`);
}

/**
 * Goes to a button, a link or whatever else is pressed, and presses it.
 * @param {Page} page
 * @param {Locator} target
 * @param {"Enter" | "Space"} [key]
 */
export async function press(page, target, key = "Enter") {
  await reach(page, target);
  await page.keyboard.press(key);
}

/**
 * Goes to a list and presses an arrow key until an option is chosen.
 * @param {Page} page
 * @param {Locator} list
 * @param {string} option its value
 */
export async function choose(page, list, option) {
  await reach(page, list);
  for (let presses = 0; presses < 60 && (await list.inputValue()) !== option; presses += 1) {
    await page.keyboard.press("ArrowDown");
  }
  assert.equal(await list.inputValue(), option);
}

/** @param {Locator} locator */
export const hasFocus = (locator) => locator.evaluate((element) => element.matches(":focus"));

/**
 * What has the focus, in a few words: its name, id or tag. `body` means that it is lost.
 * @param {Page} page
 */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") || element?.id || element?.localName || "";
  });
}
