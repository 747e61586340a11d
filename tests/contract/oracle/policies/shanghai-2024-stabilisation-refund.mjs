import { exact, one } from "../fraction.mjs";
import { counts, headcount, leavers, money, mostlyYes, size } from "../random.mjs";

/** @import { Fraction } from "../fraction.mjs" */
/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const base = () => form.number(form.yes("insuredFullYear") ? "insuredAtStart" : "insuredFirstMonth");
  const layoffRate = () => one.minus(form.number("insuredAtEnd").plus(form.number("naturalAttrition")).over(base()));
  /** @param {Fraction} people */
  const limitFor = (people) => exact(people.atMost(exact(30)) ? "0.2" : "0.055");
  const layoffRateLimit = () => limitFor(form.number("insuredAtEnd"));
  const isLarge = () => form.text("employerKind") === "enterprise" && form.text("enterpriseSize") === "large";
  const refundRate = () => exact(isLarge() ? "0.3" : "0.6");
  const conditions = {
    paidAsRequired: () => form.yes("paidAsRequired"),
    notSeriouslyDishonest: () => !form.yes("seriouslyDishonest"),
    layoffRateWithinLimit: () => layoffRate().atMost(layoffRateLimit()),
  };
  return {
    conditions,
    values: { layoffRate, layoffRateLimit, refundRate },
    amount: () => form.number("premiumsPaid").times(refundRate()),
    warnings: {
      "small-unit-basis": () =>
        conditions.paidAsRequired() &&
        conditions.notSeriouslyDishonest() &&
        conditions.layoffRateWithinLimit() !== layoffRate().atMost(limitFor(base())),
    },
  };
}

/** @param {Random} random */
export function inputs(random) {
  const start = headcount(random);
  const organisations = ["socialOrganization", "foundation", "socialServiceAgency", "lawFirm", "accountingFirm"];
  return {
    employerKind: random.pick(["enterprise", "enterprise", ...organisations, "selfEmployedUnit"]),
    enterpriseSize: size(random),
    paidAsRequired: mostlyYes(random),
    seriouslyDishonest: !mostlyYes(random),
    ...random.pick([
      { insuredFullYear: true, ...counts(random, { insuredAtStart: start }) },
      { insuredFullYear: false, ...counts(random, { insuredFirstMonth: start }) },
      { insuredFullYear: true, ...counts(random, { insuredAtStart: start, insuredFirstMonth: random.int(1, 40) }) },
      { insuredFullYear: false, ...counts(random, { insuredFirstMonth: start, insuredAtStart: random.int(1, 40) }) },
    ]),
    ...counts(random, leavers(random, start, [0.055, 0.2])),
    premiumsPaid: money(random),
  };
}
