import { messagesIn } from "../messages/index.js";
import { StyledElement } from "./styled.js";

/** @import { PropertyDeclarations } from "lit" */
/** @import { Locale } from "wengang" */

/** An element that speaks the language it is told to. */
export class LocalisedElement extends StyledElement {
  /** @type {PropertyDeclarations} */
  static properties = { locale: { type: String } };

  constructor() {
    super();
    /** @type {Locale} */
    this.locale = "zh-CN";
  }

  get messages() {
    return messagesIn(this.locale);
  }

  /**
   * Tells the elements around this one, across shadow roots.
   * @param {string} type
   * @param {unknown} detail
   */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
