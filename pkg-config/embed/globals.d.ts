/** Defined by build.mjs: the files beside the scripts, by their names, and the hashes of what was built. */
declare const BESIDE: Record<"wasm" | "translation" | "sheet", { name: string; integrity: string }>;
