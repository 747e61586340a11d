import "./core.js";
import "../messages/zh-cn-links.js";

export { readable, readableByKeys } from "../answers/link-answers.js";
export { entriesOf, fragmentWith, profileEntries, readLink } from "../app/link.js";
