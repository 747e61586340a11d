// The contract tests that need nothing of Node, in whichever browser opens this page: what failed, by test, is left as
// JSON in #report, for any driver to read.

import init from "../../../dist/npm/index.js";
import initRuntime from "../../../dist/npm/runtime/index.js";
import { run } from "./node-test.mjs";

async function report() {
  await Promise.all([init(), initRuntime()]);
  await import("../node.test.mjs");
  await import("../columns.test.mjs");
  await import("../properties.test.mjs");
  // Last: from there on, there is a policy more.
  await import("../added-policy.test.mjs");
  return run();
}

/** @param {unknown} content */
function show(content) {
  const element = document.querySelector("#report");
  if (element) element.textContent = JSON.stringify(content);
}

report().then(show, (error) => show({ "the page starts": String(error) }));
