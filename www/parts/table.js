import "./rest.js";
import "../table/row-results.js";
import "../table/table-question.js";
