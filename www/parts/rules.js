import "./rest.js";
import "../rules/rule-page.js";
