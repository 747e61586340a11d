import { inWeChat } from "./surroundings.js";

export function canDownload() {
  return "download" in HTMLAnchorElement.prototype && !inWeChat;
}

/**
 * Gives the reader a file. It is made on the spot; nothing is requested.
 * @param {string} name
 * @param {string} type
 * @param {string | Blob} content
 */
export function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name.replace(/[\\/:*?"<>|]/g, " ");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
