// All texts in both languages, for whoever has them at once.
import { english } from "./en.js";
import { addMessages, messagesIn } from "./index.js";
import "./zh-cn-breakdown.js";
import "./zh-cn-calculator.js";
import "./zh-cn-embedding.js";
import "./zh-cn-faq.js";
import "./zh-cn-finder.js";
import "./zh-cn-later.js";
import "./zh-cn-links.js";
import "./zh-cn-local.js";
import "./zh-cn-reconciliation.js";
import "./zh-cn-replay.js";
import "./zh-cn-situation-file.js";
import "./zh-cn-situations.js";
import "./zh-cn-summary.js";
import "./zh-cn-year.js";

addMessages("en", english);

export const chinese = messagesIn("zh-CN");
export { english, messagesIn };
