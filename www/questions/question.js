import { css, html, nothing } from "lit";
import { afterPress } from "../shared/after-press.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { boundsHint } from "./bounds.js";

/** @import { PropertyValues, TemplateResult } from "lit" */
/** @import { InputDescription } from "wengang" */
/** @import { PlacedProblem } from "../answers/evaluation.js" */

/** A problem is shown when typing has paused for this long, or the field is left. */
const PAUSE_MILLISECONDS = 1000;

/**
 * What an answered question tells: the field's id and the answer exactly as typed.
 * @typedef {CustomEvent<{ field: string, answer: string }>} AnswerEvent
 */

/**
 * One question with its help, its control and what is wrong with the answer. Label, control and problem share one
 * shadow root, since references between them do not cross its border.
 */
export class Question extends LocalisedElement {
  static properties = {
    input: { attribute: false },
    answer: { attribute: false },
    read: { attribute: false },
    problem: { attribute: false },
    open: { attribute: false },
    doubt: { attribute: false },
    problemShown: { state: true },
    settled: { state: true },
  };

  static styles = [
    base,
    control,
    css`
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
      }

      .label {
        display: block;
        font-weight: 600;
      }

      .state {
        flex: none;
        color: var(--muted);
        font-size: var(--small);
      }

      .state.open::before {
        content: "";
        display: inline-block;
        width: 0.5em;
        height: 0.5em;
        margin-inline-end: 0.5em;
        border: 2px solid var(--accent);
        border-radius: 50%;
        vertical-align: 0.05em;
      }

      .label .muted {
        font-weight: 400;
        margin-inline-start: 0.5em;
      }

      .help {
        color: var(--muted);
        font-size: var(--small);
        max-width: 40em;
      }

      .control {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(var(--step) * 0.5) calc(var(--step) * 1.5);
        margin-top: calc(var(--step) * 0.75);
      }

      .field {
        position: relative;
        flex: 0 1 auto;
        width: 100%;
      }

      .hint {
        color: var(--muted);
        font-size: var(--small);
        font-variant-numeric: tabular-nums;
      }

      [aria-invalid="true"]:is(input, select) {
        border-color: var(--negative);
        box-shadow: inset 0 0 0 1px var(--negative);
      }

      .problem {
        margin-top: calc(var(--step) * 0.75);
        padding-inline-start: calc(var(--step) * 1.25);
        border-inline-start: 3px solid var(--negative);
        color: var(--negative);
        font-size: var(--small);
      }

      .doubt {
        margin-top: calc(var(--step) * 0.75);
        padding-inline-start: calc(var(--step) * 1.25);
        border-inline-start: 3px solid var(--caution);
        max-width: 40em;
        color: var(--caution);
        font-size: var(--small);
      }

      @media print {
        :host {
          break-inside: avoid;
        }

        .help,
        .control,
        .state,
        .label .muted {
          display: none !important;
        }
      }
    `,
  ];

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #visited = false;

  constructor() {
    super();
    /** @type {InputDescription} */
    this.input = { id: "", label: "", type: "text", optional: false };
    this.answer = "";
    /** What the answer was read as; undefined where it could not be, or has not been yet. @type {unknown} */
    this.read = undefined;
    /** @type {PlacedProblem | undefined} */
    this.problem = undefined;
    /** Whether the answer is still needed. */
    this.open = false;
    /** Why the answer may be worth another look, though it is taken as it is. */
    this.doubt = "";
    this.problemShown = false;
    /** Whether typing has paused. */
    this.settled = true;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /** @param {PropertyValues} changed */
  willUpdate(changed) {
    if (!this.problem) this.problemShown = false;
    // A problem that does not come from typing here needs no pause; an answer that is merely due waits for its turn.
    else if (changed.has("problem") && !this.matches(":focus-within"))
      this.problemShown ||= this.#visited || this.problem.code !== "required";
  }

  /** @param {string} answer */
  give(answer) {
    this.answer = answer;
    this.settled = false;
    this.read = undefined;
    this.tell("wengang-answer", { field: this.input.id, answer });
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.settle(), PAUSE_MILLISECONDS);
  }

  /** Shows what is wrong, if anything. */
  settle() {
    clearTimeout(this.#pause);
    this.settled = true;
    this.#visited = true;
    this.problemShown = this.problem !== undefined;
  }

  /** The field is left. */
  leave() {
    afterPress(() => this.settle());
  }

  focus() {
    const { renderRoot } = this;
    const control = renderRoot.querySelector("input:checked") ?? renderRoot.querySelector("input, select");
    /** @type {HTMLElement | null} */ (control)?.focus();
  }

  get #doubt() {
    return this.settled ? this.doubt : "";
  }

  get invalid() {
    return this.problemShown ? "true" : "false";
  }

  /** Ids of the texts that describe the control, for `aria-describedby`. */
  get description() {
    const ids = [
      this.input.help && "help",
      this.input.unit && "unit",
      this.hint && "hint",
      this.problemShown ? "problem" : this.#doubt && "doubt",
    ];
    return ids.filter(Boolean).join(" ") || nothing;
  }

  labelText() {
    return html`${worded(this.input.label, this.locale)}${
      this.input.optional ? html`<span class="muted small">${this.messages.form.optional}</span>` : nothing
    }`;
  }

  help() {
    return this.input.help ? html`<p class="help" id="help">${worded(this.input.help, this.locale)}</p>` : nothing;
  }

  /** A few words beside the control: how the answer is read, or what may be filled in. */
  get hint() {
    return this.answer === "" || this.problemShown ? boundsHint(this.input, this.messages) : this.reading;
  }

  /** How the answer is read, where that is worth saying. */
  get reading() {
    return "";
  }

  hintText() {
    return this.hint ? html`<span class="hint" id="hint">${this.hint}</span>` : nothing;
  }

  stateText() {
    if (!this.open) return nothing;
    return html`<span class="state open screen-only">${this.messages.form.unanswered}</span>`;
  }

  /** The answer as a reader of the printed page wants it. */
  get printedAnswer() {
    return this.answer;
  }

  printed() {
    return html`<p class="print-only">${this.printedAnswer || "—"}</p>`;
  }

  /** What is wrong, or else what is doubtful: said once it shows, after what is being said. */
  problemText() {
    return html`<div aria-live="polite">
      ${
        this.problemShown
          ? html`<p class="problem" id="problem">${this.problem?.message}</p>`
          : this.#doubt
            ? html`<p class="doubt" id="doubt">${this.#doubt}</p>`
            : nothing
      }
    </div>`;
  }

  /**
   * The usual arrangement around one control, whose id is `control`.
   * @param {TemplateResult} control
   */
  around(control) {
    return html`
      <div class="head">
        <label class="label" id="label" for="control">${this.labelText()}</label>
        ${this.stateText()}
      </div>
      ${this.help()}
      <div class="control">${control}${this.hintText()}</div>
      ${this.printed()}
      ${this.problemText()}
    `;
  }
}
