import { rowsOf } from "../../../www/answers/answers.js";
import { breakdown } from "../../../www/answers/breakdown.js";
import { daysBetween } from "../../../www/answers/date-text.js";
import { badPlaces, badRows, emptyFields } from "../../../www/answers/evaluation.js";
import { groupThousands } from "../../../www/answers/number-text.js";

/** @import { Description, Source } from "wengang" */
/** @import { Answers } from "../../../www/answers/answers.js" */
/** @import { Evaluation } from "../../../www/answers/evaluation.js" */
/** @import { Headline } from "../../../www/answers/headline.js" */
/** @import { Messages } from "../../../www/messages/zh-cn.js" */

/**
 * A result as templates draw it.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Evaluation} evaluation
 * @param {Headline} headline
 * @param {string} day
 * @param {Messages} messages
 */
export function resultView(description, answers, evaluation, headline, day, messages) {
  const { assessment } = evaluation;
  const { result, answer, source: sources } = messages;
  /** @param {Source | undefined} source */
  const basis = (source) => {
    if (!source) return "";
    const text = sources.basis(source.section || source.document);
    return source.reliability === "secondary" ? `${text}（${sources.secondary}）` : text;
  };
  /** @param {string} field */
  const labelOf = (field) =>
    [...description.inputs, ...description.tables].find(({ id }) => id === field)?.label ?? field;
  const { tone, judgement, outcome, remark } = headline;
  const bad = badPlaces(evaluation);
  return {
    tone,
    judgement,
    outcome: outcome ?? null,
    remark,
    setAside: bad.length > 0 ? result.setAside(bad.length) : "",
    missing: emptyFields(evaluation).map(labelOf),
    warnings: assessment.warnings.map(({ message }) => message),
    conditions: assessment.conditions.map(({ id, label, met, explanation, source }) => ({
      id,
      label,
      tone: met === null ? "neutral" : met ? "positive" : "negative",
      state: met === null ? result.open : met ? result.met : result.unmet,
      explanation,
      basis: basis(source),
    })),
    breakdown: breakdown(description, assessment, messages),
    tables: tablesView(description, answers, evaluation, messages),
    deadlines: assessment.deadlines.map(({ id, label, date }) => {
      const days = daysBetween(day, date);
      const rule = description.deadlines.find((deadline) => deadline.id === id)?.formula ?? "";
      return { id, label, date, left: answer.daysLeft(days), open: days >= 0, rule: answer.rule(rule) };
    }),
    steps: assessment.steps.map(({ id, label, display, formula, substituted, source }) => ({
      id,
      label,
      display,
      formula,
      substituted,
      basis: basis(source),
    })),
  };
}

/**
 * What became of the rows of each table.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Evaluation} evaluation
 * @param {Messages} messages
 */
function tablesView({ tables }, answers, { assessment, problems, rowKeys }, { table: words, result: texts }) {
  return tables.flatMap(({ id, label }) => {
    const results = assessment.rows?.[id] ?? [];
    if (results.length === 0) return [];
    const rows = rowsOf(answers, id) ?? [];
    const accepted = results.filter((result) => result.accepted).length;
    return {
      id,
      label,
      tally: words.tally(accepted, results.length - accepted, badRows(problems, id)),
      rows: results.map((result, index) => ({
        position: words.row(rows.findIndex(({ key }) => key === rowKeys[id]?.[index]) + 1),
        tone: result.accepted ? "positive" : "negative",
        state: result.accepted ? words.accepted : words.rejected,
        amount: result.amount ? texts.yuan(groupThousands(result.amount)) : "",
        reasons: result.reasons.map(({ message }) => message),
      })),
    };
  });
}
