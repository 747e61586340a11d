import "./rest.js";
import "../helpers/answer-helper.js";
