// Has the browser fetch what draws the view of this address while the page's script is still on its way: that script would
// ask for it only once it runs. Which scripts these are, the tag says.

const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
const { hash } = location;
// On a policy's own page, other fragments lead to a rule on it.
const address = dataset.place && !hash.startsWith("#/") ? dataset.place : hash;
const [, place = "", page = ""] = /^#?\/?([^/?]*)\/?([a-z]*)/.exec(address) ?? [];
const views = { compare: "comparison", reconcile: "reconciliation", rules: "rules", year: "year" };
const ofPolicy = views[/** @type {keyof typeof views} */ (page)] ?? "policy";
// Where situations are summed up nobody begins, so that the page is not to name its scripts.
const own = ["profile", "situations", "faq"].includes(place) ? place : ofPolicy;
const scripts = dataset[place === "" ? "start" : own] ?? "";
for (const href of scripts.split(" ").filter(Boolean))
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));

export {};
