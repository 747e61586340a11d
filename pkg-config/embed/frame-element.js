import { SOURCE, TYPES, VERSION } from "./messages.js";

/** In pixels. A page lets no frame take more, whatever the frame says. */
const HEIGHT = { least: 120, first: 800, most: 30_000 };

/**
 * Where the frame's page shows what is wanted. It tells results to this page alone; a page that was opened from a file has
 * no origin by which it could be told from others, and hears of none.
 * @param {URL} address of frame.html
 * @param {Iterable<[string, string]>} wanted
 */
export function frameAddress(address, wanted) {
  const says = new URLSearchParams([...wanted]);
  if (location.origin !== "null") says.set("origin", location.origin);
  return `${address}#${says}`;
}

/**
 * A frame that takes the height it needs and passes on what it tells, as events of its own, the same as the element has.
 * @param {URL} address of frame.html
 * @param {Map<string, string>} wanted
 */
export function frameFor(address, wanted) {
  const frame = document.createElement("iframe");
  frame.src = frameAddress(address, wanted);
  frame.title = wanted.get("locale") === "en" ? "Wengang calculator" : "稳岗计算器";
  frame.style.display = "block";
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
}
