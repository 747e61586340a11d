import { exact, larger, zero } from "../fraction.mjs";
import { cents, counts, headcount, leavers, maxFen, money, size } from "../random.mjs";
import { monthlyAverageRate } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const layoffRate = () => monthlyAverageRate(form);
  const layoffRateLimit = () => {
    if (form.number("insuredAtStart").atMost(exact(30))) return exact("0.2");
    return exact(form.text("enterpriseSize") === "large" ? "0.0362" : "0.055");
  };
  const monthlySum = () => form.number("monthlyBenefit").times(form.number("averageInsured"));
  const generalRefund = () => form.number("premiumsPaid").times(exact("0.5"));
  const difficultRefund = () => (form.yes("temporarilyDifficult") ? monthlySum().times(exact(6)) : zero);
  const serviceRefund = () => {
    if (form.text("serviceSector") === "none") return zero;
    return monthlySum().times(form.number("serviceMonths"));
  };
  const amount = () => [difficultRefund(), serviceRefund()].reduce(larger, generalRefund());
  const track = () => {
    if (amount().atMost(generalRefund())) return "general";
    return amount().atMost(difficultRefund()) ? "difficult" : "service";
  };
  return {
    conditions: { layoffRateWithinLimit: () => layoffRate().atMost(layoffRateLimit()) },
    values: { layoffRate, layoffRateLimit, generalRefund, difficultRefund, serviceRefund, track },
    amount,
  };
}

/** @param {Random} random */
export function inputs(random) {
  const insuredAtStart = headcount(random);
  const average = random.pick([100 * insuredAtStart, random.int(1, 50_000), 100 * headcount(random)]);
  const benefit = random.pick([0, random.int(1, 300_000), 100 * random.int(1, 3000), random.scaled(maxFen)]);
  const months = random.int(1, 3);
  // Half of these premiums is what the other tracks give.
  const even = (random.pick([12, 2 * months]) * benefit * average) / 100;
  const isPayable = Number.isInteger(even) && even <= maxFen;
  return {
    enterpriseSize: size(random),
    ...counts(random, {
      insuredAtStart,
      ...leavers(random, insuredAtStart, [0.0362, 0.055, 0.2], average / 100),
      serviceMonths: months,
    }),
    averageInsured: cents(random, average),
    premiumsPaid: isPayable && random.chance(0.5) ? cents(random, evenOrNear(random, even)) : money(random),
    temporarilyDifficult: random.chance(0.4),
    serviceSector: random.pick(["none", "wholesaleRetail", "accommodationCatering", "logistics", "cultureTourism"]),
    monthlyBenefit: cents(random, benefit),
  };
}

/**
 * @param {Random} random
 * @param {number} fen
 */
const evenOrNear = (random, fen) => Math.min(maxFen, random.near([fen]));
