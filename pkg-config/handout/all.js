import { engineReady } from "../../www/engine.js";
import "../../www/elements/page.js";
import "./engine.js";
import { showPaper } from "./paper.js";

engineReady.then(() => {
  const page = /** @type {HTMLElement} */ (document.querySelector("wengang-page"));
  page.hidden = false;
  showPaper(false, page);
});
