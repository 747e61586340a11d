import { currentDate, describe } from "wengang";
import { fromInputs, isEmpty, newRow, rowsOf, textOf } from "../../../www/answers/answers.js";
import { evaluateAnswers } from "../../../www/answers/evaluation.js";
import { headlineOf } from "../../../www/answers/headline.js";
import { keptResult } from "../../../www/keeping/mini-program.js";
import { resultText } from "../../../www/keeping/result-text.js";
import { messagesIn } from "../../../www/messages/all.js";
import { questionView } from "./question.js";
import { resultView } from "./result.js";

/** @import { InputDescription, Locale, TableDescription } from "wengang" */
/** @import { Answers, Row } from "../../../www/answers/answers.js" */
/** @import { Evaluation, PlacedProblem } from "../../../www/answers/evaluation.js" */

/** A form of any policy: what has been answered, and what follows from it. */
export class Form {
  /** @type {Answers} */
  #answers = {};
  /** What follows from them, once that has been asked. @type {Evaluation | undefined} */
  #evaluation;
  /** The key of the question that is being answered, and those of the others that have been. */
  #present = "";
  /** @type {Set<string>} */
  #visited = new Set();

  /**
   * @param {string} policy
   * @param {Locale} locale
   * @param {Record<string, unknown>} [inputs] as `evaluate` takes them
   * @param {Answers} [answers] as they were typed, in the place of these
   */
  constructor(policy, locale, inputs, answers) {
    this.locale = locale;
    this.day = currentDate();
    this.description = describe(policy, this.#options);
    if (answers) this.#answer(answers);
    else this.fill(inputs ?? {});
  }

  /** What has been answered, as it was typed. */
  get answers() {
    return this.#answers;
  }

  get #options() {
    return { locale: this.locale, today: this.day };
  }

  get #messages() {
    return messagesIn(this.locale);
  }

  /** @param {Record<string, unknown>} inputs as `evaluate` takes them */
  fill(inputs) {
    this.#answer(fromInputs(this.description, inputs));
    this.#visited.clear();
  }

  fillExample() {
    this.fill(this.description.examples[0]?.inputs ?? {});
  }

  /**
   * @param {string} key
   * @param {string} text
   */
  answer(key, text) {
    const [field = "", row, column = ""] = key.split("/");
    if (row === undefined) this.#answer({ ...this.#answers, [field]: text });
    else {
      const rows = this.#rows(field).map((one) =>
        one.key === Number(row) ? { ...one, cells: { ...one.cells, [column]: text } } : one,
      );
      this.#answerTable(field, rows);
    }
    this.#present = key;
  }

  /** A question is left: from now on it says what is wrong with its answer. @param {string} key */
  leave(key) {
    this.#visited.add(key);
    if (this.#present === key) this.#present = "";
  }

  /** @param {string} table */
  addRow(table) {
    this.#answerTable(table, [...this.#rows(table), newRow()]);
  }

  /**
   * @param {string} table
   * @param {number} key
   */
  removeRow(table, key) {
    const rows = this.#rows(table).filter((row) => row.key !== key);
    this.#answerTable(table, rows.length > 0 ? rows : undefined);
  }

  /** There is nothing to fill in in this table. @param {string} table */
  noRows(table) {
    this.#answerTable(table, []);
  }

  /** @param {string} table */
  #rows(table) {
    return rowsOf(this.#answers, table) ?? [];
  }

  /**
   * @param {string} table
   * @param {Row[] | undefined} rows
   */
  #answerTable(table, rows) {
    const { [table]: _, ...others } = this.#answers;
    this.#answer(rows ? { ...others, [table]: rows } : others);
  }

  /** @param {Answers} answers */
  #answer(answers) {
    this.#answers = answers;
    this.#evaluation = undefined;
  }

  get evaluation() {
    this.#evaluation ??= evaluateAnswers(this.description, this.#answers, this.#options);
    return this.#evaluation;
  }

  get #headline() {
    return headlineOf(this.description, this.evaluation, !isEmpty(this.#answers), this.#messages);
  }

  /** What templates draw. */
  get view() {
    const { title, region, summary, status, effective, inputs, tables, examples } = this.description;
    const { policy } = this.#messages;
    const expired = status === "expired";
    const upcoming = expired && (effective.from ?? "") > this.day;
    return {
      title,
      region,
      summary,
      notice: expired ? (upcoming ? policy.upcoming(effective.from) : policy.expired(effective.to)) : "",
      started: !isEmpty(this.#answers),
      hasExample: examples.length > 0,
      questions: this.evaluation.asked.flatMap((field) => {
        const input = inputs.find(({ id }) => id === field);
        if (input)
          return {
            key: field,
            question: this.#question(field, input, textOf(this.#answers, field), this.evaluation.inputs[field]),
            table: null,
          };
        const table = tables.find(({ id }) => id === field);
        return table ? { key: field, question: null, table: this.#table(table) } : [];
      }),
      result: resultView(this.description, this.#answers, this.evaluation, this.#headline, this.day, this.#messages),
    };
  }

  /**
   * @param {string} key
   * @param {InputDescription} input
   * @param {string} text
   * @param {unknown} read
   */
  #question(key, input, text, read) {
    const [field, row, column] = key.split("/");
    const problem = this.evaluation.problems.find(
      (one) => one.field === field && (row === undefined || (one.rowKey === Number(row) && one.column === column)),
    );
    const due = problem && this.#isDue(key, problem) ? problem : undefined;
    return questionView(key, input, text, read, due, this.#messages);
  }

  /**
   * Whoever is typing is not interrupted, and what has not been reached is not reproached.
   * @param {string} key
   * @param {PlacedProblem} problem
   */
  #isDue(key, { code }) {
    return key !== this.#present && (code !== "required" || this.#visited.has(key));
  }

  /** @param {TableDescription} table */
  #table({ id, label, help = "", columns, maxRows }) {
    const rows = rowsOf(this.#answers, id);
    const problem = this.evaluation.problems.find((one) => one.field === id && one.rowKey === undefined);
    return {
      id,
      label,
      help,
      problem: problem?.message ?? "",
      none: rows?.length === 0,
      open: rows === undefined,
      full: (rows?.length ?? 0) >= maxRows,
      rows: (rows ?? []).map((row, index) => this.#row(id, columns, row, index)),
    };
  }

  /**
   * @param {string} id
   * @param {InputDescription[]} columns
   * @param {Row} row
   * @param {number} index
   */
  #row(id, columns, row, index) {
    const { table: words } = this.#messages;
    const { problems, cells } = this.evaluation;
    const { key } = row;
    return {
      key,
      position: words.row(index + 1),
      removal: words.removeRow(index + 1),
      problem:
        problems.find((one) => one.field === id && one.rowKey === key && one.column === undefined)?.message ?? "",
      cells: columns.map((column) =>
        this.#question(`${id}/${key}/${column.id}`, column, row.cells[column.id] ?? "", cells.get(row)?.[column.id]),
      ),
    };
  }

  /** The result, to be handed over. */
  get kept() {
    return keptResult(this.description, this.evaluation, { day: this.day, locale: this.locale });
  }

  /** The whole result as plain text. */
  get text() {
    return resultText(
      this.description,
      this.#answers,
      this.evaluation,
      this.#headline,
      { day: this.day },
      this.#messages,
    );
  }
}
