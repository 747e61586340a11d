// What the host page's global object has before anything else runs.
Object.defineProperty(window, "globalsBefore", { value: Object.getOwnPropertyNames(window) });
