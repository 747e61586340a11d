// The check of the templates, on what it has to find and on what it has to leave alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mistakesOf } from "../../scripts/templates.mjs";

const ELEMENTS = `
  class Localised extends LitElement {
    static properties = { locale: { type: String } };
  }
  class Question extends Localised {
    static properties = {
      answer: { attribute: false },
      label: {},
      noted: { attribute: "was-noted" },
      open: { type: Boolean },
      draft: { state: true },
    };
    #answer() { this.tell("wengang-answer", {}); }
    #told(what) { this.tell(\`wengang-\${what}-told\`, {}); }
  }
  customElements.define("wengang-question", Question);
  class Form extends Localised {
    static properties = { fields: { attribute: false } };
    render() { return html\`<wengang-question .locale=\${this.locale}></wengang-question>\`; }
  }
  customElements.define("wengang-form", Form);
`;

/** What is wrong with a template; expressions are in mere braces here. @param {string} template */
function mistakes(template) {
  const file = "view.js";
  const found = mistakesOf([
    { file: "elements.js", source: ELEMENTS },
    { file, source: `\nconst view = () => html\`${template.replaceAll("{", "${")}\`;` },
  ]);
  return found.map(({ message }) => message);
}

test("what elements declare may be handed to them", () => {
  const sound = [
    "<wengang-question .answer={a} label={b} was-noted ?open={c} .locale={d} @wengang-answer={e}></wengang-question>",
    '<wengang-form class="wide" ?hidden={a} aria-label={b} data-field={c} id="form" locale="en"></wengang-form>',
    "<wengang-form .locale={a} @wengang-answer={b} @click={c} @wengang-late-told={d}></wengang-form>",
    '<div @wengang-answer={a}>{b}<!-- as <b> --><br /><input type="text" .value={c} ?disabled={d} /></div>',
    "<p>1 < 2</p>{a}<ul>{b}</ul>",
  ];
  for (const template of sound) assert.deepEqual(mistakes(template), [], template);
});

test("what they do not declare may not", () => {
  const told = [
    ["<wengang-question .locale={a} .fields={b}></wengang-question>", "<wengang-question> declares no property fields"],
    ["<wengang-question .locale={a} .draft={b}></wengang-question>", "<wengang-question> declares no property draft"],
    ["<wengang-question .locale={a} answer={b}></wengang-question>", "<wengang-question> declares no attribute answer"],
    ["<wengang-question .locale={a} noted></wengang-question>", "<wengang-question> declares no attribute noted"],
    [
      "<wengang-question .locale={a} ?label={b}></wengang-question>",
      "<wengang-question> has ?label, which is not yes or no",
    ],
    [
      "<wengang-question .locale={a} @wengang-asked={b}></wengang-question>",
      "<wengang-question> hears wengang-asked, which nothing within tells",
    ],
    ["<wengang-question .answer={a}></wengang-question>", "<wengang-question> is not told its language (locale)"],
    ["<wengang-answer></wengang-answer>", "no element is called <wengang-answer>"],
    [
      '<wengang-question .locale={a} .answer="b"></wengang-question>',
      "<wengang-question> has .answer without an expression",
    ],
    ["<p lang={a} lang={b}></p>", "<p> has lang twice"],
    ["<p wide></p>", "<p> has an attribute wide, which is none of HTML"],
    ["<p .wide={a}></p>", "<p> has a property wide, which the page does not use"],
    ["<div><p></div>", "</div> where <p> is open"],
    ["<ul><li></li>", "<ul> is not closed"],
    ["<p class={a}", "<p> has no end"],
  ];
  for (const [template = "", mistake] of told) assert.deepEqual(mistakes(template), [mistake], template);
});

test("JavaScript that a merge left within a tag is found, with its place", () => {
  const source = `
    const view = () => html\`<wengang-form
    // What was typed last may have come too late for the place that it was typed in.
    this.#putBy();
        @wengang-answer=\${() => remember()}
    ></wengang-form>\`;`;
  const found = mistakesOf([
    { file: "elements.js", source: ELEMENTS },
    { file: "page.js", source },
  ]);
  assert.ok(found.every(({ file }) => file === "page.js"));
  const lines = found.map(({ line, message }) => `${line}: ${message}`);
  for (const line of [
    "2: <wengang-form> is not told its language (locale)",
    "3: <wengang-form> declares no attribute typed",
    "4: <wengang-form> holds “this.#putBy();”, which is no attribute",
  ]) {
    assert.ok(lines.includes(line), lines.join("\n"));
  }
});
