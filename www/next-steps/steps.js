/** @import { Assessment, Description } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * A step of the procedure: whether it is the applicant's, null while that cannot be told, and the last day for it where one is known.
 * @typedef {Description["procedure"][number] & { applies: boolean | null, day?: string | undefined }} Step
 */

/**
 * The steps of a policy, for a result or for nobody in particular.
 * @param {Description} description
 * @param {Assessment} [assessment]
 * @returns {Step[]}
 */
export function stepsOf({ procedure }, assessment) {
  return procedure.map((step, index) => {
    const told = assessment?.procedure?.[index];
    const isEverybodys = !step.who && !step.when;
    return {
      ...step,
      applies: told ? told.applies : isEverybodys || null,
      day: assessment?.deadlines.find(({ id }) => id === step.by)?.date,
    };
  });
}

/**
 * What the applicant has to do beyond looking the result over, a line a step, with what is handed in: to apply, or something by a day, or
 * with papers.
 * @param {Description} description
 * @param {Assessment} assessment
 * @param {Messages} messages
 * @returns {{ line: string, materials: string[] }[]}
 */
export function ownStepLines(description, assessment, messages) {
  const { steps: texts } = messages.answer;
  const own = stepsOf(description, assessment).filter(
    ({ applies, duty, by, missed, materials }) => applies !== false && (duty === "apply" || by || missed || materials),
  );
  return own.map(({ title, applies, who, duty, day, missed, materials = [] }) => {
    const condition = applies === null && who ? texts.ifYours(who) : "";
    const facts = [
      title,
      duty && texts.duties[duty],
      condition,
      day && texts.last(day),
      missed && texts.missed(missed),
    ];
    const waived = materials.filter((material) => material.waived).map(({ name }) => texts.waived(name));
    return {
      line: [...facts.filter(Boolean), ...waived].join(messages.separator),
      materials: materials.filter((material) => !material.waived).map(({ name }) => name),
    };
  });
}
