// The page's sources are written for readers and for the browsers of today. Before they are bundled, this makes of them
// what is smaller and what browsers of 2018 take as well.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { parse } from "acorn";
import { simple } from "acorn-walk";
import { styles } from "./styles.mjs";

/** Chromium 66 and Safari 12: the oldest that have all that cannot be replaced, such as shadow roots and `import()`. */
export const BROWSERS = ["chrome66", "ios12"];

/** What private members are called once they are public, for esbuild to shorten. */
export const PRIVATE = /^private_/;

/** @type {import("esbuild").Plugin} */
export const compact = {
  name: "compact",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\](www|pkg-config[/\\](handout|embed))[/\\].*\.js$/ }, async ({ path }) => ({
      contents: await compacted(readFileSync(path, "utf8"), relative(".", path).replace(/\W/g, "_")),
      loader: "ts",
    })),
};

/**
 * @param {string} source
 * @param {string} file by whose name private members of one name are told apart: subclasses may have the same
 */
async function compacted(source, file) {
  /** @type {{ start: number, end: number, text: string | Promise<string> }[]} */
  const changes = [];
  const tree = parse(source, {
    ecmaVersion: 2025,
    sourceType: "module",
    // As private members they would each be a WeakMap for browsers of before 2021.
    onToken: ({ type, start, end }) => {
      if (type.label !== "privateId") return;
      changes.push({ start, end, text: `private_${source.slice(start + 1, end)}_${file}` });
    },
  });
  simple(tree, {
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== "Identifier" || !["css", "html", "svg"].includes(tag.name)) return;
      const [only] = quasi.quasis;
      if (tag.name === "css" && only?.tail) {
        changes.push({ start: only.start, end: only.end, text: written(only.value.cooked ?? "") });
        return;
      }
      // Indentation is of no use in a template.
      for (const { start, end, value } of quasi.quasis)
        changes.push({ start, end, text: value.raw.replace(/\n\s+/g, "\n") });
    },
  });
  let [result, at] = ["", 0];
  for (const { start, end, text } of changes.sort((one, other) => one.start - other.start)) {
    result += source.slice(at, start) + (await text);
    at = end;
  }
  return result + source.slice(at);
}

/** Styles as they stand in a template. @param {string} css */
async function written(css) {
  return (await styles(css, BROWSERS)).replace(/[\\`]|\$\{/g, "\\$&");
}
