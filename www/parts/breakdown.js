import "./rest.js";
import "../messages/zh-cn-breakdown.js";
import "../result/breakdown.js";
