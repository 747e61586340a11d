// Who runs a copy of the page: read from a file, written into the page. docs/hosting.md describes the file.
import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

/** @import { Operator } from "../../www/app/operator.js" */

/**
 * @param {string} path of a TOML file
 * @returns {Operator}
 */
export function operatorFrom(path) {
  const file = parse(readFileSync(path, "utf8"));
  /** @param {string} what @param {string} expected @returns {never} */
  const refuse = (what, expected) => {
    throw new Error(`${path}: ${what} should be ${expected}`);
  };
  /** @param {string} name @param {unknown} value @param {RegExp} pattern @param {string} expected */
  const text = (name, value, pattern, expected) =>
    typeof value === "string" && pattern.test(value) ? value : refuse(name, expected);
  /** @param {string} name @param {any} value */
  const wording = (name, value) => ({
    zh: text(`${name}.zh`, value?.zh, /\S/, "text"),
    en: text(`${name}.en`, value?.en, /\S/, "text"),
  });
  const known = ["name", "phone", "portal", "report", "address", "records"];
  for (const key of Object.keys(file)) if (!known.includes(key)) refuse(key, `one of ${known.join(", ")}`);
  const { name, phone, portal, report, address, records = [] } = /** @type {Record<string, any>} */ (file);
  if (!Array.isArray(records)) refuse("records", "written as [[records]]");
  return {
    name: wording("name", name),
    ...(phone !== undefined && { phone: text("phone", phone, /^[\d+ ()-]+$/, "a telephone number") }),
    ...(portal !== undefined && {
      portal: {
        name: wording("portal.name", portal.name),
        url: text("portal.url", portal.url, WEB, "an http(s) address"),
      },
    }),
    ...(report !== undefined && { report: text("report", report, REPORT, "an e-mail address or an http(s) address") }),
    ...(address !== undefined && {
      address: text("address", address, FOLDER, "the https address of the page, ending in /"),
    }),
    records: records.map((/** @type {any} */ { text: words, url }) => ({
      text: text("records.text", words, /\S/, "text"),
      ...(url !== undefined && { url: text("records.url", url, WEB, "an http(s) address") }),
    })),
  };
}

const WEB = /^https?:\/\/[^\s/]+\S*$/;
const FOLDER = /^https?:\/\/[^\s/?#]+[^\s?#]*\/$/;
const REPORT = /^(https?:\/\/[^\s/]+\S*|[^\s@:/?&]+@[^\s@:/?&]+)$/;

/**
 * The page with its operator in it: for the scripts, for browsers without, and for whoever makes a card of its address.
 * @param {string} page
 * @param {Operator} operator
 */
export function signed(page, operator) {
  const { name, phone, address } = operator;
  const card = address && [
    `<link rel="canonical" href="${escaped(address)}" />`,
    `<meta property="og:url" content="${escaped(address)}" />`,
    `<meta property="og:image" content="${escaped(`${address}icon-512.png`)}" />`,
  ];
  const provided = `由${name.zh}提供${phone ? `，电话${phone}` : ""}。`;
  return page
    .replace("<wengang-page>", () => `<wengang-page operator="${escaped(JSON.stringify(operator))}">`)
    .replace("</wengang-page>", () => `  <p data-operator>${escaped(provided)}</p>\n    </wengang-page>`)
    .replace("    <title>", () => `${card ? `    ${card.join("\n    ")}\n` : ""}    <title>`);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
