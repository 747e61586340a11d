// The files beside the script: the engine in its two forms, and the sheet that carries styles in older browsers. The script
// knows their hashes, so that whoever checks the script has checked all of them.

import "../../www/shared/older-browsers.js";
import { carryStylesBy } from "../../www/shared/carried-styles.js";
import { startEngine } from "../../www/shared/engine.js";
import { scriptAddress } from "../../www/shared/script-address.js";

/**
 * @param {string} address of the script
 * @param {boolean} [withoutWebAssembly] where the page forbids WebAssembly, and an attempt would be reported
 */
export function useFilesBeside(address, withoutWebAssembly) {
  const { wasm, translation, sheet } = BESIDE;
  const at = (/** @type {{ name: string }} */ { name }) => new URL(name, address).href;

  carryStylesBy(checked("link", sheet, { rel: "stylesheet", href: at(sheet) }));
  const translated = () => checked("script", translation, { src: scriptAddress(at(translation)) });
  const asJavaScript = async (/** @type {WebAssembly.Imports} */ imports) => (await loaded(translated()))(imports);
  // The packs' hashes stand in the catalogue, which is the server's own.
  const policies = { packs: new URL("packs/", address), policies: [] };
  const module = withoutWebAssembly ? asJavaScript : new Request(at(wasm), { integrity: wasm.integrity });
  startEngine({ module, fallback: asJavaScript, ...policies });
}

/**
 * An element that takes no other file than the one that was built.
 * @template {"link" | "script"} Name
 * @param {Name} name
 * @param {{ integrity: string }} file
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 */
function checked(name, { integrity }, properties) {
  return Object.assign(document.createElement(name), { crossOrigin: "anonymous", integrity }, properties);
}

/**
 * What engine.js leaves at its tag. A classic script, as there is no way to check what `import()` gives.
 * @param {HTMLScriptElement & { instantiate?: (imports: WebAssembly.Imports) => unknown }} script
 * @returns {Promise<(imports: WebAssembly.Imports) => unknown>}
 */
function loaded(script) {
  return new Promise((resolve, reject) => {
    script.onload = () => {
      script.remove();
      if (script.instantiate) resolve(script.instantiate);
    };
    script.onerror = () => reject(new Error(`${script.src}: not to be had, or another file than was built`));
    document.head.append(script);
  });
}
