import "./form.js";
import "../questions/local-rules.js";
