import { answerText } from "../answers/answer-text.js";
import { isEmpty, rowsOf, textOf } from "../answers/answers.js";
import { dateText } from "../answers/date-text.js";
import { emptyFields } from "../answers/evaluation.js";
import { sameResult } from "../app/past.js";
import { askedInAny, sameAnswer } from "../comparison/scenarios.js";
import { outcomeText } from "../situations/link-text.js";

/** @import { Description, Locale } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { Past } from "../app/past.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What one situation comes to under a policy.
 * @typedef {{ answers: Answers, evaluation: Evaluation, headline: Headline, past: Past | undefined }} Column
 *
 * A line of the summary: what each situation says on it, as lines of text; undefined where it has nothing of the policy.
 * @typedef {{ label: string, said: (string[] | undefined)[], isDifferent: boolean, isMain?: boolean }} Line
 */

/**
 * The lines of a policy for each of these situations; undefined is one that has nothing of the policy. Where there are several, what
 * is filled in differently comes first.
 * @param {Description} description
 * @param {(Column | undefined)[]} columns
 * @param {Locale} locale
 * @param {Messages} messages
 * @returns {{ results: Line[], answers: Line[] }}
 */
export function linesOf(description, columns, locale, messages) {
  const { summary, result } = messages;
  const filled = columns.flatMap((column) => column ?? []);
  const line = (/** @type {string} */ label, /** @type {(column: Column) => string[]} */ say) => {
    const said = columns.map((column) => column && say(column));
    const own = filled.map((column) => say(column).join("\n"));
    return { label, said, isDifferent: new Set(own).size > 1 };
  };
  const compared = description.conditions.map(({ comparison }) => comparison?.value);
  const shown =
    (/** @type {string} */ id) =>
    (/** @type {Column} */ { evaluation }) =>
      evaluation.assessment.steps.flatMap((step) => (step.id === id ? [step.display] : []));
  const values = description.values.map(({ id, label }) => ({ id, line: line(label, shown(id)) }));
  const labels = new Map([...description.inputs, ...description.tables].map(({ id, label }) => [id, label]));
  const results = [
    { ...line(summary.verdict, ({ headline }) => [headline.judgement]), isMain: true },
    {
      ...line(description.amount?.label ?? result.calculation, ({ headline: { outcome } }) =>
        outcome ? [result.measure(outcome.figure, outcome.unit)] : [],
      ),
      isMain: true,
    },
    // What decides, and where there are several, what else differs.
    ...values.filter(({ id, line }) => compared.includes(id) || line.isDifferent).map(({ line }) => line),
    line(summary.unmet, ({ evaluation }) =>
      evaluation.assessment.conditions.flatMap(({ label, met }) => (met === false ? [label] : [])),
    ),
    line(summary.missing, ({ evaluation }) => emptyFields(evaluation).map((field) => labels.get(field) ?? field)),
    line(summary.deadlines, ({ evaluation }) =>
      evaluation.assessment.deadlines.map(({ label, date }) => `${label} ${dateText(date, locale)}`),
    ),
    line(summary.warnings, ({ evaluation }) => evaluation.assessment.warnings.map(({ message }) => message)),
    line(summary.earlier, ({ past, evaluation }) => {
      const isAsNow = !past || (past.version === description.version && sameResult(past, evaluation.assessment));
      return isAsNow ? [] : [summary.earlierBy(outcomeText(past, messages), past.on, past.version)];
    }),
  ];
  return {
    results: results.filter(isSaid),
    answers: filled.length > 1 ? answerLines(description, columns, messages) : [],
  };
}

/** @param {Line} line */
function isSaid({ said }) {
  return said.some((lines) => lines && lines.length > 0);
}

/**
 * What is filled in differently.
 * @param {Description} description
 * @param {(Column | undefined)[]} columns
 * @param {Messages} messages
 * @returns {Line[]}
 */
function answerLines(description, columns, messages) {
  const { comparison, answer } = messages;
  const filled = columns.flatMap((column) => column ?? []);
  const [first, ...others] = filled;
  if (!first) return [];
  const fields = askedInAny(
    description,
    filled.map(({ evaluation }) => evaluation),
  ).filter((field) => others.some((other) => !sameAnswer(field, first, other)));
  return fields.map((field) => {
    const input = description.inputs.find(({ id }) => id === field);
    const label = input?.label ?? description.tables.find(({ id }) => id === field)?.label ?? field;
    const said = columns.map((column) => {
      if (!column) return undefined;
      if (!column.evaluation.asked.includes(field)) return [comparison.notAsked];
      const rows = rowsOf(column.answers, field);
      const text = input
        ? answerText(input, textOf(column.answers, field), messages)
        : rows && answer.rows(rows.length);
      return [text || comparison.open];
    });
    return { label, said, isDifferent: true };
  });
}

/** Whether a situation has anything of a policy. @param {Answers | undefined} answers */
export function isFilled(answers) {
  return answers !== undefined && !isEmpty(answers);
}
