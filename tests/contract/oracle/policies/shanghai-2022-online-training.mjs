import { addDays, addMonths, workdayAfter } from "../days.mjs";
import { exact } from "../fraction.mjs";
import { anyDay, mostlyYes, written } from "../random.mjs";
import { judged } from "../rows.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const trainings = () => judgedTrainings(form.rows("trainings"));
  const acceptedTrainings = () => exact(trainings().filter((row) => row.accepted).length);
  return {
    conditions: {
      affectedByEpidemic: () => form.yes("affectedByEpidemic"),
      relatedToMainBusiness: () => form.yes("relatedToMainBusiness"),
      platformTracksTraining: () => form.yes("platformTracksTraining"),
      filedBeforeTraining: () => form.yes("filedBeforeTraining"),
      platformDocument: () => form.yes(form.text("platform") === "own" ? "platformCommitment" : "platformTestReport"),
    },
    values: { acceptedTrainings },
    amount: () => acceptedTrainings().times(exact(600)),
    rows: { trainings },
    deadlines: {
      trainBy: () => addMonths(form.text("filingApprovedOn"), 3),
      importBy: () => workdayAfter(form.text("trainingEndedOn"), 10),
    },
  };
}

/** @param {Form[]} rows */
function judgedTrainings(rows) {
  /** @type {Map<string, { project: string, endedOn: string }[]>} */
  const acceptedBefore = new Map();
  /** @type {Map<Form, { accepted: boolean, reasons: string[] }>} */
  const results = new Map();
  for (const row of [...rows].sort((a, b) => (a.text("startedOn") < b.text("startedOn") ? -1 : orderAfter(a, b)))) {
    const earlier = acceptedBefore.get(row.text("employee")) ?? [];
    const result = judgedTraining(row, earlier);
    const entry = { project: row.text("project"), endedOn: row.text("endedOn") };
    if (result.accepted) acceptedBefore.set(row.text("employee"), [...earlier, entry]);
    results.set(row, result);
  }
  return rows.map((row) => results.get(row) ?? judged([]));
}

/** For a row that does not start before the other. @param {Form} a @param {Form} b */
const orderAfter = (a, b) => (a.text("startedOn") === b.text("startedOn") ? 0 : 1);

/**
 * @param {Form} row
 * @param {{ project: string, endedOn: string }[]} earlier accepted rows of the same employee
 */
function judgedTraining(row, earlier) {
  const last = earlier[earlier.length - 1];
  return judged([
    ["too-few-hours", !exact(24).atMost(row.number("classHours"))],
    ["outside-year", !row.text("importedOn").startsWith("2022-")],
    ["ends-before-start", row.text("endedOn") < row.text("startedOn")],
    ["duplicate-project", earlier.some((each) => each.project === row.text("project"))],
    ["overlapping-project", last !== undefined && row.text("startedOn") <= last.endedOn],
    ["over-yearly-limit", earlier.length >= 3],
  ]);
}

/** @param {Random} random */
export function inputs(random) {
  const employees = random.pick([["张三"], ["张三", " 张三", "张三\u3000"], ["张三", "李四", "李四 ", "张三丰"]]);
  const projects = random.pick([["安全"], ["安全", " 安全 ", "电商"], ["安全", "电商", "焊接", "财会", "English"]]);
  const from = random.pick(["2021-12-20", "2022-03-01", "2022-12-15"]);
  const span = random.pick([4, 30, 120]);
  const row = () => {
    const startedOn = addDays(from, random.int(0, span));
    const endedOn = addDays(startedOn, random.chance(0.1) ? -1 : random.int(0, Math.ceil(span / 5)));
    return {
      employee: random.pick(employees),
      project: random.pick(projects),
      classHours: written(random, random.pick(["24", "24", "24.00", "24.01", "23.99", "40", "30", "0"])),
      startedOn,
      endedOn,
      importedOn: random.chance(0.7) ? "2022-06-30" : random.dayNear(["2022-01-01", "2022-12-31"]),
    };
  };
  const monthEnds = ["2022-01-31", "2022-11-30", "2023-11-30", "2021-12-01", "2022-02-28", "2019-11-29", "2023-12-31"];
  return {
    affectedByEpidemic: mostlyYes(random),
    relatedToMainBusiness: mostlyYes(random),
    platformTracksTraining: mostlyYes(random),
    filedBeforeTraining: mostlyYes(random),
    platform: random.pick(["own", "thirdParty"]),
    platformCommitment: mostlyYes(random),
    platformTestReport: mostlyYes(random),
    filingApprovedOn: random.chance(0.2) ? undefined : random.dayNear(monthEnds),
    trainingEndedOn: random.chance(0.2) ? undefined : anyDay(random, "2020-01-01", "2026-12-10"),
    trainings: random.rows(9, row),
  };
}
