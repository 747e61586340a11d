// The one-off expansion subsidies: 1 500 yuan for each person hired who counts (人社部发〔2024〕44号, 人社部发〔2025〕20号).

import { exact } from "./fraction.mjs";
import { hiringSubsidy } from "./hiring.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Fraction } from "./fraction.mjs" */
/** @import { Rules } from "./index.mjs" */

/**
 * @param {Form} form
 * @param {{ from: string, to: string, rate: () => Fraction, socialOrganizationsFrom?: string }} scheme
 * @returns {Rules}
 */
export function expansionSubsidy(form, { from, to, rate, socialOrganizationsFrom }) {
  /** @param {Form} row @returns {[string, boolean][]} */
  const reasons = (row) => [
    ["not-hired-in-time", row.text("hired") < from || row.text("hired") > to],
    ["not-in-scope", !isInScope(row)],
    ["insured-too-short", !exact(3).atMost(row.number("monthsInsured"))],
    ["paid-before", row.yes("paidBefore")],
    ...(socialOrganizationsFrom ? tooEarly(form, row, socialOrganizationsFrom) : []),
  ];
  return hiringSubsidy(form, reasons, rate);
}

/** @param {Form} form @param {Form} row @param {string} from @returns {[string, boolean][]} */
const tooEarly = (form, row, from) => [
  ["social-organisation-too-early", form.text("employerKind") === "socialOrganization" && row.text("hired") < from],
];

/** Graduated in the year of hiring or the two before, or born in the years that make 16 to 24. @param {Form} row */
function isInScope(row) {
  const hired = Number(row.text("hired").slice(0, 4));
  /** @param {string} field */
  const yearsSince = (field) => hired - Number(row.text(field).slice(0, 4));
  if (row.text("group") === "graduate") return yearsSince("graduated") >= 0 && yearsSince("graduated") <= 2;
  return row.text("group") === "youth" && yearsSince("born") >= 16 && yearsSince("born") <= 25;
}
