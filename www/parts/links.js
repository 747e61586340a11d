import "./core.js";
import "../messages/zh-cn-links.js";

export { readable, readableByKeys, readableFigures } from "../answers/link-answers.js";
export { entriesBeside, entriesOf, fragmentWith, profileEntries, readLink } from "../app/link.js";
