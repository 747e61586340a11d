import { sum } from "../fraction.mjs";
import { money, mostlyYes } from "../random.mjs";
import { acceptedOf, judged } from "../rows.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {Form} row */
  const judge = (row) =>
    judged([
      ["not-on-post", !row.yes("onPost")],
      ["no-certificate", !row.yes("certified")],
    ]);
  return {
    values: {},
    amount: () => sum(acceptedOf(form.rows("certificates"), judge).map((row) => row.number("catalogueAmount"))),
    rows: { certificates: () => form.rows("certificates").map(judge) },
  };
}

/** @param {Random} random */
export function inputs(random) {
  const row = () => ({
    employee: random.pick(["张三", "李四", "王五"]),
    occupation: random.pick(["电工", "焊工", "育婴员"]),
    catalogueAmount: money(random),
    onPost: mostlyYes(random),
    certified: mostlyYes(random),
  });
  return { certificates: random.rows(8, row) };
}
