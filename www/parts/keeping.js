import "./rest.js";
import "../keeping/keep.js";
import "../keeping/sheet.js";
