// Host pages may have put what they like on Object.prototype. Every object has that then: a loop over all keys finds it, and a
// descriptor without a getter of its own has one.
import { parse } from "acorn";
import { simple } from "acorn-walk";

const DESCRIPTOR = ["configurable", "enumerable", "get", "set", "value", "writable"];

/**
 * The same script, whose descriptors inherit nothing, and whose loops go over own keys.
 * @param {string} script
 */
export function inheritingNothing(script) {
  /** @type {{ from: number, to: number, text: string }[]} */
  const changes = [];
  simple(parse(script, { ecmaVersion: 2020 }), {
    ObjectExpression({ start, properties }) {
      const keys = properties.map((property) =>
        property.type === "Property" && !property.computed && property.key.type === "Identifier"
          ? property.key.name
          : "",
      );
      if (keys.length === 0 || !keys.every((key) => DESCRIPTOR.includes(key))) return;
      changes.push({ from: start + 1, to: start + 1, text: "__proto__:null," });
    },
    ForInStatement({ left, right }) {
      changes.push({ from: left.end, to: right.start, text: " of Object.keys(" });
      changes.push({ from: right.end, to: right.end, text: ")" });
    },
  });
  let [result, at] = ["", 0];
  for (const { from, to, text } of changes.sort((one, other) => one.from - other.from)) {
    result += script.slice(at, from) + text;
    at = to;
  }
  return result + script.slice(at);
}
