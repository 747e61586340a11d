import { engineReady } from "../../www/shared/engine.js";
import "../../www/parts/whole-page.js";
import "../../www/app/page.js";
import "./engine.js";
import { showPaper } from "./paper.js";
import "./previews.js";

const page = /** @type {HTMLElement} */ (document.querySelector("wengang-page"));
engineReady.then(
  () => {
    page.hidden = false;
    showPaper(false, page);
  },
  () => showPaper(true, page),
);
