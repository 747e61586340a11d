import "./rest.js";
import "../messages/zh-cn-year.js";
import "../year/year.js";
