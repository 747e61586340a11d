const policy = "shanghai-2022-online-training";

const employer = {
  affectedByEpidemic: true,
  relatedToMainBusiness: true,
  platformTracksTraining: true,
  filedBeforeTraining: true,
  platform: "own",
  platformCommitment: true,
};
const wang = {
  employee: "王",
  project: "收银",
  classHours: 24,
  startedOn: "2022-03-01",
  endedOn: "2022-03-10",
  importedOn: "2022-03-20",
};

/**
 * The rows, and for each the codes of the reasons to turn it down.
 * @param {string} name
 * @param {Record<string, unknown>[]} trainings
 * @param {string[][]} reasons
 * @returns {import("../contract.mjs").Case}
 */
const judged = (name, trainings, reasons) => ({
  name,
  evaluate: [policy, { ...employer, trainings }],
  gives: {
    eligibility: "eligible",
    amount: `${600 * reasons.filter((codes) => codes.length === 0).length}.00`,
    rows: {
      trainings: reasons.map((codes) => ({
        accepted: codes.length === 0,
        reasons: codes.map((code) => ({ code })),
        amount: codes.length === 0 ? "600.00" : "0.00",
      })),
    },
  },
});

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "two employees, one project each",
    evaluate: [policy, { ...employer, trainings: [wang, { ...wang, employee: "李", classHours: "30.5" }] }],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "1200.00",
      values: { acceptedTrainings: "2" },
      missing: [],
      warnings: [],
      rows: { trainings: [{ accepted: true, reasons: [], amount: "600.00" }, { accepted: true }] },
    },
  },
  judged("an empty table is an answer", [], []),
  judged("less than 24 class hours", [{ ...wang, classHours: "23.99" }], [["too-few-hours"]]),
  judged(
    "imports of the first and the last day of 2022, and of the days beyond",
    ["2022-01-01", "2022-12-31", "2021-12-31", "2023-01-01"].map((importedOn, index) => ({
      ...wang,
      employee: `${index}`,
      importedOn,
    })),
    [[], [], ["outside-year"], ["outside-year"]],
  ),
  judged("ends before it starts", [{ ...wang, endedOn: "2022-02-28" }], [["ends-before-start"]]),
  judged(
    "the same project again, white space aside",
    [wang, { ...wang, employee: " 王　", project: "收银 ", startedOn: "2022-03-11", endedOn: "2022-03-12" }],
    [[], ["duplicate-project"]],
  ),
  judged(
    "the next project starts the day the last one ended, or the day after",
    [
      wang,
      { ...wang, project: "陈列", startedOn: "2022-03-10", endedOn: "2022-03-30" },
      { ...wang, project: "客服", startedOn: "2022-03-11", endedOn: "2022-03-30" },
    ],
    [[], ["overlapping-project"], []],
  ),
  judged(
    "rows are taken by their first day",
    [{ ...wang, project: "陈列", startedOn: "2022-03-05" }, wang],
    [["overlapping-project"], []],
  ),
  judged(
    "a fourth project, with every reason there is",
    [
      { ...wang, startedOn: "2022-01-01", endedOn: "2022-01-31" },
      { ...wang, project: "陈列", startedOn: "2022-02-01", endedOn: "2022-02-28" },
      { ...wang, project: "客服", startedOn: "2022-03-01", endedOn: "2022-03-31" },
      { ...wang, project: "仓储", startedOn: "2022-04-01", endedOn: "2022-04-01" },
      { ...wang, classHours: 1, startedOn: "2022-03-31", endedOn: "2022-03-30", importedOn: "2023-01-01" },
    ],
    [
      [],
      [],
      [],
      ["over-yearly-limit"],
      [
        "too-few-hours",
        "outside-year",
        "ends-before-start",
        "duplicate-project",
        "overlapping-project",
        "over-yearly-limit",
      ],
    ],
  ),
  {
    name: "trained before filing",
    evaluate: [policy, { filedBeforeTraining: false }],
    gives: { eligibility: "ineligible", amount: "0.00", missing: [] },
  },
  {
    name: "a third party’s platform needs a test report",
    evaluate: [policy, { ...employer, platform: "thirdParty", trainings: [wang] }],
    gives: { eligibility: "undetermined", amount: null, missing: ["platformTestReport"] },
  },
  {
    name: "without the test report it does not qualify",
    evaluate: [policy, { ...employer, platform: "thirdParty", platformTestReport: false, trainings: [wang] }],
    gives: {
      eligibility: "ineligible",
      amount: "0.00",
      conditions: [{}, {}, {}, {}, { id: "platformDocument", met: false }],
    },
  },
  {
    name: "only the trainings are missing",
    evaluate: [policy, employer],
    gives: { eligibility: "eligible", amount: null, missing: ["trainings"], deadlines: [] },
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: {
      eligibility: "undetermined",
      amount: null,
      missing: [
        "affectedByEpidemic",
        "relatedToMainBusiness",
        "platformTracksTraining",
        "filedBeforeTraining",
        "platform",
        "trainings",
      ],
    },
  },
  {
    name: "deadlines: a day that does not exist, and a week of holidays",
    evaluate: [policy, { filingApprovedOn: "2022-03-31", trainingEndedOn: "2022-09-23" }],
    gives: {
      deadlines: [
        { id: "trainBy", date: "2022-06-30" },
        { id: "importBy", date: "2022-10-12" },
      ],
    },
  },
  {
    name: "deadlines in the next year",
    evaluate: [policy, { filingApprovedOn: "2022-11-30", trainingEndedOn: "2022-12-26" }],
    gives: {
      deadlines: [
        { id: "trainBy", date: "2023-02-28" },
        { id: "importBy", date: "2023-01-10" },
      ],
    },
  },
  ...["2019-12-20", "2026-12-18", "2100-12-31"].map((trainingEndedOn) => ({
    name: `a date that only gives a deadline, ${trainingEndedOn}, beyond the holidays that are known: all else is computed`,
    evaluate: [policy, { ...employer, trainings: [], filingApprovedOn: "2022-11-30", trainingEndedOn }],
    gives: {
      eligibility: "eligible",
      amount: "0.00",
      deadlines: [{ id: "trainBy", date: "2023-02-28" }],
      warnings: [{ code: "no-deadline", fields: ["trainingEndedOn"] }],
    },
  })),
  {
    name: "bad cells and empty ones",
    evaluate: [
      policy,
      { ...employer, trainings: [wang, { ...wang, project: "", classHours: -1, startedOn: "2022-02-30" }] },
    ],
    throws: "InvalidInputError",
    problems: [
      { field: "trainings", row: 1, column: "project", code: "required" },
      { field: "trainings", row: 1, column: "classHours", code: "out-of-range" },
      { field: "trainings", row: 1, column: "startedOn", code: "invalid-date" },
    ],
  },
  {
    name: "sixteen districts and a hotline to ask, five steps",
    describe: [policy],
    gives: {
      contacts: [
        { name: "浦东新区" },
        { name: "黄浦区" },
        { name: "徐汇区" },
        { name: "长宁区" },
        { name: "静安区" },
        { name: "普陀区" },
        { name: "虹口区" },
        { name: "杨浦区" },
        { name: "闵行区" },
        { name: "宝山区" },
        { name: "嘉定区" },
        { name: "奉贤区" },
        { name: "松江区" },
        { name: "金山区" },
        { name: "青浦区" },
        { name: "崇明区" },
        { phone: "12333" },
      ],
      procedure: [{}, {}, {}, {}, {}],
      deadlines: [{ id: "trainBy" }, { id: "importBy" }],
    },
  },
];
