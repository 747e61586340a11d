import assert from "node:assert/strict";
import { test } from "node:test";
import { dateText } from "../../www/answers/date-text.js";

test("a day is said with its weekday", () => {
  assert.equal(dateText("2024-03-15", "zh-CN"), "2024年3月15日星期五");
  assert.match(dateText("2024-03-15", "en"), /^Friday,? 15 March 2024$/);
});
