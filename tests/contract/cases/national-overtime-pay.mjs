const policy = "national-overtime-pay";

/**
 * 8,700 yuan a month are 50 yuan an hour.
 * @param {Record<string, unknown>[]} overtime
 */
const worked = (...overtime) => ({ monthlyWage: 8700, overtime });

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "a workday, a rest day, a statutory holiday, and a weekend worked in exchange",
    evaluate: [
      policy,
      worked(
        { date: "2021-02-10", hours: 2 },
        { date: "2021-02-11", hours: 8, timeOffGiven: false },
        { date: "2021-02-12", hours: "11.5" },
        { date: "2021-02-07", hours: 2.5 },
      ),
    ],
    gives: {
      policy,
      eligibility: "not-assessed",
      amount: "2862.50",
      values: { hourlyWage: "50", workdayHours: "4.5", restDayHours: "8", statutoryHolidayHours: "11.5" },
      conditions: [],
      missing: [],
      rows: {
        overtime: [
          { accepted: true, reasons: [], class: "workday", amount: "150.00" },
          { accepted: true, reasons: [], class: "restDay", amount: "800.00" },
          { accepted: true, reasons: [], class: "statutoryHoliday", amount: "1725.00" },
          { accepted: true, reasons: [], class: "workday", amount: "187.50" },
        ],
      },
      warnings: [],
    },
  },
  {
    name: "time off replaces pay on a rest day only",
    evaluate: [
      policy,
      worked(
        { date: "2024-06-15", hours: 8, timeOffGiven: true },
        { date: "2024-06-10", hours: 8, timeOffGiven: true },
        { date: "2024-06-12", hours: 3, timeOffGiven: true },
      ),
    ],
    gives: {
      amount: "1425.00",
      values: { workdayHours: "3", restDayHours: "0", statutoryHolidayHours: "8" },
      rows: { overtime: [{ amount: "0.00" }, { amount: "1200.00" }, { amount: "225.00" }] },
      warnings: [],
    },
  },
  {
    name: "New Year's Eve is a rest day up to 2024 and statutory from 2025",
    evaluate: [policy, worked({ date: "2022-01-31", hours: 1, timeOffGiven: false }, { date: "2025-01-28", hours: 1 })],
    gives: { rows: { overtime: [{ class: "restDay" }, { class: "statutoryHoliday" }] } },
  },
  {
    name: "rounded once: ten hours at 43.1034…",
    evaluate: [
      policy,
      {
        monthlyWage: 5000,
        overtime: [3, 4, 5, 6, 7, 10, 11, 12, 13, 14].map((day) => ({
          date: `2023-07-${String(day).padStart(2, "0")}`,
          hours: 1,
        })),
      },
    ],
    gives: { amount: "431.03", values: { hourlyWage: "28.7356321839", workdayHours: "10" } },
  },
  {
    name: "exactly three hours on a workday",
    evaluate: [policy, worked({ date: "2024-06-12", hours: "1.75" }, { date: "2024-06-12", hours: "1.25" })],
    gives: { warnings: [] },
  },
  {
    name: "a hundredth more on the same workday",
    evaluate: [policy, worked({ date: "2024-06-12", hours: "1.75" }, { date: "2024-06-12", hours: "1.26" })],
    gives: { warnings: [{ code: "over-daily-limit", fields: ["overtime"] }] },
  },
  {
    name: "exactly 36 hours in a month, without those of a statutory holiday",
    evaluate: [
      policy,
      worked(
        { date: "2024-06-15", hours: 24, timeOffGiven: true },
        { date: "2024-06-16", hours: 10, timeOffGiven: false },
        { date: "2024-06-12", hours: 2 },
        { date: "2024-06-10", hours: 8 },
        { date: "2024-07-01", hours: 3 },
      ),
    ],
    gives: { warnings: [] },
  },
  {
    name: "a hundredth more, time off given or not",
    evaluate: [
      policy,
      worked(
        { date: "2024-06-15", hours: 24, timeOffGiven: true },
        { date: "2024-06-16", hours: 12.01, timeOffGiven: true },
      ),
    ],
    gives: { amount: "0.00", warnings: [{ code: "over-monthly-limit", fields: ["overtime"] }] },
  },
  {
    name: "exactly a day of 24 hours",
    evaluate: [
      policy,
      worked(
        { date: "2026-11-28", hours: 14, timeOffGiven: false },
        { date: "2026-11-28", hours: 10, timeOffGiven: false },
      ),
    ],
    gives: { amount: "2400.00", warnings: [] },
  },
  {
    name: "more than 24 hours on one day, by two rows that are the same",
    evaluate: [
      policy,
      worked(
        { date: "2026-11-28", hours: 14, timeOffGiven: false },
        { date: "2026-11-28", hours: "14.00", timeOffGiven: false },
      ),
    ],
    gives: { amount: "2800.00", warnings: [{ code: "over-24-hours", fields: ["overtime"] }, { code: "repeated-row" }] },
  },
  {
    name: "the same hours of the same day are another row where time off was given for one of them",
    evaluate: [
      policy,
      worked(
        { date: "2026-11-28", hours: 4, timeOffGiven: false },
        { date: "2026-11-28", hours: 4, timeOffGiven: true },
      ),
    ],
    gives: { amount: "400.00", warnings: [] },
  },
  {
    name: "an empty table is an answer",
    evaluate: [policy, worked()],
    gives: { amount: "0.00", missing: [], rows: { overtime: [] }, warnings: [] },
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: { eligibility: "not-assessed", amount: null, missing: ["monthlyWage", "overtime"] },
  },
  {
    name: "bad cells, by row and column",
    evaluate: [
      policy,
      {
        monthlyWage: 0,
        overtime: [
          { date: "2019-12-31", hours: 1 },
          { date: "2026-02-29", hours: 1 },
          { date: "2024-06-12", hours: 0 },
          { date: "2024-06-12", hours: 24.5 },
          { date: "2024-06-12", hours: 1.001 },
          { date: "2024-06-15", hours: 1 },
        ],
      },
    ],
    throws: "InvalidInputError",
    problems: [
      { field: "monthlyWage", code: "out-of-range" },
      { field: "overtime", row: 0, column: "date", code: "out-of-range" },
      { field: "overtime", row: 1, column: "date", code: "invalid-date" },
      { field: "overtime", row: 2, column: "hours", code: "out-of-range" },
      { field: "overtime", row: 3, column: "hours", code: "out-of-range" },
      { field: "overtime", row: 4, column: "hours", code: "too-many-decimals" },
      { field: "overtime", row: 5, column: "timeOffGiven", code: "required" },
    ],
  },
  {
    name: "problems of rows come in the order of the rows",
    evaluate: [
      policy,
      { monthlyWage: 1, overtime: [{ date: "2024-06-12" }, 5, { date: "2024-06-12", hours: 1, x: 1 }] },
    ],
    throws: "InvalidInputError",
    problems: [
      { field: "overtime", row: 0, column: "hours", code: "required" },
      { field: "overtime", row: 1, code: "wrong-type" },
      { field: "overtime", row: 2, column: "x", code: "unknown-field" },
    ],
  },
  {
    name: "an unknown column",
    evaluate: [policy, worked({ date: "2024-06-12", hours: 1, factor: 2 })],
    throws: "InvalidInputError",
    problems: [{ field: "overtime", row: 0, column: "factor", code: "unknown-field" }],
  },
  {
    name: "time off is not asked on workdays and statutory holidays",
    evaluate: [
      policy,
      worked(
        { date: "2024-06-12", hours: 1, timeOffGiven: "maybe" },
        { date: "2024-06-10", hours: 1, timeOffGiven: "maybe" },
      ),
    ],
    gives: { amount: "225.00" },
  },
  {
    name: "the factors and where they come from",
    describe: [policy],
    gives: {
      audience: "citizen",
      status: "reference",
      parameters: [
        { id: "workdayFactor", value: "1.5", source: { section: "第四十四条（一）" } },
        { id: "restDayFactor", value: "2", source: { section: "第四十四条（二）" } },
        { id: "statutoryHolidayFactor", value: "3", source: { section: "第四十四条（三）" } },
        { id: "paidDaysPerMonth", value: "21.75" },
        { id: "hoursPerDay", value: "8" },
        { id: "dailyLimit", value: "3" },
        { id: "monthlyLimit", value: "36" },
      ],
    },
  },
];
