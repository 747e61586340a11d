// For pages that keep the calculator in a frame: puts the frame where the script stands.

import { frameFor } from "./frame-element.js";
import { place, runningScript } from "./placing.js";

const script = runningScript("wengang-frame.js");
if (!script) throw new Error("wengang: the script cannot tell its own address.");

place(script, (wanted) => frameFor(new URL("frame.html", script.src), wanted));
