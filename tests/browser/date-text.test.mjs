import assert from "node:assert/strict";
import { test } from "node:test";
import { dateText, readDate } from "../../www/date-text.js";

test("days are read as people type and paste them", () => {
  const forms = [
    "20240305",
    "2024-3-5",
    "2024-03-05",
    "2024年3月5日",
    "2024 年 3 月 5 日",
    "2024/3/5",
    "2024.3.5",
    "２０２４－０３－０５",
    "２０２４。３。５",
    "2024/3/5 0:00",
    "2024-03-05 00:00:00",
    "2024-03-05T00:00:00",
    "2024年3月5日星期二",
    " 2024年3月5日 （周二）",
  ];
  for (const typed of forms) assert.equal(readDate(typed), "2024-03-05", typed);
});

test("what is no day, or not certainly one, is not read", () => {
  for (const typed of [
    "",
    "2024-02-30",
    "20241301",
    "2024-3",
    "3/5/2024",
    "24-3-5",
    "202435",
    "明天",
    "2024-3-5 8:30",
  ]) {
    assert.equal(readDate(typed), undefined, typed);
  }
});

test("a day is said with its weekday", () => {
  assert.equal(dateText("2024-03-15", "zh-CN"), "2024年3月15日星期五");
  assert.match(dateText("2024-03-15", "en"), /^Friday,? 15 March 2024$/);
});
