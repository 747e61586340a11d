/** Language of every human-readable text. */
export type Locale = "zh-CN" | "en";

/** Last, optional argument of every function. Only texts depend on `locale`, only a policy's `status` on `today`. */
export interface Options {
  locale?: Locale;
  /** `YYYY-MM-DD`; the current date in China (UTC+8) if left out, wherever the machine is. */
  today?: string;
}

/** In force today, no longer (or not yet) in force, or not tied to a period at all. */
export type Status = "in-force" | "expired" | "reference";

export interface PolicySummary {
  id: string;
  title: string;
  region: string;
  audience: "employer" | "citizen";
  /** Policies of one scheme in different cities and years share this id. */
  scheme: string;
  /** The year the subsidy is claimed for; null where the policy is not tied to one. */
  claimYear: number | null;
  status: Status;
  /** True for a policy that was added at run time, perhaps in the place of a built-in one; absent otherwise. */
  added?: true;
}

/** The policy that addPolicy has added. */
export interface AddedPolicy extends PolicySummary {
  added: true;
  /** Whether it took the place of a policy with its id, built in or added before. removePolicy brings a built-in one back. */
  replaced: boolean;
}

/** Where a rule or a figure stands. */
export interface Source {
  document: string;
  issuer?: string;
  number?: string;
  date?: string;
  section?: string;
  url?: string;
  /** `primary`: the issuer's own text. `secondary`: a report or a copy of it. */
  reliability: "primary" | "secondary";
  /** What the reader should know about how far this source can be trusted. */
  note?: string;
}

/** An answer of the type `choices` is a list of ids, of as many choices as hold: an empty one says that none does. */
export type InputType =
  | "count"
  | "money"
  | "number"
  | "percentage"
  | "date"
  | "text"
  | "choice"
  | "choices"
  | "boolean";

export interface Choice {
  id: string;
  label: string;
  /** For what can be answered: its other names, such as those in the other language. */
  also?: string[];
}

/** One field of a form, or one column of a table. Bounds are decimal strings or `YYYY-MM-DD`. */
export interface InputDescription {
  id: string;
  label: string;
  help?: string;
  type: InputType;
  /** Of text that is the same whatever its width, case and spaces; of the last two, the check digit has to be right. */
  format?: "identifier" | "identity-number" | "credit-code";
  /** The form of a text, from end to end: `#` is a digit, `@` a letter, all else itself. */
  pattern?: string;
  unit?: string;
  /** Of `choices` how many may be chosen together; of all others what may be filled in. */
  min?: string;
  max?: string;
  /** True where the value must be greater than `min`, not equal to it. */
  minExclusive?: boolean;
  /** Decimal places allowed. */
  decimals?: number;
  choices?: Choice[];
  /** The condition under which the field is asked, as text; absent where it is always asked. */
  when?: string;
  /** True where the answer may be left out for good. */
  optional: boolean;
  /** How the answer can be worked out: by another policy's value (or `amount`), or as the mean of monthly figures. */
  helper?:
    | { kind: "policy"; policy: string; value: string; inputs: Record<string, unknown> }
    | { kind: "monthly-average" };
  /**
   * What of the months of one year the answer is: December of the year before, January, December, the mean of the twelve, or what
   * they come to. All but sums that have the same unit are of the same figures, such as headcounts.
   */
  months?: "before" | "first" | "last" | "average" | "sum";
  source?: Source;
  quote?: string;
  /** For columns: other names under which people's own tables have it, such as those in the other language. */
  also?: string[];
}

export interface TableDescription {
  id: string;
  label: string;
  help?: string;
  /** The condition under which the table is asked, as text. */
  when?: string;
  columns: InputDescription[];
  /** Values computed for each row; its result has them by id. */
  values: ValueDescription[];
  /** Reasons for which a row may be turned down, by code. */
  reasons: { code: string; message: string; source?: Source; quote?: string }[];
  maxRows: number;
  /** How few rows are too few; absent where there is no such number. */
  minRows?: number;
  source?: Source;
  quote?: string;
}

export interface ValueDescription {
  id: string;
  label: string;
  type: InputType;
  unit?: string;
  formula: string;
  /** Ids of the inputs, tables, parameters and values that the formula names. */
  uses: string[];
  choices?: Choice[];
  source?: Source;
  quote?: string;
}

export interface ParameterDescription {
  id: string;
  label: string;
  /** The figure for the claim year, a plain decimal; percentages are fractions. null where it depends on another date. */
  value: string | null;
  display: string | null;
  unit?: string;
  /** Where the latest figure stands. */
  source: Source;
  quote?: string;
  /** Last day that the figures cover; absent where they hold for good. */
  until?: string;
  /** What choices tell the figures apart by, one after another: labels of inputs, columns or values. */
  by?: string[];
  /** Every figure with the date from which it holds (null: throughout). */
  history: FigureDescription[];
}

/** A figure, or the figures that choices or steps of a scale tell apart; a figure can be a day. */
export interface FigureDescription {
  from: string | null;
  value?: string;
  display?: string;
  /** Of each choice, or combination of choices, or step of a scale (`of`, in words), the figure. */
  figures?: { of: string; value: string; display: string }[];
  source: Source;
  quote?: string;
}

/** A row for each month from a first one on; rows of a result have its values, `month` (the first day of the month) and `number`. */
export interface ScheduleDescription {
  id: string;
  label: string;
  /** The formula of a day in the first month, and of how many months there are. */
  first: string;
  count: string;
  columns: { id: string; label: string }[];
  values: ValueDescription[];
  /** The formula of what a month is worth. */
  rowAmount?: string;
  source?: Source;
  quote?: string;
}

/** Another way to read the notice: what would be computed, set or filled in otherwise. */
export interface ReadingDescription {
  id: string;
  label: string;
  text?: string;
  values: { id: string; label: string; formula: string }[];
  parameters: { id: string; label: string; value: string; display: string }[];
  definitions: { id: string; label: string; text: string }[];
  source?: Source;
  quote?: string;
}

/** What readers look for a policy under. */
export type Topic = "retention" | "training" | "hiring" | "pay" | "figures";

export interface FaqItem {
  question: string;
  list:
    | "parameters"
    | "inputs"
    | "tables"
    | "values"
    | "conditions"
    | "amount"
    | "deadlines"
    | "schedules"
    | "readings"
    | "warnings"
    | "hints"
    | "procedure"
    | "contacts"
    | "notes"
    | "exclusions"
    | "unexpressed";
  index: number;
  column?: number;
}

export interface Description extends PolicySummary {
  summary: string;
  /**
   * Differs where anything that the policy says differs; links keep it, to tell whether the rules have changed since.
   * 24 hexadecimal digits of a SHA-256 sum: nobody can write another policy that has the same. A draft’s begins with `draft-`.
   */
  version: string;
  topic?: Topic;
  /** What people call it beside its own words. */
  keywords: string[];
  /** Days from and to which the policy is in force; null where open or not tied to a period. */
  effective: { from: string | null; to: string | null };
  /** The day on which figures and rules were last compared with the sources; absent where that is not known. */
  checkedOn?: string;
  inputs: InputDescription[];
  tables: TableDescription[];
  /** Ids of inputs and tables in the order in which a form asks them. */
  order: string[];
  parameters: ParameterDescription[];
  values: ValueDescription[];
  /** Absent where there are none; so are `readings`. */
  schedules?: ScheduleDescription[];
  readings?: ReadingDescription[];
  conditions: {
    id: string;
    label: string;
    formula: string;
    uses: string[];
    /** Where the condition compares one figure with another: the ids of values, inputs or parameters. */
    comparison?: { value: string; sign: "≤" | "≥" | "<" | ">" | "=" | "≠"; limit: string };
    source?: Source;
    quote?: string;
  }[];
  /** null for policies that answer no amount. */
  amount: { label: string; formula: string; uses: string[]; source?: Source; quote?: string } | null;
  deadlines: { id: string; label: string; formula: string; uses: string[]; source?: Source; quote?: string }[];
  warnings: { code: string; message: string; fields: string[] }[];
  /** Answers that are allowed but hardly ever right: together, or outside their usual range. */
  hints: { code: string; message: string; fields: string[] }[];
  /**
   * The steps. Whose one is, is said in words (`who`) and as a condition (`when`), or neither where it is everybody’s; which of them
   * are the applicant’s is in the assessment. `by` is the id of a deadline, `missed` what becomes of those who miss it.
   */
  procedure: {
    title: string;
    text: string;
    source?: Source;
    quote?: string;
    who?: string;
    when?: string;
    duty?: "none" | "confirm" | "apply";
    by?: string;
    missed?: string;
    /** What is handed in; `waived` where the notice says that it need not be. */
    materials?: { name: string; help?: string; waived?: true }[];
  }[];
  /** Where one applies, if that is done on the web. */
  apply?: { name: string; url: string };
  /** What the applicant verifies before confirming; `shows` is the id of a value or an input, or `amount`. */
  checklist: { text: string; shows?: string }[];
  contacts: { name: string; office: string; channel?: string; phone?: string }[];
  sources: Source[];
  notes: { text: string; source?: Source; quote?: string }[];
  /** Policies that cannot be had together with this one. */
  exclusions: { policy: string; text: string; source?: Source; quote?: string }[];
  /** What the notice says and the policy does not work out, and why. */
  unexpressed: { text: string; reason: string; source?: Source; quote?: string }[];
  /**
   * What in it answers questions that many people ask, where anything does: the id of the question, and where the item stands in this
   * description; of a column, `list` and `index` are those of its table.
   */
  faq?: FaqItem[];
  /** What has changed in the rules or in what is known about them. */
  changes: { date: string; text: string }[];
  /** What is known of single places, where the policy leaves something to them; nothing of it counts unless it is filled in. */
  locals: LocalRules[];
  examples: WorkedExample[];
}

export interface WorkedExample {
  name: string;
  inputs: Record<string, unknown>;
  /** Whose example it is, where a notice, a reply or a published list has it. */
  source?: Source;
  quote?: string;
}

/** The answers that a place's own notice gives. */
export interface LocalRules {
  place: string;
  /** The year of the notice; what it says may have changed since. */
  year?: number;
  /** Only where each of these fields has one of these answers. */
  when: Record<string, string[]>;
  inputs: Record<string, unknown>;
  /** Fields whose answer is that of another. */
  same: Record<string, string>;
  note?: string;
  source?: Source;
  quote?: string;
}

export interface Condition {
  id: string;
  label: string;
  /** null while an input that decides it is missing. */
  met: boolean | null;
  explanation: string;
  source?: Source;
}

export interface Step {
  id: string;
  label: string;
  formula: string;
  /** The formula with the numbers in it. */
  substituted: string;
  /** As in `values`: a plain decimal, a date, a choice's id, `true` or `false`; the amount with two decimals. */
  value: string;
  /** The value as a reader wants it: `2%`, `7,380.00元`, `是`. */
  display: string;
  unit?: string;
  source?: Source;
}

export interface RowResult {
  accepted: boolean;
  reasons: { code: string; message: string }[];
  /** What the row is worth, in yuan with two decimals. */
  amount?: string;
  /** Values computed for the row, by the ids that `describe` gives them. */
  [value: string]: string | boolean | { code: string; message: string }[] | undefined;
}

export interface Assessment {
  policy: string;
  eligibility: "eligible" | "ineligible" | "undetermined" | "not-assessed";
  /** Yuan with two decimals, `"7380.00"`; null while unknown and for policies without an amount. */
  amount: string | null;
  /** What the amount consists of, in the order taken; absent where it is not one of several, or not known. They add up to it. */
  parts?: { id: string; label: string; amount: string }[];
  values: Record<string, string | boolean>;
  conditions: Condition[];
  /** Ids of the inputs still needed, in the order to ask them. */
  missing: string[];
  /** Of each table that is given, and of each schedule of what is paid. */
  rows?: Record<string, RowResult[]>;
  steps: Step[];
  deadlines: { id: string; label: string; date: string }[];
  /**
   * Those of the policy that apply, and two that any may give: `no-deadline` where a date that only gives a deadline leads
   * beyond what is known, as the holidays of a year to come (that deadline is left out), and `no-result` where there is none
   * although nothing is left to ask (checked policies have no such case as far as choices and yes or no lead there).
   */
  warnings: { code: string; message: string; fields: string[] }[];
  /** What comes out by other readings of the notice, whether it differs or not; absent where there are none. */
  readings?: {
    id: string;
    label: string;
    eligibility: Assessment["eligibility"];
    amount: string | null;
    /** Inputs that it still waits for; where they are all that is open, they are at the end of `missing` too. */
    missing: string[];
    source?: Source;
  }[];
  /** What the reader may want to look at again, without effect on anything else; absent where there is nothing. */
  hints?: { code: string; message: string; fields: string[] }[];
  /** The steps of the description, in its order, and whether each is the applicant’s; absent where all are everybody’s. */
  procedure?: { title: string; applies: boolean | null }[];
}

export type ProblemCode =
  | "unknown-field"
  | "wrong-type"
  | "not-a-number"
  | "not-an-integer"
  | "out-of-range"
  | "too-many-decimals"
  | "unknown-choice"
  | "repeated-choice"
  | "invalid-date"
  | "too-many-rows"
  | "required";

export interface InputProblem {
  /** Empty where the inputs as a whole are meant. A name of more than 200 characters is cut off. */
  field: string;
  /** Index of the table row, from 0. */
  row?: number;
  column?: string;
  code: ProblemCode;
  message: string;
}

/**
 * What a form sends: field id to answer. null, undefined and "" mean "not given yet". Own properties of plain objects count,
 * and nothing below the rows of a table. A text of more than 10 000 characters is no answer (`out-of-range`, unless it is
 * wrong anyway), and all together are at most five million values and a hundred million characters.
 */
export type Inputs = Record<string, unknown> | null | undefined;

/** The current date in China, `YYYY-MM-DD`: what `today` is unless it is given. */
export function currentDate(): string;
export function policies(options?: Options): PolicySummary[];
export function describe(policyId: string, options?: Options): Description;
export function evaluate(policyId: string, inputs: Inputs, options?: Options): Assessment;
/**
 * A form as it stands. Nothing in it is an error: what is wrong with an answer is among the problems, and the rest counts.
 */
export interface Situation {
  /** What follows from the answers that are good; `rows` has the good rows only. */
  assessment: Assessment;
  /** Ids of the inputs and tables to ask, in order. */
  asked: string[];
  /** What is wrong with the others, `row` by its place among those given. They count as not given, bad rows as not there. */
  problems: InputProblem[];
  /** Every answer that could be read, as `evaluate` takes it: `"1.23 万元"` is `"12300"`, `"5.5"` per cent `"0.055"`. Rows keep their places, good or bad. */
  inputs: Record<string, string | boolean | string[] | Record<string, string | boolean>[]>;
}

/**
 * The same policy on answers as people type them, in a form with units beside its fields: text may have units, multiples of
 * 万 and 亿, days in any usual form, 是 and 否, labels of choices; a bare percentage is per cent. What is not certain is refused.
 */
export function situation(policyId: string, answers: Inputs, options?: Options): Situation;
/**
 * A figure as people type and paste it (`"￥1.23 万元"`) as a plain decimal (`"12300"`) in a unit, which is named as `describe`
 * names it; undefined where it is not certain what is meant.
 */
export function readNumber(text: string, unit?: string): string | undefined;
/** A day as people type and paste it (`"2024年3月15日"`) as `YYYY-MM-DD`; undefined where it is none, or not certain which. */
export function readDate(text: string): string | undefined;
/** Ids of the inputs and tables that are asked in this situation, in order; those with a bad value count as not given. */
export function asked(policyId: string, inputs: Inputs, options?: Options): string[];
/**
 * The values of one count for which the result is `eligible`, all else equal. A value that has no result, as the amount
 * cannot be computed exactly, is in no range. A field that is not asked in this situation (see `asked`) changes nothing: its
 * ranges are all that may be filled in, or none.
 */
export function eligibleRanges(
  policyId: string,
  inputs: Inputs,
  field: string,
  options?: Options,
): [from: number, to: number | null][];

/** Values of one count, one after another, with which those of another that are eligible are the same. */
export interface Strip {
  from: number;
  /** null where there is no bound but the general one. */
  to: number | null;
  /** As `eligibleRanges` gives them; at least one. */
  ranges: [from: number, to: number | null][];
}

/**
 * The values of two counts for which the result is `eligible`, all else equal: strips in the order of the first, and in each the
 * ranges of the second. Between strips there are none. A count that is not asked changes nothing, as in `eligibleRanges`.
 * `out-of-range` where the boundary is too long to be told, such as one that goes on without end.
 */
export function eligibleRegion(
  policyId: string,
  inputs: Inputs,
  fields: [first: string, second: string],
  options?: Options,
): Strip[];

/**
 * Between what the amount can still lie while answers are missing; optional ones count as not given. null where that cannot be
 * told, or has no bound but that of what may be filled in.
 */
export function amountRange(
  policyId: string,
  inputs: Inputs,
  options?: Options,
): { least: string | null; most: string | null };

/** A situation, with how it differs from the answers that were given. */
export interface Account {
  /** Other readings of the notice by which it is worked out, as `describe` lists them. */
  readings: { id: string; label: string; text?: string; source?: Source }[];
  /** Answers that are others, in the order of the inputs. */
  changes: {
    field: string;
    label: string;
    /** The answer that was given, as `evaluate` takes it (a mean that is no decimal to 10 places); null where none was. */
    from: string | boolean | null;
    fromDisplay: string | null;
    to: string | boolean;
    toDisplay: string;
    /** Other choices with which all figures are the same. */
    or: { to: string | boolean; toDisplay: string }[];
    /** Readings by which something else is to be filled in here, and what: a reason why the answer may be another. */
    definitions: { reading: string; label: string; text: string }[];
  }[];
  /** What is shown, in the order given, beside what is worked out. */
  figures: {
    /** Of a value, `eligibility` or `amount`. */
    id: string;
    label: string;
    shown: string;
    /** As in `values`, the amount before it is rounded; of `eligibility`, `eligible` or `ineligible`. null while it is open. */
    value: string | boolean | null;
    display: string | null;
    /**
     * `exact`: the same; `rounded`: rounds half up to it at the last digit shown; `truncated`: does not, but is cut off to it.
     * null where it does not come to what is shown.
     */
    how: "exact" | "rounded" | "truncated" | null;
    /** What is shown less what is worked out, of numbers that differ; to 10 places. */
    remains: string | null;
  }[];
  /** All that follows, with the steps: those of another reading have its formulas and sources. */
  assessment: Assessment;
}

export interface Reconciliation {
  /** With the answers that were given. */
  own: Account;
  /** At most 20 that come to all that is shown: fewest changed answers first, then fewest readings, then the smallest change. */
  matches: Account[];
  /** Where nothing matches, the reading that comes nearest, with all answers as given; null where nothing can be told. */
  nearest: Account | null;
  /** Inputs without which more could not be looked at, and that are not bounded by choice. */
  missing: string[];
  searched: {
    /** Readings taken alone and together, the rule itself among them. */
    readings: number;
    /** Situations that were worked out in full; a number that has to be another is solved for, not tried. */
    situations: number;
    /** Whether the search came to its end. */
    complete: boolean;
    /** Matches beyond those listed. */
    more: number;
  };
}

/**
 * Why does the authority show another figure? `shown` is what it shows: values by their ids, `amount` and `eligibility`
 * (`eligible` or `ineligible`) as text, exactly as displayed (`"5.50%"`, `"7,380.00"`; a share without its sign is a
 * fraction), for the digits count; and inputs that it shows (`enterpriseSize`), which are taken for answered so. At least one
 * of it is no input.
 *
 * Searched are: the rule and each of the policy’s other readings, and readings together that are of different things (at most
 * 128 sets); with each of them, one choice, one yes or no, or one number that is another (a count by whole ones, money by
 * fen, other numbers by hundredths, shares by hundredths of a per cent), the nearest in each direction. Choices and yes or no
 * that the figures wait for are taken in every way, at most 256; numbers that are missing are not guessed. What a part of is
 * enough is not listed, but each single reading that gives what is shown is. The search ends after 20 000 evaluations.
 */
export function reconcile(policyId: string, inputs: Inputs, shown: Inputs, options?: Options): Reconciliation;

/** What one profile comes to under every policy. */
export interface Portfolio {
  assessments: Assessment[];
  combination: Combination;
}

/** The subsidies that together come to most without excluding one another. */
export interface Combination {
  policies: string[];
  /** Yuan with two decimals, as all amounts here. */
  total: string;
  leftOut: {
    policy: string;
    amount: string;
    /** Those of the chosen that it cannot be had together with. */
    excludedBy: string[];
    /** How much less the best combination with it would come to. */
    less: string;
    explanation: string;
  }[];
}

/**
 * One answer a row; all columns have the same length: at most ten million rows, and fifty million answers in all
 * (`too-many-rows`).
 */
export type ColumnValues = ArrayLike<unknown>;

export interface ColumnOptions extends Options {
  /** Ids of computed values to be returned as columns. */
  values?: string[];
}

export interface ColumnResults {
  /** 0 undetermined, 1 eligible, 2 ineligible, 3 not assessed, 255 a row with errors. */
  eligibility: Uint8Array;
  /**
   * Fen; -1 where the amount is unknown or the policy has none. A row whose amount 64 bits do not hold is out of range.
   * Engines without BigInt (iOS before 14, Chromium before 67) get a Float64Array, NaN where a number is not exact.
   */
  amountFen: BigInt64Array;
  errors: { row: number; field: string; code: ProblemCode; message: string }[];
  /** The values asked for, as in `Assessment.values`; null where one could not be computed. */
  values: Record<string, (string | boolean | null)[]>;
}

/** The policy over many rows. A bad row never spoils the others. */
export function evaluateColumns(
  policyId: string,
  columns: Record<string, ColumnValues>,
  options?: ColumnOptions,
): ColumnResults;
/** Every policy at once. Each takes those fields of the profile that it knows. */
export function assess(profile: Inputs, options?: Options): Portfolio;
/**
 * The best combination of amounts worked out one by one, by policy: `combine({ "changzhou-2020-job-placement": "3000.00", … })`.
 * Amounts not known yet (null), of nothing, or of what is no subsidy have no part in it.
 */
export function combine(amounts: Record<string, string | number | null>, options?: Options): Combination;
/**
 * Adds a policy, or replaces the one with its id, from its pack: the file that `wengang pack` writes, of at most 1 MiB; its id.
 * Whatever else the bytes are, the engine refuses them with a PolicyPackError, and goes on. No hash tells who has written a pack: add
 * those that come from where you trust.
 */
export function addPack(pack: Uint8Array | ArrayBuffer, options?: Options): string;
/**
 * Adds an earlier version of a policy, from its pack, beside the present one: the name that it goes by in all functions which take a
 * policy's id, `"<id>@<version>"`. No list has it, and nothing but that name leads to it. What is no pack is refused as by `addPack`.
 */
export function addEarlier(pack: Uint8Array | ArrayBuffer, options?: Options): string;
/**
 * Fetches an earlier version of a policy from `earlier/` of the folder of packs, and adds it as `addEarlier` does. PolicyPackError where
 * it is not there, not whole, or holds another policy or version than the one asked for: then nothing of it can be called.
 */
export function loadEarlier(policyId: string, version: string): Promise<string>;
/** The version of the engine; with a policy's version it says what a result rests on. */
export function engineVersion(): string;
/**
 * Loads policies of the catalogue: their packs are fetched, and compared with the hashes that it lists. PolicyPackError for a pack
 * that is not there or not what it should be, UnknownPolicyError for an id that the catalogue does not have; the others are loaded all the same.
 */
export function load(...policyIds: string[]): Promise<void>;
/** Fetches the whole catalogue, after `init` with `entry`. Otherwise, and once it is there, nothing happens. */
export function loadCatalogue(): Promise<void>;
/** What the catalogue says of each policy, loaded or not, in both languages. Policies that were added are not among them. */
export function catalogue(): CatalogueEntry[];
/** Ids of the policies that can be evaluated now: all of them, but after `init` with `policies` or `packs` those that were loaded. */
export function loaded(): string[];
/** Adds a policy, or replaces the one with its id, from the JSON form of a policy file: at most 20 000 values, nested 20 deep. */
export function addPolicy(policy: object, options?: Options): AddedPolicy;
/**
 * Takes a policy that was added away again. The built-in one with its id comes back and is given; null where there is none.
 * UnknownPolicyError where none with this id was added.
 */
export function removePolicy(policyId: string, options?: Options): PolicySummary | null;

/**
 * Thrown for a pack that cannot be used: its end is missing; it is not as it was published; it has a format that this version does
 * not read; it is something else, or holds no policy that passed the checks; or it takes the whole engine (only where a page has
 * begun with less).
 */
export class PolicyPackError extends Error {
  readonly reason: "truncated" | "altered" | "unknown-version" | "malformed" | "whole-engine";
}
/** Thrown for a policy that the catalogue has, and that is not loaded. */
export class PolicyNotLoadedError extends Error {
  readonly policy: string;
}
/** Thrown by addPolicy; lists all mistakes with their place, such as `condition[2].formula`. */
export class InvalidPolicyError extends Error {
  readonly mistakes: { path: string; message: string; help?: string }[];
}
/** Thrown for bad input; lists all problems at once. */
export class InvalidInputError extends Error {
  readonly problems: InputProblem[];
}
/** Thrown for a policy id that does not exist. An id of more than 200 characters is cut off. */
export class UnknownPolicyError extends Error {
  readonly policyId: string;
}

/**
 * Instantiates the engine by other means than `WebAssembly`: from its imports to its exports, or to what has them, such as
 * what WXWebAssembly.instantiate gives. `wengang_bg.wasm.js` exports one by default: the engine as plain JavaScript.
 */
export type Instantiate = (imports: WebAssembly.Imports) => unknown;

/** Where the engine is, as WebAssembly, or what instantiates it; `wengang_bg.wasm` beside the package's module by default. */
export type EngineSource = string | URL | Request | Response | BufferSource | WebAssembly.Module | Instantiate;

/** What `catalogue.json` says of a policy; `zh` and `en` where it is text. */
export interface CatalogueEntry {
  id: string;
  title: Record<"zh" | "en", string>;
  region: Record<"zh" | "en", string>;
  summary: Record<"zh" | "en", string>;
  keywords: string[];
  audience: "employer" | "citizen";
  scheme: string;
  topic?: string;
  claimYear: number | null;
  effective: { from: string | null; to: string | null };
  version: string;
  /** SHA-256 of what the pack holds, in hexadecimal digits. */
  hash: string;
  bytes: number;
  /** Its pack, beside the catalogue. */
  file: string;
  /** Of policies with something that few have: the engine that a page may begin with does not read them. */
  engine?: "whole";
}

/**
 * Where packs are: the address of a folder with `catalogue.json`; or the catalogue, and what gives a file of it. What is read at
 * once needs no `load`: each policy is read when it is first needed.
 */
export type Packs =
  | string
  | URL
  | { catalogue: string | { policies: CatalogueEntry[] }; read: (file: string) => Uint8Array }
  | { catalogue: string | { policies: CatalogueEntry[] }; fetch: (file: string) => Promise<Uint8Array> };

export interface InitOptions {
  /** The policies to load. Without it, all; or `entry`, where that is given. */
  policies?: string[];
  /** Where they are; the package's own `packs/` by default. */
  packs?: Packs;
  /**
   * The policy to begin with: of the catalogue its line is fetched, with those of what came after it (`<id>.entry.json`), and its pack;
   * `policies()` lists no more until `loadCatalogue`. Where a folder has no such file, the catalogue is fetched as ever.
   */
  entry?: string;
  module?: EngineSource | Promise<EngineSource>;
  fallback?: string | URL | Instantiate;
}

/**
 * Puts the whole engine in the place of `wengang_first.wasm`, with which a page may begin: that has what a form and its result need
 * (`policies`, `describe`, `evaluate`, `situation`, `asked`, `readNumber`, `readDate`), and not the rest. Where the whole one is there, nothing
 * happens.
 */
export function complete(
  moduleOrPath: EngineSource | Promise<EngineSource>,
  fallback?: string | URL | Instantiate,
): Promise<void>;

/**
 * Loads the engine, with all policies of the package. Needed in browsers only; in Node it is loaded by the first call.
 *
 * With `policies` the engine comes without any, and then the catalogue and these alone: `policies()` lists all of the catalogue, `load`
 * loads more, and one that is not loaded throws a PolicyNotLoadedError. Where policies come from is settled by the first call.
 *
 * Where WebAssembly is missing or refused (old engines, a content security policy without `'wasm-unsafe-eval'`), or the server
 * does not give the module (an error, or a page in its place), the same engine is loaded as JavaScript from `fallback`
 * (`wengang_bg.wasm.js` beside this module), and the console says so. A network that fails is an error: try again.
 *
 * After any error the functions go on working. Should the engine be stopped halfway (the caller's stack or the machine's memory
 * is used up), that error is thrown as it is, and another instance takes its place, with the policies that were added: at the
 * next call, or, in browsers of before 2023 on the page's own thread, before the next event.
 */
export default function init(
  moduleOrPath?: EngineSource | Promise<EngineSource>,
  fallback?: string | URL | Instantiate,
  options?: InitOptions,
): Promise<void>;
export default function init(options: InitOptions): Promise<void>;
