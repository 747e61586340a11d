import "./core.js";
import "../finder/china.js";
