/** Defined by build.mjs. */
declare const ENGINE: { name: string; integrity: string; fallback: string };
