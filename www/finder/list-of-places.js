/** What there is to know of places and of how they are written; it is long, and comes when the finder is there. */
export const list = { china: "", readings: "", traditional: "" };
