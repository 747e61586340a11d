// Zhejiang 2025: 10 000 yuan a year for graduates of five years in care, household services and farming, for three years.

import { addMonths } from "../days.mjs";
import { exact, smaller } from "../fraction.mjs";
import { cents, count, mostlyYes } from "../random.mjs";

/** @import { Random } from "../random.mjs" */
/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const graduatesInTime = () => form.text("graduated").slice(0, 4) <= form.text("hired").slice(0, 4);
  const yearsCounted = () => smaller(form.number("years"), exact(3));
  return {
    conditions: {
      industryCovered: () => form.text("industry") !== "other",
      recentGraduate: () => graduatesInTime() && form.text("hired") <= addMonths(form.text("graduated"), 60),
      contractLongEnough: () => exact(1).atMost(form.number("contractYears")),
      premiumsPaid: () => form.yes("insured"),
    },
    values: { yearsCounted, graduatesInTime },
    amount: () => yearsCounted().times(exact(10000)),
  };
}

/** Nobody has worked for longer than the contract. @param {Random} random */
export function inputs(random) {
  const hundredths = random.pick([99, 100, 101, 300, 500, random.int(0, 1200)]);
  const graduated = random.dayNear(["2020-07-01", "2020-02-29", "2022-07-01"]);
  const hired = random.pick([graduated, addMonths(graduated, 60), addMonths(graduated, random.int(-18, 72))]);
  return {
    industry: random.pick(["elderlyCare", "household", "farming", "other"]),
    graduated,
    hired: random.dayNear([hired]),
    contractYears: cents(random, hundredths),
    insured: mostlyYes(random),
    years: count(random, random.int(0, Math.floor(hundredths / 100))),
  };
}
