import "./core.js";
import "../messages/zh-cn-finder.js";
import "../finder/finder.js";
