// What a frame and the page around it say to each other. A change that could break either makes it another version, which
// is the version of the element's events too.

export const SOURCE = "wengang";
export const VERSION = 1;

/** What a frame tells, by the names of the element's events without `wengang-`. */
export const TYPES = /** @type {const} */ (["ready", "height", "result", "file", "error"]);

/**
 * What of it any page may hear: that the frame is there, and how much room it needs.
 * @param {string} type
 * @param {{ version: number, height?: number }} detail
 */
export function publicPart(type, { version, height }) {
  if (type === "ready") return { version };
  return type === "height" ? { version, height } : undefined;
}
