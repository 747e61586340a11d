// What a frame and the page around it say to each other. A change that could break either makes it another version.

export const SOURCE = "wengang";
export const VERSION = 1;

/** What a frame tells, by the names of the element's events without `wengang-`. */
export const TYPES = /** @type {const} */ (["ready", "height", "result", "error"]);

/** Says no more than how much room is needed, and may be heard by any page; the rest by the one that the frame was told. */
export const PUBLIC = ["ready", "height"];
