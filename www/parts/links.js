import "./core.js";

export { readable } from "../answers/link-answers.js";
export { entriesOf, fragmentWith, readLink } from "../app/link.js";
