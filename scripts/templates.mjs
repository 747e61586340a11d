// Mistakes in the templates of the page: what an element is handed but does not declare is dropped without a word, and so
// is whatever stands in a tag by accident.

import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { full } from "acorn-walk";

/**
 * @typedef {{ file: string, line: number, message: string }} Mistake
 *
 * A property of an element, as Lit is told about it.
 * @typedef {{ attribute?: string | false, state?: boolean, boolean?: boolean }} Declaration
 *
 * @typedef {object} ElementClass
 * @property {string | undefined} parent
 * @property {Map<string, Declaration>} properties
 * @property {RegExp[]} tells types of the events that it dispatches
 * @property {Set<string>} holds tags of the elements in its templates
 *
 * @typedef {{ name: string, quoted: boolean, bound: boolean, at: number }} Attribute
 * @typedef {{ tag: string, attributes: Attribute[], at: number }} Tag
 */

/** Stands for an expression within a template; no character that anybody types. */
const EXPRESSION = "\uE000";

const OURS = /^wengang-/;

/** Attributes that any element may have. */
const GLOBAL =
  /^(?:class|dir|exportparts|hidden|id|inert|lang|part|popover|role|slot|spellcheck|style|tabindex|title|translate|aria-[a-z]+|data-[a-z-]+)$/;

/** Attributes of HTML and SVG beyond these, as far as the page has use for them. */
const PLAIN = new Set(
  `accept alt autocapitalize autocomplete autocorrect checked clip-path cols colspan crossorigin d datetime disabled download
  enterkeyhint fill focusable for formnovalidate height href hreflang inputmode label list loading max maxlength min minlength
  multiple name novalidate open pattern placeholder preserveaspectratio readonly rel required rows rowspan sandbox scope
  selected size src start step stroke target transform type value viewbox width wrap
  cx cy dominant-baseline dx dy font-size overflow points r rx ry stroke-dasharray stroke-linecap stroke-linejoin stroke-width text-anchor
  x x1 x2 y y1 y2 patternunits patterntransform`.split(/\s+/),
);

/** Properties of the browser's own elements that are set in templates. */
const NATIVE = new Set("checked disabled indeterminate innerHTML open selected value".split(" "));

/** Elements without an end. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr circle line path rect".split(" "));

/**
 * @param {string[]} files
 * @returns {Mistake[]}
 */
export function mistakesIn(files) {
  return mistakesOf(files.map((file) => ({ file, source: readFileSync(file, "utf8") })));
}

/**
 * @param {{ file: string, source: string }[]} modules
 * @returns {Mistake[]}
 */
export function mistakesOf(modules) {
  const read = modules.map(readModule);
  /** @type {Map<string, ElementClass>} */
  const classes = new Map(read.flatMap((module) => [...module.classes]));
  /** @type {Map<string, string>} */
  const names = new Map(read.flatMap((module) => [...module.names]));
  const helpers = read.flatMap((module) => module.tells);
  const elements = new Elements(classes, names, helpers);
  return read.flatMap(({ file, source, templates }) =>
    templates.flatMap(({ text, at }) =>
      mistakesOfTemplate(text, elements).map(({ message, at: place }) => ({
        file,
        line: source.slice(0, at(place)).split("\n").length,
        message,
      })),
    ),
  );
}

/** What is known of the elements of ours. */
class Elements {
  /**
   * @param {Map<string, ElementClass>} classes
   * @param {Map<string, string>} names of their classes, by tag
   * @param {RegExp[]} helpers types of the events that functions dispatch for whoever calls them
   */
  constructor(classes, names, helpers) {
    this.classes = classes;
    this.names = names;
    this.helpers = helpers;
  }

  /** The class of an element and those that it extends. @param {string} tag @returns {ElementClass[]} */
  line(tag) {
    /** @type {ElementClass[]} */
    const line = [];
    let name = this.names.get(tag);
    while (name !== undefined) {
      const found = this.classes.get(name);
      if (!found) break;
      line.push(found);
      name = found.parent;
    }
    return line;
  }

  /** @param {string} tag @returns {Map<string, Declaration>} */
  properties(tag) {
    return new Map(
      this.line(tag)
        .reverse()
        .flatMap(({ properties }) => [...properties]),
    );
  }

  /**
   * Whether an event can come from an element, or from one that it draws.
   * @param {string} tag
   * @param {string} type
   * @param {Set<string>} [seen]
   * @returns {boolean}
   */
  tells(tag, type, seen = new Set()) {
    if (seen.has(tag)) return false;
    seen.add(tag);
    const line = this.line(tag);
    return (
      [...this.helpers, ...line.flatMap(({ tells }) => tells)].some((told) => told.test(type)) ||
      line.some(({ holds }) => [...holds].some((held) => this.tells(held, type, seen)))
    );
  }

  /** @param {string} type */
  anyTells(type) {
    return [...this.names.keys()].some((tag) => this.tells(tag, type));
  }
}

/** @param {{ file: string, source: string }} module */
function readModule({ file, source }) {
  const program = parse(source, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true });
  /** @type {Map<string, ElementClass>} */
  const classes = new Map();
  /** @type {Map<string, string>} */
  const names = new Map();
  /** @type {{ text: string, at: (place: number) => number }[]} */
  const templates = [];
  full(program, (/** @type {any} */ node) => {
    if (node.type === "ClassDeclaration") classes.set(node.id.name, readClass(node));
    if (node.type === "TaggedTemplateExpression" && ["html", "svg"].includes(node.tag.name)) {
      templates.push(readTemplate(node.quasi));
    }
    if (node.type === "CallExpression" && node.callee.property?.name === "define" && node.arguments.length >= 2) {
      const [tag, given] = node.arguments;
      if (typeof tag.value === "string" && given.name) names.set(tag.value, given.name);
    }
  });
  const functions = program.body.map((/** @type {any} */ node) => node.declaration ?? node);
  const tells = functions.filter(({ type }) => type === "FunctionDeclaration").flatMap(eventsOf);
  return { file, source, classes, names, templates, tells };
}

/** @param {any} node @returns {ElementClass} */
function readClass(node) {
  /** @type {ElementClass} */
  const found = {
    parent: node.superClass?.name,
    properties: new Map(),
    tells: eventsOf(node),
    holds: new Set(),
  };
  for (const { type, static: isStatic, key, kind, value } of node.body.body) {
    if (isStatic && key?.name === "properties") {
      for (const property of value.properties) {
        if (property.key) found.properties.set(property.key.name, readDeclaration(property.value));
      }
    } else if (type === "MethodDefinition" && kind === "set" && key.type === "Identifier") {
      found.properties.set(key.name, { attribute: false });
    }
  }
  full(node, (/** @type {any} */ { type, tag, quasi }) => {
    if (type === "TaggedTemplateExpression" && tag.name === "html") {
      for (const [, held = ""] of readTemplate(quasi).text.matchAll(/<(wengang-[a-z-]+)/g)) found.holds.add(held);
    }
  });
  return found;
}

/**
 * Types of the events that are told within a node, as far as they are written there.
 * @param {any} node
 */
function eventsOf(node) {
  /** @type {RegExp[]} */
  const types = [];
  full(node, (/** @type {any} */ { type, callee, arguments: given }) => {
    const named = callee?.name ?? callee?.property?.name;
    if (!["CallExpression", "NewExpression"].includes(type) || !["tell", "CustomEvent"].includes(named)) return;
    const [told] = given;
    if (typeof told?.value === "string") types.push(new RegExp(`^${told.value}$`));
    if (told?.type === "TemplateLiteral") {
      const parts = told.quasis.map((/** @type {any} */ { value }) => value.cooked);
      types.push(new RegExp(`^${parts.join("[a-z-]+")}$`));
    }
  });
  return types;
}

/** @param {any} node @returns {Declaration} */
function readDeclaration(node) {
  const option = (/** @type {string} */ name) =>
    node.properties.find((/** @type {any} */ { key }) => key?.name === name)?.value;
  return {
    attribute: option("attribute")?.value,
    state: option("state")?.value,
    boolean: option("type")?.name === "Boolean",
  };
}

/**
 * The text of a template, an expression being one character, and where each of its characters stands in the file.
 * @param {any} quasi
 */
function readTemplate({ quasis }) {
  let text = "";
  /** @type {{ from: number, start: number }[]} */
  const parts = [];
  for (const [index, part] of quasis.entries()) {
    if (index > 0) text += EXPRESSION;
    parts.push({ from: text.length, start: part.start });
    text += part.value.raw;
  }
  const at = (/** @type {number} */ place) => {
    const part = parts.filter(({ from }) => from <= place).pop();
    return part ? part.start + place - part.from : quasis[0].start;
  };
  return { text, at };
}

/**
 * @param {string} text
 * @param {Elements} elements
 */
function mistakesOfTemplate(text, elements) {
  /** @type {{ message: string, at: number }[]} */
  const mistakes = [];
  /** @type {string[]} */
  const open = [];
  let place = 0;
  for (;;) {
    const next = text.slice(place).search(/<[a-z/!]/i);
    if (next < 0) break;
    place += next;
    if (text.startsWith("<!--", place)) {
      const end = text.indexOf("-->", place);
      place = end < 0 ? text.length : end + 3;
      continue;
    }
    const end = /^<\/([a-z0-9-]+)\s*>/i.exec(text.slice(place));
    if (end) {
      const [whole, tag = ""] = end;
      const expected = open.pop();
      if (expected !== tag) {
        mistakes.push({ message: `</${tag}> where ${expected ? `<${expected}>` : "nothing"} is open`, at: place });
        return mistakes;
      }
      place += whole.length;
      continue;
    }
    const tag = readTag(text, place);
    if (typeof tag === "string") return [...mistakes, { message: tag, at: place }];
    mistakes.push(...mistakesOfTag(tag, elements));
    if (!tag.closed && !VOID.has(tag.tag)) open.push(tag.tag);
    place = tag.end;
  }
  const [left] = open;
  if (left) mistakes.push({ message: `<${left}> is not closed`, at: text.length });
  return mistakes;
}

/**
 * @param {string} text
 * @param {number} start
 * @returns {(Tag & { end: number, closed: boolean }) | string} or what is wrong with it
 */
function readTag(text, start) {
  const [opening, tag = ""] = /^<([a-z][a-z0-9-]*)/i.exec(text.slice(start)) ?? [""];
  if (!tag) return "a tag without a name";
  /** @type {Attribute[]} */
  const attributes = [];
  let at = start + opening.length;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    const [close] = /^\/?>/.exec(text.slice(at)) ?? [];
    if (close) return { tag, attributes, at: start, end: at + close.length, closed: close === "/>" };
    const [whole, name = "", equals, value] =
      /^([^\s=>]+)(?:(=)("[^"]*"|'[^']*'|[^\s"'>]*))?/.exec(text.slice(at)) ?? [];
    if (!whole) return at >= text.length ? `<${tag}> has no end` : `<${tag}>: “${text.slice(at, at + 12)}”`;
    if (equals && !value) return `<${tag}>: ${name} has no value`;
    attributes.push({ name, quoted: /^["']/.test(value ?? ""), bound: value === EXPRESSION, at });
    at += whole.length;
  }
}

/**
 * @param {Tag} tag
 * @param {Elements} elements
 */
function mistakesOfTag({ tag, attributes, at }, elements) {
  /** @type {{ message: string, at: number }[]} */
  const mistakes = [];
  const ours = OURS.test(tag);
  if (ours && !elements.names.has(tag)) return [{ message: `no element is called <${tag}>`, at }];
  const properties = ours ? elements.properties(tag) : new Map();
  const seen = new Set();
  for (const attribute of attributes) {
    const message =
      (seen.has(attribute.name) ? `has ${attribute.name} twice` : undefined) ??
      mistakeOfAttribute(tag, attribute, properties, elements);
    seen.add(attribute.name);
    if (message) mistakes.push({ message: `<${tag}> ${message}`, at: attribute.at });
  }
  if (properties.has("locale") && !seen.has(".locale") && !seen.has("locale")) {
    mistakes.push({ message: `<${tag}> is not told its language (locale)`, at });
  }
  return mistakes;
}

/**
 * @param {string} tag
 * @param {Attribute} attribute
 * @param {Map<string, Declaration>} properties
 * @param {Elements} elements
 * @returns {string | undefined}
 */
function mistakeOfAttribute(tag, { name, bound, quoted }, properties, elements) {
  const [, kind = "", plain = ""] = /^([.?@]?)([a-z][a-z0-9-]*)$/i.exec(name) ?? [];
  if (!plain) return `holds “${name.replaceAll(EXPRESSION, "…")}”, which is no attribute`;
  const ours = OURS.test(tag);
  if (kind !== "" && (!bound || quoted)) return `has ${name} without an expression`;
  switch (kind) {
    case ".": {
      if (!ours) return NATIVE.has(plain) ? undefined : `has a property ${plain}, which the page does not use`;
      const declared = properties.get(plain);
      return declared && !declared.state ? undefined : `declares no property ${plain}`;
    }
    case "@": {
      if (!plain.startsWith("wengang-")) return undefined;
      const told = ours ? elements.tells(tag, plain) : elements.anyTells(plain);
      return told ? undefined : `hears ${plain}, which nothing within tells`;
    }
    default: {
      if (GLOBAL.test(plain)) return undefined;
      if (!ours) return PLAIN.has(plain.toLowerCase()) ? undefined : `has an attribute ${plain}, which is none of HTML`;
      const declared = [...properties].find(
        ([property, { attribute, state }]) =>
          !state && attribute !== false && (attribute ?? property.toLowerCase()) === plain,
      )?.[1];
      if (!declared) return `declares no attribute ${plain}`;
      if (kind === "?" && !declared.boolean) return `has ?${plain}, which is not yes or no`;
      return undefined;
    }
  }
}
