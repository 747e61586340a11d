// Random complete inputs of every policy, many of them on a boundary or next to one.

import { addDays, baseLimits, isStatutoryHoliday, isWorkday, sizeClasses } from "./oracle.mjs";

/** The same numbers again from the same seed (mulberry32). */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /**
   * An integer of min … max.
   * @param {number} min
   * @param {number} max
   */
  int(min, max) {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /**
   * @template T
   * @param {readonly T[]} list
   */
  pick(list) {
    return /** @type {T} */ (list[this.int(0, list.length - 1)]);
  }

  /**
   * One of the integers, or the one before or after it; never below 0.
   * @param {readonly number[]} integers
   */
  near(integers) {
    return Math.max(0, this.pick(integers) + this.int(-1, 1));
  }

  /** An integer of any magnitude up to a maximum. @param {number} max */
  scaled(max) {
    return Math.min(max, Math.floor(10 ** (this.next() * Math.log10(max + 1))));
  }

  /**
   * Rows of a table, none now and then.
   * @template T
   * @param {number} max
   * @param {() => T} row
   */
  rows(max, row) {
    return Array.from({ length: this.chance(0.05) ? 0 : this.int(1, max) }, row);
  }

  /** @param {readonly string[]} dates */
  dayNear(dates) {
    return addDays(this.pick(dates), this.int(-1, 1));
  }
}

const maxCount = 100_000_000;
const maxFen = 100_000_000_000_000;

/**
 * A number in one of the ways in which it may be given.
 * @param {Random} random
 * @param {string} text
 */
function written(random, text) {
  const [whole = "", ...decimals] = text.split(".");
  const grouped = [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
  const fullWidth = grouped.replace(/[\d,.]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
  return random.pick([Number(text), Number(text), text, grouped, fullWidth]);
}

/**
 * @param {Random} random
 * @param {number} integer
 */
const count = (random, integer) => written(random, String(integer));

/**
 * @param {Random} random
 * @param {number} hundredths
 */
const cents = (random, hundredths) => written(random, (hundredths / 100).toFixed(2));

/** Money: small sums that end on half a fen once multiplied, any sum, the bounds. @param {Random} random */
function money(random) {
  return cents(
    random,
    random.pick([random.int(0, 200), 5 * random.int(0, 4000), random.scaled(maxFen), random.pick([0, 1, maxFen])]),
  );
}

/** Mostly yes, so that other conditions decide. @param {Random} random */
const mostlyYes = (random) => random.chance(0.9);

/** @param {Random} random */
const size = (random) => random.pick(["large", "medium", "small", "micro"]);

/**
 * Whoever is left at the end, and natural attrition, for a layoff rate next to a limit or anywhere.
 * @param {Random} random
 * @param {number} start
 * @param {number[]} limits
 * @param {number} base what the rate is a fraction of
 */
function leavers(random, start, limits, base = start) {
  if (random.chance(0.2)) return { insuredAtEnd: random.scaled(maxCount), naturalAttrition: random.int(0, 40) };
  const lost = Math.round(base * random.pick(limits)) + random.int(-1, 1);
  const left = Math.max(0, start - lost);
  const insuredAtEnd = Math.min(left, random.pick([left, random.near([30, 31]), random.int(0, left)]));
  return { insuredAtEnd, naturalAttrition: left - insuredAtEnd };
}

/** Headcounts of which 5.5 %, 6 %, 3.62 % or 20 % are a whole number, those next to 30, and any. @param {Random} random */
function headcount(random) {
  return random.pick([
    random.int(1, 45),
    random.pick([30, 31, 35, 38]),
    200 * random.int(1, 30),
    5000,
    2 ** random.int(5, 26),
    random.int(1, 5000),
    Math.max(1, random.scaled(maxCount)),
  ]);
}

/**
 * @param {Random} random
 * @param {Record<string, number>} integers
 */
function counts(random, integers) {
  return Object.fromEntries(Object.entries(integers).map(([field, integer]) => [field, count(random, integer)]));
}

/** @param {Random} random */
function shanghaiRefund(random) {
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

/** @param {Random} random */
function onlineTraining(random) {
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

/**
 * @param {Random} random
 * @param {string} from
 * @param {string} to
 */
function anyDay(random, from, to) {
  return addDays(from, random.int(0, (Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** @param {Random} random */
function shanghaiWorkTraining(random) {
  const groups = ["difficultEmployment", "zeroEmploymentFamily", "recentGraduate", "registeredUnemployed"];
  const hire = () => ({
    employee: random.pick(["张三", "李四", "王五"]),
    category: random.chance(0.8) ? random.pick(groups) : "other",
    localHukou: mostlyYes(random),
    hiredOn: random.chance(0.5) ? "2021-05-06" : random.dayNear(["2021-01-01", "2021-12-31"]),
    insuredMonths: count(random, random.pick([0, 1, 5, 6, 7, 12])),
  });
  return {
    registeredOn: random.chance(0.5) ? "2015-06-01" : random.dayNear(["2021-01-01"]),
    paidAsRequired: mostlyYes(random),
    hires: random.rows(6, hire),
    claimsDifficult: random.chance(0.8),
    wagesPaid: mostlyYes(random),
    staffOnPost: count(random, random.pick([0, 1, random.int(2, 400), random.scaled(maxCount)])),
    revenues: random.rows(8, () => revenue(random)),
  };
}

/** A month's revenue, often next to 30 % of that of an earlier year. @param {Random} random */
function revenue(random) {
  const bases = [0, 0].map(() => random.pick([0, 10 * random.int(0, 1000), random.scaled(maxFen)]));
  const near = Math.max(0, Math.round(random.pick(bases) * 0.3) + random.int(-1, 1));
  const [base2020 = 0, base2019 = 0] = bases;
  const left = random.pick(["both", "revenue2020", "revenue2019"]);
  return {
    month: count(random, random.pick([random.int(1, 12), random.int(2, 5)])),
    revenue2021: cents(random, random.chance(0.8) ? near : random.scaled(maxFen)),
    revenue2020: left === "revenue2019" ? null : cents(random, base2020),
    revenue2019: left === "revenue2020" ? "" : cents(random, base2019),
  };
}

/** @param {Random} random */
function changzhouRefund(random) {
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

/** @param {Random} random */
function labourDispatch(random) {
  return {
    fromLowRiskArea: mostlyYes(random),
    ...counts(random, { workersByFebruary: anyCount(random), workersByMarch: anyCount(random) }),
  };
}

/** @param {Random} random */
const anyCount = (random) => random.pick([0, 1, random.int(2, 300), random.scaled(maxCount), maxCount]);

/** @param {Random} random */
function jobPlacement(random) {
  const placedWorkers = anyCount(random);
  const alsoClaimed = random.pick([0, placedWorkers, Math.max(0, placedWorkers - 1), random.int(0, placedWorkers)]);
  return {
    agencyKind: random.pick(["provincialIntegrity", "provincialPark", "provincialPark", "other"]),
    ...counts(random, { placedWorkers, alsoClaimedWorkTraining: alsoClaimed }),
  };
}

/** @param {Random} random */
function skillsTraining(random) {
  const row = () => ({
    employee: random.pick(["张三", "李四", "王五"]),
    occupation: random.pick(["电工", "焊工", "育婴员"]),
    catalogueAmount: money(random),
    onPost: mostlyYes(random),
    certified: mostlyYes(random),
  });
  return { certificates: random.rows(8, row) };
}

/** @param {Random} random */
function changzhouWorkTraining(random) {
  const insuredAt2019End = anyCount(random);
  const insuredAt2020End = random.chance(0.3)
    ? anyCount(random)
    : random.near([Math.min(insuredAt2019End, 99_999_999)]);
  return { ...counts(random, { insuredAt2019End, insuredAt2020End }), keepsStaff: mostlyYes(random) };
}

/** @param {Random} random */
function skillCertificate(random) {
  return {
    insuredInCity: mostlyYes(random),
    premiumMonths: count(random, random.pick([0, 11, 12, 13, random.int(0, 400)])),
    certificateLevel: random.pick(["junior", "intermediate", "senior"]),
    certified: mostlyYes(random),
  };
}

/** @param {Random} random */
function nationalRefund(random) {
  const insuredAtStart = headcount(random);
  const average = random.pick([100 * insuredAtStart, random.int(1, 50_000), 100 * headcount(random)]);
  const layoffFormula = random.pick(["netHeadcount", "monthlyAverage", "claimants"]);
  const base = layoffFormula === "monthlyAverage" ? average / 100 : insuredAtStart;
  const claimants = Math.floor((average / 100) * random.pick([0.055, 0.06, 0.2])) + random.int(0, 1);
  return {
    schemeYear: count(random, random.int(2021, 2026)),
    enterpriseSize: size(random),
    layoffFormula,
    ...counts(random, {
      insuredAtStart,
      ...leavers(random, insuredAtStart, [0.055, 0.06, 0.2], base),
      claimants: random.chance(0.8) ? Math.min(claimants, maxCount) : anyCount(random),
      smallUnitHeadcount: random.pick([30, 31, random.int(0, 60), anyCount(random)]),
      premiumMonths: random.pick([12, 12, 12, 11, 0]),
    }),
    averageInsured: cents(random, average),
    premiumsPaid: money(random),
    localRate: random.chance(0.3) ? null : localRate(random),
  };
}

/** A rate next to a national cap, or any. @param {Random} random */
function localRate(random) {
  const tenThousandths = random.chance(0.6) ? random.near([3000, 5000, 6000, 9000]) : random.int(0, 10_000);
  return written(random, (tenThousandths / 10_000).toFixed(4));
}

const calendar = Array.from({ length: 2557 }, (_, day) => addDays("2020-01-01", day));

/** Statutory days, other days off on a weekday, days worked at a weekend, and the days next to them. */
const specialDays = calendar.filter((date) => {
  const isWeekend = [0, 6].includes(new Date(date).getUTCDay());
  return isStatutoryHoliday(date) || isWorkday(date) === isWeekend;
});

/** @param {Random} random */
function overtimePay(random) {
  return {
    monthlyWage: cents(random, random.pick([1, 274_000, 2 * random.int(1, 2_000_000), 1 + random.scaled(maxFen - 1)])),
    overtime: random.pick([() => scatteredOvertime(random), () => busyMonth(random)])(),
  };
}

/** @param {Random} random */
function scatteredOvertime(random) {
  const days = random.pick([specialDays, calendar, calendar.slice(0, 3), calendar.slice(-3)]);
  return random.rows(8, () => {
    const date = random.chance(0.5) ? random.pick(days) : random.dayNear(days);
    const hundredths = random.pick([300, 301, 299, 150, 151, 1, 2400, random.int(1, 2400)]);
    return overtimeRow(random, isInCalendar(date) ? date : random.pick(days), hundredths);
  });
}

/** @param {string} date */
const isInCalendar = (date) => date >= "2020-01-01" && date <= "2026-12-31";

/** About 36 hours in one month, now and then with one day of the next. @param {Random} random */
function busyMonth(random) {
  const month = random.pick(calendar).slice(0, 7);
  const days = calendar.filter((date) => date.startsWith(month));
  const from = random.int(0, days.length - 13);
  const last = random.pick([300, 300, 301, 299]);
  const rows = days
    .slice(from, from + 12)
    .map((date, place) => overtimeRow(random, date, place === 11 ? last : 300, random.chance(0.2)));
  const after = addDays(days[days.length - 1] ?? "", 1);
  return isInCalendar(after) && random.chance(0.5) ? [...rows, overtimeRow(random, after, 1)] : rows;
}

/**
 * @param {Random} random
 * @param {string} date
 * @param {number} hundredths
 */
function overtimeRow(random, date, hundredths, timeOffGiven = random.chance(0.4)) {
  return { date, hours: cents(random, hundredths), timeOffGiven };
}

/** @param {Random} random */
function enterpriseSize(random) {
  const industry = random.pick(Object.keys(sizeClasses));
  const bounds = sizeClasses[industry] ?? {};
  /** @param {string} field @param {number} unit */
  const figure = (field, unit) => {
    const thresholds = (bounds[field] ?? [0]).map((least) => least * unit);
    return random.chance(0.8) ? random.near(thresholds) : random.scaled(10_000_000);
  };
  return {
    industry,
    employees: count(random, figure("employees", 1)),
    revenue: cents(random, figure("revenue", 100)),
    assets: cents(random, figure("assets", 100)),
  };
}

/** @param {Random} random */
function premiumEstimate(random) {
  const limits = baseLimits.flatMap(([, lower, upper]) => [100 * lower, 100 * upper]);
  const row = () => ({
    month: count(random, random.pick([3, 4, 5, 6, 7, random.int(1, 12)])),
    headcount: count(random, random.pick([0, 1, 3, random.int(1, 500), random.scaled(maxCount)])),
    averageBase: cents(random, random.chance(0.6) ? random.near(limits) : random.scaled(10_000_000)),
  });
  return { year: count(random, random.int(2019, 2025)), payroll: random.rows(14, row) };
}

/** @type {Record<string, (random: Random) => Record<string, unknown>>} */
export const generators = {
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
 * The same inputs with some of the answers taken away.
 * @param {Random} random
 * @param {Record<string, unknown>} inputs
 */
export function incomplete(random, inputs) {
  const entries = Object.entries(inputs).map(([field, answer]) => [
    field,
    random.chance(0.25) ? random.pick([undefined, null, ""]) : answer,
  ]);
  return Object.fromEntries(random.chance(0.5) ? entries : entries.filter(([, answer]) => answer !== ""));
}
