import { PAGE_PARTS } from "../parts/page-parts.js";
import { comeLater } from "../shared/later.js";

// Before the page is drawn, which asks for them.
comeLater(PAGE_PARTS);
