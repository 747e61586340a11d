import "./core.js";
import "../messages/zh-cn-links.js";

export { entriesBeside, entriesOf, fragmentWith, profileEntries, readLink } from "../app/link.js";
export { contentOf } from "../app/linked.js";
