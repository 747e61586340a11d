// What the stabilisation refunds of the places have in common.

import { exact, one, smaller } from "./fraction.mjs";

/**
 * @import { Form } from "./form.mjs"
 * @import { Fraction } from "./fraction.mjs"
 * @import { Rules } from "./index.mjs"
 */

/**
 * What differs from place to place: conditions and values beside those that all have, what is tested against 30, the last day.
 * A layoff rate that the agency tells is an answer and no value.
 * @typedef {{
 *   conditions?: Record<string, () => boolean>,
 *   isTold?: boolean,
 *   layoffRate: () => Fraction,
 *   people: () => Fraction,
 *   refundRate: () => Fraction,
 *   values?: Record<string, () => Fraction | boolean>,
 *   claimBy?: string,
 * }} Place
 */

/**
 * @param {Form} form
 * @param {Place} place
 * @returns {Rules}
 */
export function refund(form, { conditions, isTold, layoffRate, people, refundRate, values, claimBy }) {
  const layoffRateLimit = () => layoffLimit(people());
  return {
    conditions: { ...conditions, layoffRateWithinLimit: () => layoffRate().atMost(layoffRateLimit()) },
    values: { ...(isTold ? {} : { layoffRate }), layoffRateLimit, refundRate, ...values },
    amount: () => form.number("premiumsPaid").times(refundRate()),
    ...(claimBy ? { deadlines: { claimBy: () => claimBy } } : {}),
  };
}

/** 20 % of up to 30 people, else 5.5 %. @param {Fraction} people */
export const layoffLimit = (people) => exact(people.atMost(exact(30)) ? "0.2" : "0.055");

/** @param {Form} form @param {"premiumMonths" | "cumulativePremiumMonths"} field */
export const twelveMonths = (form, field = "cumulativePremiumMonths") => ({
  insuredTwelveMonths: () => exact(12).atMost(form.number(field)),
});

/**
 * The rate of large enterprises and of those that count as large, or of all others.
 * @param {Form} form
 * @param {string} large
 * @param {string} others
 * @param {string[]} [asLarge] kinds of employer that count as large, where the kind is asked
 */
export const bySize = (form, large, others, asLarge) => exact(isLarge(form, asLarge) ? large : others);

/** @param {Form} form @param {string[]} [asLarge] */
export function isLarge(form, asLarge) {
  const kind = asLarge ? form.text("employerKind") : "enterprise";
  return kind === "enterprise" ? form.text("enterpriseSize") === "large" : Boolean(asLarge?.includes(kind));
}

/** The layoff rate against the monthly average. @param {Form} form */
export function monthlyAverageRate(form) {
  const left = form.number("insuredAtStart").minus(form.number("insuredAtEnd"));
  return left.minus(form.number("naturalAttrition")).over(form.number("averageInsured"));
}

/** The layoff rate against the start, without the retired and deceased. @param {Form} form */
export function netHeadcountRate(form) {
  const stayed = form.number("insuredAtEnd").plus(form.number("naturalAttrition"));
  return one.minus(stayed.over(form.number("insuredAtStart")));
}

/** @param {Form} form */
export const claimantsRate = (form) => form.number("claimants").over(form.number("averageInsured"));

/** The rate that the agency tells, and the headcount that it tests. @param {Form} form */
export const toldByAgency = (form) => ({
  isTold: true,
  layoffRate: () => form.number("bureauLayoffRate"),
  people: () => form.number("smallUnitHeadcount"),
});

/** A local rate, which the state caps. @param {Form} form @param {Fraction} cap */
export const capped = (form, cap) => smaller(form.number("localRate"), cap);

/** Kinds that Jiangsu counts as large. */
export const largeInJiangsu = [
  "labourDispatch",
  "socialOrganization",
  "foundation",
  "socialServiceAgency",
  "lawFirm",
  "accountingFirm",
];

/**
 * Any city's refund within the limits of the state: its layoff formula, and its rate up to a cap.
 * @param {Form} form
 * @param {() => Fraction} nationalCap
 * @param {string} claimBy
 * @returns {Rules}
 */
export function nationalRefund(form, nationalCap, claimBy) {
  const rules = refund(form, {
    conditions: twelveMonths(form),
    layoffRate: () => cityLayoffRate(form),
    people: () => form.number("smallUnitHeadcount"),
    refundRate: () => capped(form, nationalCap()),
    values: { nationalCap },
    claimBy,
  });
  return { ...rules, warnings: { "above-cap": () => !form.number("localRate").atMost(nationalCap()) } };
}

/** @param {Form} form */
function cityLayoffRate(form) {
  const formula = form.text("layoffFormula");
  if (formula === "bureau") return form.number("bureauLayoffRate");
  if (formula === "claimants") return claimantsRate(form);
  return formula === "monthlyAverage" ? monthlyAverageRate(form) : netHeadcountRate(form);
}
