// Texts of policies that are published in Chinese only, in the English interface.

import assert from "node:assert/strict";
import { test } from "node:test";
import { worded } from "../../www/shared/worded.js";

/** Whether it is marked as Chinese. @param {string} text @param {string} locale */
function marked(text, locale) {
  const shown = worded(text, locale);
  if (typeof shown === "string") return shown === text ? false : assert.fail(shown);
  assert.deepEqual(shown.values, [text]);
  return shown.strings.join("").includes('lang="zh-CN"');
}

test("Chinese is marked in the English interface alone", () => {
  assert(marked("2024年月均参保人数（含GDP）", "en"));
  assert(!marked("2024年月均参保人数", "zh-CN"));
  assert(!marked("Monthly average", "en"));
  // English that quotes a Chinese name is English.
  assert(!marked("The portal 随申办 decides", "en"));
  assert(!marked("", "en"));
});
