// What several parts stand on that come after the first result.
import "./form.js";
import "big.js";
import "../answers/free-text.js";
import "../answers/row-text.js";
import "../keeping/qr-code.js";
import "../next-steps/contact-list.js";
import "../next-steps/procedure.js";
import "../rules/rule-part.js";
import "../rules/rules.js";
import "../shared/clipboard.js";
import "../shared/copy-link.js";
import "../shared/text-file.js";
import "../styles/disclosure.js";
import "../table/table-text.js";
import "../messages/zh-cn-later.js";
