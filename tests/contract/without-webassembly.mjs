// Makes Node an engine without WebAssembly: `node --import ./tests/contract/without-webassembly.mjs --test …`.

Reflect.deleteProperty(globalThis, "WebAssembly");
for (const entry of ["index.js", "runtime/index.js"]) {
  const { default: init } = await import(new URL(`../../dist/npm/${entry}`, import.meta.url).href);
  await init();
}
