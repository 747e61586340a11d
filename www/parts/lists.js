// What lists of policies stand on.
import "./core.js";
import "../shared/catalogue.js";
import "../shared/filters.js";
