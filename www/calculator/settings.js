/** @import { HostedCalculator } from "./hosted-calculator.js" */

/** What the page around may set the calculator to, beside ids and texts; docs/embedding.md says what each means. */
const SETTINGS = {
  today: { fits: isDay, otherwise: undefined },
  locale: { fits: oneOf("zh-CN", "en"), otherwise: /** @type {const} */ ("zh-CN") },
  scheme: { fits: oneOf("light", "dark"), otherwise: undefined },
  year: { fits: (/** @type {string} */ text) => /^\d{4}$/.test(text), otherwise: "" },
};

/**
 * Sets back what is none of the values that there are, which counts as not set.
 * @param {HostedCalculator} calculator
 * @param {(name: string) => boolean} isNew whether it was set since the last time
 * @param {Map<string, string>} misread names and values of those that were set back, and still are
 */
export function checkSettings(calculator, isNew, misread) {
  for (const [name, { fits, otherwise }] of Object.entries(SETTINGS)) {
    if (!isNew(name)) continue;
    const setting = /** @type {keyof typeof SETTINGS} */ (name);
    const value = calculator[setting];
    misread.delete(name);
    const isSet = value !== undefined && value !== null && value !== "";
    if (isSet && fits(String(value))) continue;
    if (isSet) misread.set(name, String(value));
    Object.assign(calculator, { [name]: otherwise });
  }
}

/** @param {string} text */
function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @param {string[]} values */
function oneOf(...values) {
  return (/** @type {string} */ text) => values.includes(text);
}
