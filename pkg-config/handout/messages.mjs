// A handout of one policy has no other view than the calculator, and does without the texts of the others.
import { readFileSync } from "node:fs";
import { parse } from "acorn";

/** @import { Node, ObjectExpression, Property } from "acorn" */
/** @import { Plugin } from "esbuild" */

/** Sections of the messages that no element of the calculator asks for. */
const ELSEWHERE = [
  "comparison",
  "embedding",
  "faq",
  "finder",
  "letter",
  "link",
  "operator",
  "profile",
  "reconciliation",
  "replay",
  "summary",
  "year",
];

/** @type {Plugin} */
export const calculatorTexts = {
  name: "calculator-texts",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]www[/\\]messages[/\\](en|zh-cn.*)\.js$/ }, ({ path }) => ({
      contents: without(ELSEWHERE, readFileSync(path, "utf8"), path.endsWith("en.js")),
    })),
};

/**
 * A module of messages without some sections of them.
 * @param {string[]} sections
 * @param {string} source
 * @param {boolean} isWhole whether it has all sections
 */
function without(sections, source, isWhole) {
  const { body } = parse(source, { ecmaVersion: 2025, sourceType: "module" });
  const dropped = body
    .flatMap(objectsIn)
    .flatMap(({ properties }) => properties)
    .filter((property) => property.type === "Property" && sections.includes(nameOf(property)));
  if (isWhole && dropped.length !== sections.length) throw new Error(`Not all of these are messages: ${sections}`);
  return dropped.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ""),
    source,
  );
}

/**
 * The objects by which a module hands on its messages.
 * @param {Node} statement
 * @returns {ObjectExpression[]}
 */
function objectsIn(statement) {
  const { type, declaration, declarations, expression } = /** @type {any} */ (statement);
  if (type === "ExportNamedDeclaration" && declaration) return objectsIn(declaration);
  const values = type === "VariableDeclaration" ? declarations.map((/** @type {any} */ { init }) => init) : [];
  const all = type === "ExpressionStatement" ? (expression.arguments ?? []) : values;
  return all.filter((/** @type {Node} */ value) => value.type === "ObjectExpression");
}

/** @param {Property} property */
function nameOf({ key }) {
  return key.type === "Identifier" ? key.name : "";
}
