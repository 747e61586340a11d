// Where all is in one script, nothing comes later.
import "../messages/all.js";
import { comeLater, loadAll } from "../shared/later.js";
import { CALCULATOR_PARTS } from "./calculator-parts.js";

comeLater(CALCULATOR_PARTS);
loadAll();
