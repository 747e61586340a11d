// Where all is in one script, nothing comes later.
import "../messages/all.js";
import { comeLater, loadAll } from "../shared/later.js";
import { FORM_PARTS } from "./calculator-parts.js";

comeLater(FORM_PARTS);
loadAll();
