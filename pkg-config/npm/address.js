// Where a classic script stands, which has no `import.meta`; in a worker, where the worker's own does.
export const address = (typeof document === "object" && document.currentScript?.src) || location.href;
