// 国务院关于渐进式延迟法定退休年龄的办法: a month more for every four or two months born later.

import { addMonths, monthOf } from "../days.mjs";
import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** Years before the reform, and whom it delays. @param {Form} form */
function group(form) {
  const woman = { years: 50, first: "1975-01-01", every: 2, most: 60 };
  const others = /** @type {Record<string, typeof woman>} */ ({
    man: { years: 60, first: "1965-01-01", every: 4, most: 36 },
    woman55: { years: 55, first: "1970-01-01", every: 4, most: 36 },
  });
  return others[form.text("group")] ?? woman;
}

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const delay = () => {
    const { first, every, most } = group(form);
    const later = monthOf(form.text("born")) - monthOf(first);
    return later < 0 ? 0 : Math.min(most, Math.floor(later / every) + 1);
  };
  const age = () => 12 * group(form).years + delay();
  const retires = () => addMonths(form.text("born"), age());
  return {
    values: {
      delay: () => exact(delay()),
      age: () => exact(age()),
      ageYears: () => exact(Math.floor(age() / 12)),
      ageMonths: () => exact(age() % 12),
      retires,
      premiumsNeeded: () => exact(180 + 6 * Math.min(10, Math.max(0, Number(retires().slice(0, 4)) - 2029))),
    },
  };
}
