// 沪人社规〔2026〕18号: two months for each full year of premiums, up to 24, at the rates of the month in which each is paid.

import { firstOf, monthOf } from "../days.mjs";
import { exact, sum } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** Months 1 to 12, 13 to 24, and beyond: yuan from a month on. @type {[string, [number, number, number]][]} */
const rates = [
  ["2024-07-01", [2255, 1804, 1595]],
  ["2025-07-01", [2305, 1844, 1650]],
  ["2026-07-01", [2340, 1872, 1690]],
];

/** @param {number} month */
function ratesOf(month) {
  const [, found] = rates.filter(([from]) => monthOf(from) <= month).pop() ?? [];
  return found ?? [Number.NaN, Number.NaN, Number.NaN];
}

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const fullYears = () => Math.floor(form.int("monthsPaid") / 12);
  const months = () => Math.min(24, 2 * fullYears());
  const first = () => monthOf(form.text("accepted")) + 1;
  const inAll = () => months() + form.int("extension");
  return {
    conditions: {
      premiumsForAYear: () => fullYears() >= 1,
      againstTheirWill: () => form.yes("involuntary"),
      isRegistered: () => form.yes("registered"),
    },
    values: {
      fullYears: () => exact(fullYears()),
      months: () => exact(months()),
      firstMonth: () => firstOf(first()),
    },
    amount: () =>
      sum(
        Array.from({ length: inAll() }, (_, place) => {
          const [year, second, extension] = ratesOf(first() + place);
          if (place >= months()) return exact(extension);
          return exact(place < 12 ? year : second);
        }),
      ),
    warnings: {
      "later-rates-unknown": () => first() + inAll() - 1 >= monthOf("2028-07-01"),
      "earlier-measures": () => form.text("accepted") < "2026-08-16",
    },
  };
}
