import "./rest.js";
import "../comparison/comparison.js";
