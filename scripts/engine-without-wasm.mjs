// Makes an ES module of what `wasm2js --emscripten` prints, a function from imports to exports.
//
// Where the memory grows, other views take the place of HEAP32 and the like. wasm2js minds this where it stores, but not
// where it loads: in HEAP32[f()] JavaScript takes the view before f may grow the memory. So the address comes first here.
import { text } from "node:stream/consumers";
import { parse } from "acorn";
import { simple } from "acorn-walk";

const source = await text(process.stdin);
const opening = "function instantiate(info) {";
if (!source.startsWith(opening)) throw new Error("wasm2js prints something else now");

/** @type {{ from: number, to: number, by: string }[]} */
const changes = [{ from: 0, to: opening.length, by: `export default ${opening} var address;` }];
simple(parse(source, { ecmaVersion: 2015 }), {
  MemberExpression({ object, property, computed, start, end }) {
    if (!computed || object.type !== "Identifier" || !isView(object) || !calls(property)) return;
    changes.push(
      { from: start, to: property.start, by: "(address = " },
      { from: property.end, to: end, by: `, ${object.name}[address])` },
    );
  },
  AssignmentExpression({ left, right }) {
    const stores = left.type === "MemberExpression" && left.object.type === "Identifier" && isView(left.object);
    if (stores && (calls(left) || calls(right))) throw new Error("wasm2js stores what a call gives");
  },
});

/** @param {import("acorn").Identifier} identifier */
function isView({ name }) {
  return name.startsWith("HEAP");
}

/** Whether it calls what may grow the memory. @param {import("acorn").AnyNode} node */
function calls(node) {
  let found = false;
  simple(node, {
    CallExpression({ callee }) {
      // Math_imul and the like stay in JavaScript.
      found ||= callee.type !== "Identifier" || !callee.name.startsWith("Math_");
    },
  });
  return found;
}

let at = 0;
for (const { from, to, by } of changes.sort((one, other) => one.from - other.from)) {
  process.stdout.write(source.slice(at, from) + by);
  at = to;
}
process.stdout.write(source.slice(at));
