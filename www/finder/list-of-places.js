/** What there is to know of places; it is long, and comes when the finder is there. */
export const list = { china: "", readings: "" };
