/**
 * What an editor has chosen, by the names of the element's attributes.
 * @typedef {Map<string, string>} Wanted
 *
 * @typedef {"script" | "element" | "frame" | "plain-frame"} Kind
 *
 * Hashes of the scripts, by their names; undefined where the lines are to work with later versions too.
 * @typedef {Record<string, string> | undefined} Hashes
 */

/** @type {Kind[]} */
export const KINDS = ["script", "element", "frame", "plain-frame"];

/**
 * The lines for a page that shows the calculator.
 * @param {Kind} kind
 * @param {Wanted} wanted
 * @param {{ folder: string, hashes?: Hashes, title: string }} context
 */
export function snippet(kind, wanted, { folder, hashes, title }) {
  const data = [...wanted].map(([name, value]) => /** @type {[string, string]} */ ([`data-${name}`, value]));
  switch (kind) {
    case "script":
      return element("script", [...scriptAt("wengang.js", folder, hashes), ...data]);
    case "frame":
      return element("script", [...scriptAt("wengang-frame.js", folder, hashes), ...data]);
    case "element":
      return [
        element("script", [...scriptAt("wengang.js", folder, hashes), ["async", ""]]),
        element("wengang-calculator", [...wanted, ...fixed(wanted)]),
      ].join("\n");
    case "plain-frame":
      return element("iframe", [
        ["src", `${folder}frame.html#${new URLSearchParams([...wanted])}`],
        ["title", title],
        ["width", "100%"],
        ["height", "1600"],
      ]);
  }
}

/**
 * What the content security policy of the host page has to allow, by directives.
 * @param {Kind} kind
 * @param {string} origin
 */
export function policyFor(kind, origin) {
  const [script, frame] = [`script-src ${origin}`, `frame-src ${origin}`];
  switch (kind) {
    case "plain-frame":
      return [frame];
    case "frame":
      return [script, frame];
    default:
      return [`${script} 'wasm-unsafe-eval'`, `style-src ${origin}`, `connect-src ${origin}`];
  }
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {Hashes} hashes
 * @returns {[string, string][]}
 */
function scriptAt(name, folder, hashes) {
  const hash = hashes?.[name];
  const src = /** @type {[string, string]} */ (["src", folder + name]);
  return hash ? [src, ["integrity", hash], ["crossorigin", "anonymous"]] : [src];
}

/** @param {Wanted} wanted @returns {[string, string][]} */
function fixed(wanted) {
  return wanted.has("policy") ? [["fixed", ""]] : [];
}

/**
 * @param {string} name
 * @param {[string, string][]} attributes
 */
function element(name, attributes) {
  const parts = attributes.map(([name, value]) =>
    value === "" && name !== "data-policies" ? name : `${name}=${quoted(value)}`,
  );
  const [first, ...others] = parts;
  const line = `<${[name, ...parts].join(" ")}></${name}>`;
  if (line.length <= 80) return line;
  return `<${name}\n  ${[first, ...others].join("\n  ")}\n></${name}>`;
}

/** JSON keeps its own quotation marks. @param {string} value */
function quoted(value) {
  const safe = value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return safe.includes('"') ? `'${safe.replace(/'/g, "&#39;")}'` : `"${safe}"`;
}
