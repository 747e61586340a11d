import { engineReady } from "../../www/engine.js";
import "../../www/elements/page.js";
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
