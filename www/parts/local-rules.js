import "./form.js";
import "../messages/zh-cn-local.js";
import "../questions/local-rules.js";
