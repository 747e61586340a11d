// Policy files as their authors write them, for editors: docs/policy-file.md describes the language.
import type { EngineSource, Instantiate, Options } from "../index.js";

/** As editors count, from 1; columns in UTF-16 units, as JavaScript counts the letters of a text. */
export interface Position {
  line: number;
  column: number;
}

/** What is replaced from one position up to another, and what by; where both are the same, it is written in. */
export interface TextEdit {
  from: Position;
  to: Position;
  text: string;
}

export interface PolicyMistake {
  /**
   * What kind of mistake it is, the same in both languages and in later versions: `missing-key`, `unknown-name`, `unit`, `boundary`,
   * `example-fails` …; `open` for what is still `待填`.
   */
  code: string;
  message: string;
  /** What to do about it, where that is known. */
  help?: string;
  /** Keys and indexes that lead there, such as `condition[2].formula`; of text that is no TOML, none. */
  path?: string;
  from: Position;
  to: Position;
  /** What mends it, where that is certain enough to be offered. To be made one mistake at a time: others may mend the same. */
  edits?: TextEdit[];
}

export interface CheckedPolicy {
  /** The JSON form of the policy file, as `addPolicy` of the package takes it; only where there is no mistake. */
  policy?: object;
  /** By where they are; the first 200. */
  mistakes: PolicyMistake[];
}

/** How a worked example fared. */
export interface ExampleOutcome {
  name: string;
  passed: boolean;
  from: Position;
  to: Position;
  /** What it says of its result, and what that is: texts as they stand under `expect`. */
  comparisons: {
    of: "eligibility" | "amount" | "values" | "missing" | "warnings" | "rows";
    /** Of a value its name, of rows the id of their table. */
    name?: string;
    holds: boolean;
    expected: string[];
    found: string[];
  }[];
  /** Why nothing could be computed. */
  problems: string[];
}

export interface Completions {
  /** What the file gives names to; `of` is the table of a column or of a value of its rows, or what a choice is a choice of. */
  names: {
    name: string;
    kind: "input" | "parameter" | "value" | "classification" | "table" | "column" | "row-value" | "choice";
    of?: string;
  }[];
  units: string[];
  functions: string[];
}

/** The files that belong to a policy file, as text. */
export interface FileOptions extends Options {
  /** Its English, where that is in a file of its own (`x.en.toml`). */
  english?: string;
  /** The `shared.toml` that it takes items from. */
  shared?: string;
}

/** Checks a policy file as `wengang check` does, worked examples included. Nothing is installed: give `policy` to `addPolicy` for that. */
export function checkPolicy(text: string, options?: FileOptions): CheckedPolicy;
/** The worked examples one by one; none where the rules have mistakes. */
export function runExamples(text: string, options?: FileOptions): ExampleOutcome[];
/**
 * What a formula at this position can be made of. The file may be half written. Within a table, names are the columns of that table
 * too; elsewhere those of all, for what is counted over rows.
 */
export function completions(text: string, position: Position): Completions;

/** Loads the checker. Needed in browsers only; in Node it is loaded by the first call. */
export default function init(
  moduleOrPath?: EngineSource | Promise<EngineSource>,
  fallback?: string | URL | Instantiate,
): Promise<void>;
