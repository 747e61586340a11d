import "./core.js";
import "../messages/zh-cn-links.js";

export { readable } from "../answers/link-answers.js";
export { entriesOf, fragmentWith, readLink } from "../app/link.js";
