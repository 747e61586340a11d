// Where all is in one script, nothing comes later.
import "../messages/all.js";
import { comeLater, loadAll } from "../shared/later.js";
import { PAGE_PARTS } from "./page-parts.js";

comeLater(PAGE_PARTS);
loadAll();
