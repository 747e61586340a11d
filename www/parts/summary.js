import "./rest.js";
import "../messages/zh-cn-situations.js";
import "../messages/zh-cn-summary.js";
import "../summary/summary.js";
