// In the frame: shows the calculator that the fragment of the address asks for, and tells the page around.

import { publicPart, SOURCE, TYPES } from "./messages.js";
import { calculatorFor, WANTED } from "./placing.js";

const asked = [...new URLSearchParams(location.hash.slice(1))];
const wanted = asked.filter(([name]) => WANTED.includes(name));
const named = asked.filter(([name]) => name === "origin").map(([, origin]) => origin);
/** What the page around says that its origin is: any page can say so, but a message to it reaches no other. */
const [origin] = named.filter(isOrigin);
/** Whether it may hear of results, which is for the server of this frame to say. */
const isTrusted = origin !== undefined && [location.origin, ...trustedOrigins()].includes(origin);

const calculator = Object.assign(calculatorFor(wanted), {
  refused: [
    ...asked.filter(([name]) => name !== "origin" && !WANTED.includes(name)).map(([name]) => [name]),
    ...named.filter((origin) => !isOrigin(origin)).map((origin) => ["origin", origin]),
  ],
});
document.documentElement.lang = calculator.getAttribute("locale") === "en" ? "en" : "zh-CN";

for (const type of TYPES) {
  calculator.addEventListener(`wengang-${type}`, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const told = isTrusted ? detail : publicPart(type, detail);
    if (told && parent !== window) parent.postMessage({ source: SOURCE, type, ...told }, isTrusted ? origin : "*");
  });
}
document.body.append(calculator);
addEventListener("hashchange", () => location.reload());

/** @returns {string[]} those that frame.html names */
function trustedOrigins() {
  const list = document.querySelector('meta[name="wengang-origins"]')?.getAttribute("content") ?? "";
  return list.split(/\s+/).filter(isOrigin);
}

/** One origin, in full: no `*`, and no page without one. @param {string} text */
function isOrigin(text) {
  try {
    return /^https?:/.test(text) && new URL(text).origin === text;
  } catch {
    return false;
  }
}
