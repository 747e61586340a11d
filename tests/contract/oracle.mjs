// The contract a second time, in exact fractions and as plainly as it reads, to compare the package with.

// Only the data, which are days off and days worked at a weekend: the functions of the package are a day off west of UTC.
import chineseDays from "chinese-days/dist/chinese-days.json" with { type: "json" };

/** An exact rational number in lowest terms. */
export class Fraction {
  /**
   * @param {bigint} numerator
   * @param {bigint} denominator
   */
  constructor(numerator, denominator = 1n) {
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    this.numerator = numerator / divisor;
    this.denominator = denominator / divisor;
  }

  /**
   * Reads a number as a user may write it, with thousands separators or full-width digits.
   * @param {string | number} written
   */
  static of(written) {
    const text = String(written).normalize("NFKC").replace(/,/g, "").trim();
    const [whole = "", decimals = ""] = text.split(".");
    return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  /** @param {Fraction} other */
  plus(other) {
    const numerator = this.numerator * other.denominator + other.numerator * this.denominator;
    return new Fraction(numerator, this.denominator * other.denominator);
  }

  /** @param {Fraction} other */
  minus(other) {
    return this.plus(new Fraction(-other.numerator, other.denominator));
  }

  /** @param {Fraction} other */
  times(other) {
    return new Fraction(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @param {Fraction} other */
  over(other) {
    return new Fraction(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** @param {Fraction} other */
  atMost(other) {
    return this.minus(other).numerator <= 0n;
  }

  /** Decimal text with a fixed number of places, half up (away from zero). @param {number} places */
  toFixed(places) {
    const scale = 10n ** BigInt(places);
    const size = this.numerator < 0n ? -this.numerator : this.numerator;
    const rounded = (2n * size * scale + this.denominator) / (2n * this.denominator);
    const digits = String(rounded).padStart(places + 1, "0");
    const sign = this.numerator < 0n && rounded > 0n ? "-" : "";
    return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** As a decimal stands in `values`. */
  toString() {
    return this.toFixed(10).replace(/\.?0+$/, "");
  }
}

/**
 * @param {bigint} a
 * @param {bigint} b
 * @returns {bigint}
 */
function greatestCommonDivisor(a, b) {
  if (b === 0n) return a < 0n ? -a : a;
  return greatestCommonDivisor(b, a % b);
}

const zero = new Fraction(0n);
const one = new Fraction(1n);

/** @param {string | number} written */
const exact = (written) => Fraction.of(written);

/**
 * @param {Fraction} a
 * @param {Fraction} b
 */
const smaller = (a, b) => (a.atMost(b) ? a : b);

/**
 * @param {Fraction} a
 * @param {Fraction} b
 */
const larger = (a, b) => (a.atMost(b) ? b : a);

/** @param {Fraction[]} list */
const sum = (list) => list.reduce((total, each) => total.plus(each), zero);

/** Reading an answer that has not been given ends the computation that needs it. */
class NotGiven extends Error {}

/**
 * What a computation gives, or null while it lacks an answer.
 * @template T
 * @param {() => T} compute
 * @returns {T | null}
 */
function known(compute) {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NotGiven) return null;
    throw error;
  }
}

/** The answers of a form, or of one row of a table. */
class Form {
  /** @param {Record<string, unknown>} answers */
  constructor(answers) {
    this.answers = answers;
  }

  /** @param {string} field */
  has(field) {
    return ![undefined, null, ""].includes(/** @type {string | null | undefined} */ (this.answers[field]));
  }

  /** @param {string} field */
  get(field) {
    if (!this.has(field)) throw new NotGiven(field);
    return this.answers[field];
  }

  /** @param {string} field */
  text(field) {
    return String(this.get(field)).trim();
  }

  /** @param {string} field */
  number(field) {
    return exact(/** @type {string | number} */ (this.get(field)));
  }

  /** @param {string} field */
  yes(field) {
    return this.get(field) === true;
  }

  /** @param {string} table */
  rows(table) {
    return /** @type {Record<string, unknown>[]} */ (this.get(table)).map((row) => new Form(row));
  }
}

// Dates

/** @param {number} time */
const isoDate = (time) => new Date(time).toISOString().slice(0, 10);

/**
 * @param {string} date
 * @param {number} days
 */
export const addDays = (date, days) => isoDate(Date.parse(date) + days * 86_400_000);

/**
 * @param {string} date
 * @param {number} months
 */
function addMonths(date, months) {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** @param {string} date */
function isWeekend(date) {
  return [0, 6].includes(new Date(date).getUTCDay());
}

/** @param {string} date */
export function isWorkday(date) {
  return date in chineseDays.workdays || (!isWeekend(date) && !(date in chineseDays.holidays));
}

/**
 * The day that is so many working days after a date.
 * @param {string} date
 * @param {number} count
 * @returns {string}
 */
export function workdayAfter(date, count) {
  if (count === 0) return date;
  const next = addDays(date, 1);
  return workdayAfter(next, isWorkday(next) ? count - 1 : count);
}

const lunarCalendar = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  month: "numeric",
  day: "numeric",
});

/** Month and day of the lunar calendar, "8-15". @param {string} date */
function lunarDay(date) {
  const parts = lunarCalendar.formatToParts(Date.parse(date));
  return ["month", "day"].map((type) => parts.find((part) => part.type === type)?.value).join("-");
}

/** 清明 of 2020 … 2026. */
const tombSweepingDays = "2020-04-04 2021-04-04 2022-04-05 2023-04-05 2024-04-04 2025-04-04 2026-04-05".split(" ");

/** The days paid at 300 %: 11 a year, and 13 from 2025. @param {string} date */
export function isStatutoryHoliday(date) {
  const year = date.slice(0, 4);
  const fixed = ["01-01", "05-01", "10-01", "10-02", "10-03", ...(year >= "2025" ? ["05-02"] : [])];
  if (fixed.includes(date.slice(5)) || tombSweepingDays.includes(date)) return true;
  if (["1-1", "1-2", "1-3", "5-5", "8-15"].includes(lunarDay(date))) return true;
  if (date === "2020-10-04") return true; // the Mid-Autumn Festival fell on 1 October
  return year >= "2025" && lunarDay(addDays(date, 1)) === "1-1";
}

// Policies

/**
 * @typedef {{ accepted: boolean, reasons: string[] } | { class: string }} Row
 *
 * Every entry is computed by itself, as far as its answers are given.
 * @typedef {{
 *   conditions?: Record<string, () => boolean>,
 *   values: Record<string, () => Fraction | string>,
 *   amount?: () => Fraction,
 *   rows?: Record<string, () => Row[]>,
 *   warnings?: Record<string, () => boolean>,
 *   deadlines?: Record<string, () => string>,
 * }} Rules
 */

/**
 * The row's reasons, those of the pairs that apply.
 * @param {[string, boolean][]} pairs
 * @returns {{ accepted: boolean, reasons: string[] }}
 */
function judged(pairs) {
  const reasons = pairs.filter(([, applies]) => applies).map(([code]) => code);
  return { accepted: reasons.length === 0, reasons };
}

/**
 * @param {Form[]} rows
 * @param {(row: Form) => { accepted: boolean }} judge
 */
const acceptedOf = (rows, judge) => rows.filter((row) => judge(row).accepted);

/** @param {Form} form @returns {Rules} */
function shanghaiRefund(form) {
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

/** @param {Form} form @returns {Rules} */
function onlineTraining(form) {
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

/** @param {Form} form @returns {Rules} */
function shanghaiWorkTraining(form) {
  /** @param {Form} hire */
  const judge = (hire) =>
    judged([
      ["not-key-group", hire.text("category") === "other"],
      ["not-local", !hire.yes("localHukou")],
      ["outside-year", !hire.text("hiredOn").startsWith("2021-")],
    ]);
  /** @param {Form} hire */
  const worth = (hire) => smaller(hire.number("insuredMonths"), exact(6)).times(exact(300));
  const hireSubsidy = () => sum(acceptedOf(form.rows("hires"), judge).map(worth));
  const qualifyingMonths = () => {
    const months = form
      .rows("revenues")
      .filter(hasCollapsed)
      .map((row) => row.number("month").toString());
    return exact(Math.min(new Set(months).size, 3));
  };
  const difficultSubsidy = () => {
    if (!form.yes("claimsDifficult") || !form.yes("wagesPaid")) return zero;
    return form.number("staffOnPost").times(qualifyingMonths()).times(exact(200));
  };
  return {
    conditions: {
      registeredBefore2021: () => form.text("registeredOn") < "2021-01-01",
      paidAsRequired: () => form.yes("paidAsRequired"),
    },
    // The months are not asked, and so not counted, of those who do not claim as a difficult enterprise.
    values: { hireSubsidy, ...(form.answers.claimsDifficult ? { qualifyingMonths } : {}), difficultSubsidy },
    amount: () => hireSubsidy().plus(difficultSubsidy()),
    rows: { hires: () => form.rows("hires").map(judge) },
  };
}

/** Whether a month's revenue is down to 30 % of that of an earlier year. @param {Form} row */
function hasCollapsed(row) {
  return ["revenue2020", "revenue2019"]
    .filter((field) => row.has(field))
    .map((field) => row.number(field))
    .some((base) => base.numerator > 0n && row.number("revenue2021").atMost(base.times(exact("0.3"))));
}

/** @param {Form} form @returns {Rules} */
function changzhouRefund(form) {
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

/** The layoff rate against the monthly average. @param {Form} form */
function monthlyAverageRate(form) {
  const left = form.number("insuredAtStart").minus(form.number("insuredAtEnd"));
  return left.minus(form.number("naturalAttrition")).over(form.number("averageInsured"));
}

/** @param {Form} form @returns {Rules} */
function labourDispatch(form) {
  return {
    conditions: { fromLowRiskArea: () => form.yes("fromLowRiskArea") },
    values: {},
    amount: () =>
      form
        .number("workersByFebruary")
        .times(exact(300))
        .plus(form.number("workersByMarch").times(exact(200))),
  };
}

/** @param {Form} form @returns {Rules} */
function jobPlacement(form) {
  return {
    conditions: { qualifiedAgency: () => form.text("agencyKind") !== "other" },
    values: {},
    amount: () => form.number("placedWorkers").minus(form.number("alsoClaimedWorkTraining")).times(exact(1000)),
  };
}

/** @param {Form} form @returns {Rules} */
function skillsTraining(form) {
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

/** @param {Form} form @returns {Rules} */
function changzhouWorkTraining(form) {
  const netIncrease = () => larger(zero, form.number("insuredAt2020End").minus(form.number("insuredAt2019End")));
  return {
    conditions: { keepsStaff: () => form.yes("keepsStaff") },
    values: { netIncrease },
    amount: () => netIncrease().times(exact(500)),
  };
}

/** @type {Record<string, number>} */
const certificateAmounts = { junior: 1000, intermediate: 1500, senior: 2000 };

/** @param {Form} form @returns {Rules} */
function skillCertificate(form) {
  return {
    conditions: {
      insuredInCity: () => form.yes("insuredInCity"),
      premiumMonthsEnough: () => exact(12).atMost(form.number("premiumMonths")),
      certified: () => form.yes("certified"),
    },
    values: {},
    amount: () => exact(certificateAmounts[form.text("certificateLevel")] ?? Number.NaN),
  };
}

/** Caps of a scheme year, for large enterprises and for the others. @type {Record<string, [string, string]>} */
const nationalCaps = {
  2021: ["0.3", "0.6"],
  2022: ["0.5", "0.9"],
  2023: ["0.3", "0.6"],
  2024: ["0.3", "0.6"],
  2025: ["0.5", "0.9"],
  2026: ["0.3", "0.6"],
};

/** @param {Form} form @returns {Rules} */
function nationalRefund(form) {
  const year = () => form.number("schemeYear").toString();
  const layoffRate = () => nationalLayoffRate(form);
  const layoffRateLimit = () => {
    if (form.number("smallUnitHeadcount").atMost(exact(30))) return exact("0.2");
    return exact(year() === "2021" ? "0.06" : "0.055");
  };
  const nationalCap = () => {
    const [large, others] = nationalCaps[year()] ?? ["", ""];
    return exact(form.text("enterpriseSize") === "large" ? large : others);
  };
  const refundRate = () => (form.has("localRate") ? smaller(form.number("localRate"), nationalCap()) : nationalCap());
  return {
    conditions: {
      layoffRateWithinLimit: () => layoffRate().atMost(layoffRateLimit()),
      insuredTwelveMonths: () => year() < "2024" || exact(12).atMost(form.number("premiumMonths")),
    },
    values: { layoffRate, layoffRateLimit, nationalCap, refundRate },
    amount: () => form.number("premiumsPaid").times(refundRate()),
    warnings: {
      "national-cap": () => !form.has("localRate"),
      "above-cap": () => form.has("localRate") && !form.number("localRate").atMost(nationalCap()),
    },
  };
}

/** @param {Form} form */
function nationalLayoffRate(form) {
  const formula = form.text("layoffFormula");
  if (formula === "claimants") return form.number("claimants").over(form.number("averageInsured"));
  if (formula === "monthlyAverage") return monthlyAverageRate(form);
  const stayed = form.number("insuredAtEnd").plus(form.number("naturalAttrition"));
  return one.minus(stayed.over(form.number("insuredAtStart")));
}

/** @param {Form} form @returns {Rules} */
function overtimePay(form) {
  const rows = () => form.rows("overtime");
  /** @param {string} kind */
  const ofClass = (kind) => rows().filter((row) => dayClass(row.text("date")) === kind);
  const workdayHours = () => hoursOf(ofClass("workday"));
  const restDayHours = () => hoursOf(ofClass("restDay").filter((row) => !row.yes("timeOffGiven")));
  const statutoryHolidayHours = () => hoursOf(ofClass("statutoryHoliday"));
  const hourlyWage = () => form.number("monthlyWage").over(exact("21.75")).over(exact(8));
  const weightedHours = () =>
    workdayHours()
      .times(exact("1.5"))
      .plus(restDayHours().times(exact(2)))
      .plus(statutoryHolidayHours().times(exact(3)));
  return {
    values: { hourlyWage, workdayHours, restDayHours, statutoryHolidayHours },
    amount: () => weightedHours().times(hourlyWage()),
    rows: { overtime: () => rows().map((row) => ({ class: dayClass(row.text("date")) })) },
    warnings: {
      "over-daily-limit": () => anyAbove(ofClass("workday"), 10, 3),
      "over-monthly-limit": () => anyAbove([...ofClass("workday"), ...ofClass("restDay")], 7, 36),
      "over-24-hours": () => anyAbove(rows(), 10, 24),
      "repeated-row": () =>
        rows().some((row, place) =>
          rows()
            .slice(0, place)
            .some((other) => isSame(row, other)),
        ),
    },
  };
}

/** @type {Map<string, string>} */
const dayClasses = new Map();

/** @param {string} date */
function dayClass(date) {
  const found = dayClasses.get(date) ?? classify(date);
  dayClasses.set(date, found);
  return found;
}

/** @param {string} date */
function classify(date) {
  if (isStatutoryHoliday(date)) return "statutoryHoliday";
  return isWorkday(date) ? "workday" : "restDay";
}

/** @param {Form[]} rows */
const hoursOf = (rows) => sum(rows.map((row) => row.number("hours")));

/**
 * Whether the hours of any one day (10 characters of the date) or month (7) are above a limit.
 * @param {Form[]} rows
 * @param {7 | 10} length
 * @param {number} limit
 */
function anyAbove(rows, length, limit) {
  const periods = rows.map((row) => row.text("date").slice(0, length));
  return periods.some((period) => {
    const hours = hoursOf(rows.filter((row) => row.text("date").startsWith(period)));
    return !hours.atMost(exact(limit));
  });
}

/** Time off is asked on rest days only. @param {Form} one @param {Form} other */
function isSame(one, other) {
  const isRestDay = dayClass(one.text("date")) === "restDay";
  const [hours, otherHours] = [one.number("hours"), other.number("hours")];
  return (
    one.text("date") === other.text("date") &&
    hours.atMost(otherHours) &&
    otherHours.atMost(hours) &&
    (!isRestDay || one.yes("timeOffGiven") === other.yes("timeOffGiven"))
  );
}

/** Least figures of a large, a medium and a small enterprise, revenue and assets in 10 000 yuan. */
export const sizeClasses = /** @type {Record<string, Record<string, [number, number, number]>>} */ ({
  agriculture: { revenue: [20000, 500, 50] },
  manufacturing: { employees: [1000, 300, 20], revenue: [40000, 2000, 300] },
  construction: { revenue: [80000, 6000, 300], assets: [80000, 5000, 300] },
  wholesale: { employees: [200, 20, 5], revenue: [40000, 5000, 1000] },
  retail: { employees: [300, 50, 10], revenue: [20000, 500, 100] },
  transport: { employees: [1000, 300, 20], revenue: [30000, 3000, 200] },
  warehousing: { employees: [200, 100, 20], revenue: [30000, 1000, 100] },
  postal: { employees: [1000, 300, 20], revenue: [30000, 2000, 100] },
  accommodation: { employees: [300, 100, 10], revenue: [10000, 2000, 100] },
  catering: { employees: [300, 100, 10], revenue: [10000, 2000, 100] },
  telecommunications: { employees: [2000, 100, 10], revenue: [100000, 1000, 100] },
  software: { employees: [300, 100, 10], revenue: [10000, 1000, 50] },
  realEstate: { revenue: [200000, 1000, 100], assets: [10000, 5000, 2000] },
  propertyManagement: { employees: [1000, 300, 100], revenue: [5000, 1000, 500] },
  leasingBusiness: { employees: [300, 100, 10], assets: [120000, 8000, 100] },
  other: { employees: [300, 100, 10] },
});

/** @param {Form} form @returns {Rules} */
function enterpriseSize(form) {
  const size = () => {
    const bounds = Object.entries(sizeClasses[form.text("industry")] ?? {});
    /** @param {number} place */
    const reaches = (place) => bounds.every(([field, least]) => exact(least[place] ?? 0).atMost(form.number(field)));
    return ["large", "medium", "small"].find((_, place) => reaches(place)) ?? "micro";
  };
  return { values: { enterpriseSize: size } };
}

/** Limits of the monthly base in Shanghai: first month, lower, upper. */
export const baseLimits = /** @type {[string, number, number][]} */ ([
  ["2018-04", 4279, 21396],
  ["2019-04", 4699, 23496],
  ["2019-05", 4927, 24633],
  ["2020-07", 4927, 28017],
  ["2021-07", 5975, 31014],
  ["2022-07", 6520, 34188],
  ["2023-07", 7310, 36549],
  ["2024-07", 7384, 36921],
  ["2025-07", 7460, 37302],
]);

/** @param {Form} form @returns {Rules} */
function premiumEstimate(form) {
  /** @param {Form} row */
  const premium = (row) => {
    const month = `${form.number("year")}-${row.number("month").toString().padStart(2, "0")}`;
    const [, lower = 0, upper = 0] = baseLimits.filter(([from]) => from <= month).pop() ?? [];
    const base = smaller(larger(row.number("averageBase"), exact(lower)), exact(upper));
    return row.number("headcount").times(base).times(exact("0.01"));
  };
  const premiums = () => sum(form.rows("payroll").map(premium));
  return {
    values: { premiums },
    amount: premiums,
    warnings: { "relief-year": () => ["2020", "2022"].includes(form.number("year").toString()) },
  };
}

/** @type {Record<string, (form: Form) => Rules>} */
const policies = {
  "shanghai-2024-stabilisation-refund": shanghaiRefund,
  "shanghai-2022-online-training": onlineTraining,
  "shanghai-2021-work-training": shanghaiWorkTraining,
  "changzhou-2020-stabilisation-refund": changzhouRefund,
  "changzhou-2020-labour-dispatch": labourDispatch,
  "changzhou-2020-job-placement": jobPlacement,
  "changzhou-2020-skills-training": skillsTraining,
  "changzhou-2020-work-training": changzhouWorkTraining,
  "changzhou-2020-skill-certificate": skillCertificate,
  "national-stabilisation-refund": nationalRefund,
  "national-overtime-pay": overtimePay,
  "national-enterprise-size": enterpriseSize,
  "shanghai-premium-estimate": premiumEstimate,
};

/**
 * What the contract says of valid inputs; null for what they do not settle yet.
 * @typedef {{
 *   eligibility: string,
 *   amount: string | null,
 *   values: Record<string, string | null>,
 *   conditions: Record<string, boolean | null>,
 *   rows: Record<string, Row[] | null>,
 *   warnings: Record<string, boolean | null>,
 *   deadlines: Record<string, string | null>,
 * }} Expected
 */

/**
 * @param {string} policy
 * @param {Record<string, unknown>} inputs
 * @returns {Expected}
 */
export function expectedOf(policy, inputs) {
  const rules = policies[policy]?.(new Form(inputs));
  if (!rules) throw new Error(`no such policy: ${policy}`);
  const conditions = settled(rules.conditions, (met) => met);
  const eligibility = eligibilityOf(Object.values(conditions));
  return {
    eligibility,
    amount: amountOf(eligibility, rules.amount),
    values: settled(rules.values, String),
    conditions,
    rows: settled(rules.rows, (rows) => rows),
    warnings: settled(rules.warnings, (given) => given),
    deadlines: settled(rules.deadlines, (date) => date),
  };
}

/**
 * @template T, U
 * @param {Record<string, () => T> | undefined} computations
 * @param {(result: T) => U} convert
 * @returns {Record<string, U | null>}
 */
function settled(computations = {}, convert) {
  const entries = Object.entries(computations).map(([id, compute]) => [id, known(() => convert(compute()))]);
  return Object.fromEntries(entries);
}

/** @param {(boolean | null)[]} conditions */
function eligibilityOf(conditions) {
  if (conditions.length === 0) return "not-assessed";
  if (conditions.includes(false)) return "ineligible";
  return conditions.includes(null) ? "undetermined" : "eligible";
}

/**
 * @param {string} eligibility
 * @param {(() => Fraction) | undefined} compute
 */
function amountOf(eligibility, compute) {
  if (eligibility === "ineligible") return "0.00";
  if (eligibility === "undetermined" || !compute) return null;
  return known(() => compute().toFixed(2));
}
