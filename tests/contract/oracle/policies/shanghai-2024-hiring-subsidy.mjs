// 关于实施本市重点群体一次性吸纳就业补贴的通知 (2024): 2 000 yuan a head.

import { exact } from "../fraction.mjs";
import { judgedPeople } from "../rows.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {Form} row @returns {[string, boolean][]} */
  const reasons = (row) => [
    ["not-hired-in-time", !row.text("hired").startsWith("2024-")],
    ["not-in-scope", row.text("group") === "other"],
    ["contract-too-short", !exact(1).atMost(row.number("contractYears"))],
    ["premiums-not-paid", !row.yes("paidAsRequired")],
    ["paid-before", row.yes("paidBefore")],
  ];
  const hires = () => judgedPeople(form.rows("hires"), "hired", reasons);
  const people = () => exact(hires().filter(({ accepted }) => accepted).length);
  return {
    conditions: {
      inScope: () => form.text("employerKind") !== "government",
      somebody: () => people().numerator > 0n,
    },
    values: { people },
    amount: () => people().times(exact(2000)),
    rows: { hires },
  };
}
