/** Defined by build.mjs: what all policies are called, by their ids. */
declare const TITLES: Record<string, { zh: string; en: string }>;
