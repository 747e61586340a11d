/** A table of a register, for somebody to choose from. */
export interface TablePreview {
  /** What the sheet is called; absent for text. */
  sheet?: string;
  isHidden: boolean;
  /** The first rows with anything in them. */
  rows: { number: number; cells: string[] }[];
  /** The numbers of the first and the last row of what looks like the heading. */
  heading: [number, number];
  /** For each column what it is called, and the id of the field that is called so. */
  columns: { name: string; field?: string }[];
  /** The number of the last row, where it is known. */
  lastRow?: number;
}

/** What is wanted of a register; what is not said is found out. */
export interface WantedRegister {
  sheet?: string;
  /** The numbers of the first and the last row of the heading. */
  heading?: [number, number];
  /** The columns that are fields, each with the id of its field. */
  fields?: [column: number, field: string][];
}

/** Some rows and what they come to. Eligibility: 0 undetermined, 1 eligible, 2 ineligible, 3 not assessed, 254 blank, 255 faulty. */
export interface RegisterRows {
  /** The number of each row in the register. */
  numbers: Uint32Array;
  eligibility: Uint8Array;
  /** Yuan with two decimals; `null` where there is no amount. */
  amounts: (string | null)[];
  /** The values of the policy, row by row. */
  values: (string | boolean | null)[][];
  /** What is still to be answered, row by row, as the heading calls it. */
  missing: string[][];
  /** The cells of each row, with U+001F between them. */
  cells: string[];
  problems: { row: number; column?: number; field: string; message: string }[];
  /** How far it is: rows of a sheet, bytes of text. */
  position: number;
  /** The next bytes of the result file. */
  written: Uint8Array;
}

/** What cannot be read or has a wrong heading throws an `Error`; one of headings has `problems`. */
export function previewRegister(bytes: Uint8Array, pack: Uint8Array, english: boolean): TablePreview[];

/** A register on its way to its results. Between two calls it can be given up (`free`). */
export class RegisterRun {
  constructor(bytes: Uint8Array, pack: Uint8Array, wanted: WantedRegister, format: "csv" | "xlsx", english: boolean);
  /** The next rows, about so many at most; `undefined` at the end. */
  next(most: number): RegisterRows | undefined;
  /** The last bytes of the result file, and what is to be said, line by line. */
  finish(): { written: Uint8Array; words: string[]; rows: number; bad: number; blank: number; incomplete: number };
  free(): void;
}
