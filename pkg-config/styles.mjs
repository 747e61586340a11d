// Styles are written for the browsers of today. This puts what those of 2018 to 2021 take beside them or in their place;
// esbuild, which makes them small, knows nothing to put in the place of these.
import { transform } from "esbuild";
import postcss from "postcss";

/** @import { AtRule, ChildNode, Declaration, Root, Rule } from "postcss" */

/** Every language of the page is written from left to right, and from top to bottom. */
const SIDES = {
  "inline-start": ["left"],
  "inline-end": ["right"],
  inline: ["left", "right"],
  "block-start": ["top"],
  "block-end": ["bottom"],
  block: ["top", "bottom"],
};

/** Came to browsers with or soon after what is asked for: max() and the like; gaps in flexible boxes. */
const KNOWS_MAX = "(width:max(0px,1px))";
const KNOWS_NO_GAP = "not (inset:0)";

/**
 * @param {string} css
 * @param {string[]} target
 */
export async function styles(css, target) {
  const root = postcss.parse(css);
  /** @type {Rule[]} */
  const rules = [];
  root.walkRules((rule) => {
    rules.push(rule);
  });
  for (const rule of rules) {
    rule.selectors = rule.selectors.flatMap(plainSelectors);
    rule.walkDecls(physical);
    rule.walkDecls(computed);
    gap(rule, root);
  }
  const { code } = await transform(root.toString(), { loader: "css", minify: true, target, charset: "utf8" });
  return code.trim();
}

/**
 * Without :is(), and with one selector in each :not().
 * @param {string} selector
 * @returns {string[]}
 */
function plainSelectors(selector) {
  const [all, before = "", name, list = "", after = ""] =
    /^(.*?):(is|not)\(([^()]*,[^()]*)\)(.*)$/s.exec(selector) ?? [];
  if (!all) return [selector];
  const choices = postcss.list.comma(list);
  if (name === "is") {
    // A type comes first in what it narrows down.
    return choices.flatMap((choice) =>
      plainSelectors(
        /^[a-z]/.test(choice) && !/(^|[\s>+~])$/.test(before)
          ? before.replace(/[^\s>+~]*$/, `${choice}$&`) + after
          : before + choice + after,
      ),
    );
  }
  return plainSelectors(`${before}${choices.map((choice) => `:not(${choice})`).join("")}${after}`);
}

/** `padding-inline: 1px` is `padding-left: 1px; padding-right: 1px`. @param {Declaration} declaration */
function physical(declaration) {
  const [, property, side = "", rest = ""] =
    /^(margin|padding|border|inset)-((?:inline|block)(?:-start|-end)?)(-.*)?$/.exec(declaration.prop) ?? [];
  if (!property) return;
  const sides = SIDES[/** @type {keyof typeof SIDES} */ (side)];
  const values = property === "border" ? [declaration.value] : postcss.list.space(declaration.value);
  sides.forEach((place, index) => {
    const prop = property === "inset" ? place : `${property}-${place}${rest}`;
    declaration.cloneBefore({ prop, value: values[index] ?? values[0] });
  });
  declaration.remove();
}

/**
 * Where there is no max(), the last value of it; of min() the first, of clamp() the middle one.
 * @param {Declaration} declaration
 */
function computed(declaration) {
  const { value } = declaration;
  const rule = /** @type {Rule} */ (declaration.parent);
  const { 0: name = "", index: start } = /\b(min|max|clamp)\(/.exec(value) ?? {};
  if (start === undefined) return;
  const from = start + name.length;
  let to = from;
  for (let depth = 1; depth > 0; to += 1) depth += value[to] === "(" ? 1 : value[to] === ")" ? -1 : 0;
  const values = postcss.list.comma(value.slice(from, to - 1));
  const plain = { "min(": values[0], "max(": values[values.length - 1], "clamp(": values[1] }[name];
  const modern = postcss.rule({ selectors: rule.selectors, nodes: [declaration.clone()] });
  rule.after(postcss.atRule({ name: "supports", params: KNOWS_MAX, nodes: [modern] }));
  declaration.value = `${value.slice(0, start)}calc(${plain})${value.slice(to)}`;
}

/**
 * Margins in the place of a gap, first of all, so that margins of their own count.
 * @param {Rule} rule
 * @param {Root} root
 */
function gap(rule, root) {
  const properties = new Map(rule.nodes.map((node) => (node.type === "decl" ? [node.prop, node.value] : ["", ""])));
  if (!/flex$/.test(properties.get("display") ?? "")) return;
  const [row, column = row] = postcss.list.space(properties.get("gap") ?? "");
  const below = properties.get("row-gap") ?? row;
  const beside = properties.get("column-gap") ?? column;
  const isColumn = properties.get("flex-direction") === "column";
  const wraps = properties.get("flex-wrap") === "wrap";
  const margins = isColumn
    ? [{ children: "* + *", prop: "margin-top", value: below }]
    : [
        { children: ":not(:last-child)", prop: "margin-right", value: beside },
        // Each line has one below, the last one too: which that is shows only when it is laid out.
        ...(wraps ? [{ children: "*", prop: "margin-bottom", value: below }] : []),
      ];
  for (const { children, prop, value } of margins) {
    if (!value || value === "0") continue;
    /** @type {ChildNode} */
    let fallback = postcss.rule({
      selectors: rule.selectors.map((selector) => `${selector} > ${children}`),
      nodes: [postcss.decl({ prop, value })],
    });
    for (let outer = rule.parent; outer?.type === "atrule"; outer = outer.parent) {
      const { name, params } = /** @type {AtRule} */ (outer);
      fallback = postcss.atRule({ name, params, nodes: [fallback] });
    }
    const { first } = root;
    if (first?.type === "atrule" && first.params === KNOWS_NO_GAP) first.append(fallback);
    else root.prepend(postcss.atRule({ name: "supports", params: KNOWS_NO_GAP, nodes: [fallback] }));
  }
}
