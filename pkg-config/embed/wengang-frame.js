// For pages that keep the calculator in a frame: puts the frame where the script stands, gives it the height it needs, and
// passes on what it tells as events of the frame, the same as the element has.

import { SOURCE, TYPES, VERSION } from "./messages.js";
import { place, runningScript } from "./placing.js";

/** In pixels. A page lets no frame take more, whatever the frame says. */
const HEIGHT = { least: 120, first: 800, most: 30_000 };

const script = runningScript("wengang-frame.js");
if (!script) throw new Error("wengang: the script cannot tell its own address.");

place(script, (wanted) => {
  const address = new URL("frame.html", script.src);
  const frame = document.createElement("iframe");
  const says = new URLSearchParams([...wanted]);
  // A page opened from a file has no origin by which it could be told from others.
  if (location.origin !== "null") says.set("origin", location.origin);
  frame.src = `${address}#${says}`;
  frame.title = wanted.get("locale") === "en" ? "Wengang calculator" : "稳岗计算器";
  frame.style.width = "100%";
  frame.style.border = "0";
  frame.style.height = `${HEIGHT.first}px`;

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin) return;
    if (data?.source !== SOURCE || data.version !== VERSION || !TYPES.includes(data.type)) return;
    const { source: _, type, ...detail } = data;
    if (type === "height") {
      frame.style.height = `${Math.min(Math.max(Number(detail.height) || 0, HEIGHT.least), HEIGHT.most)}px`;
    }
    frame.dispatchEvent(new CustomEvent(`wengang-${type}`, { detail, bubbles: true }));
  });
  return frame;
});
