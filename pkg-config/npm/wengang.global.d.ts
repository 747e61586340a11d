import type * as all from "./index.js";

declare global {
  /** What the classic script makes: every function of the module, and its default export as `init`. */
  const wengang: Omit<typeof all, "default"> & { init: typeof all.default };
}
