// What the scripts for host pages share: where they stand, and what their tags ask for.

/**
 * The tag of a script that is running. Where the browser does not say, as for scripts that another script has put in,
 * it is the first of that name which has not been answered yet.
 * @param {string} name of the file
 */
export function runningScript(name) {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement && currentScript.src) return currentScript;
  const scripts = [...document.querySelectorAll("script")];
  return scripts.find((script) => !answered.has(script) && fileOf(script.src) === name);
}

/** @type {WeakSet<HTMLScriptElement>} */
const answered = new WeakSet();

/** @param {string} address */
function fileOf(address) {
  return address.replace(/[?#].*/, "").replace(/.*\//, "");
}

/**
 * Puts what the tag asks for in the place where the tag stands. A tag that asks for nothing only loads the script.
 * @param {HTMLScriptElement} script
 * @param {(wanted: Map<string, string>) => HTMLElement} make of what its data attributes say, by their names without `data-`
 */
export function place(script, make) {
  answered.add(script);
  const wanted = wantedBy(script);
  if (!PLACING.some((name) => wanted.has(name))) return;
  if (document.head.contains(script)) {
    console.error("wengang: the script stands where the calculator is to appear, in the body of the page.", script);
    return;
  }
  script.after(make(wanted));
}

/** What asks for a calculator. Other attributes, such as those of frameworks, do not. */
const PLACING = /** @type {const} */ (["policy", "policies", "region", "year"]);

/** All that may be asked of it, by the names of its attributes: no other attribute is ever set. */
export const WANTED = [...PLACING, "preset", "locked", "locale", "theme-color", "scheme", "today"];

/**
 * The element as wanted, by its attributes. Where one policy is named and no choice, there is none.
 * @param {Iterable<[string, string]>} wanted
 */
export function calculatorFor(wanted) {
  const calculator = document.createElement("wengang-calculator");
  for (const [name, value] of wanted) if (WANTED.includes(name)) calculator.setAttribute(name, value);
  const [one, ...choice] = PLACING;
  const isOne = calculator.hasAttribute(one) && !choice.some((name) => calculator.hasAttribute(name));
  if (isOne) calculator.setAttribute("fixed", "");
  return calculator;
}

/** @param {HTMLScriptElement} script */
function wantedBy(script) {
  const names = WANTED.filter((name) => script.hasAttribute(`data-${name}`));
  return new Map(names.map((name) => [name, script.getAttribute(`data-${name}`) ?? ""]));
}
