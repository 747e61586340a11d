import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarFile } from "../../www/next-steps/calendar-file.js";

const WRITTEN = new Date("2022-05-31T08:09:10.123Z");

const day = {
  id: "shanghai-2022-online-training-importBy-2022-06-16",
  date: "2022-06-16",
  title: "导入学员信息，最迟一天",
  text: "第一行\n第二行；分号; 反斜杠\\",
};

/** The content lines of a calendar file, put together again. @param {string} file */
const unfolded = (file) => file.replaceAll("\r\n ", "").split("\r\n");

test("a whole day with a reminder three days before", () => {
  const lines = unfolded(calendarFile([day], WRITTEN));
  for (const line of [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "UID:shanghai-2022-online-training-importBy-2022-06-16@wengang",
    "DTSTAMP:20220531T080910Z",
    "DTSTART;VALUE=DATE:20220616",
    "DTEND;VALUE=DATE:20220617",
    "TRIGGER:-P2DT15H",
    "END:VCALENDAR",
  ]) {
    assert.ok(lines.includes(line), line);
  }
  assert.equal(lines.at(-1), "", "the last line is ended, too");
});

test("the day after the last of a month or a year", () => {
  const end = (/** @type {string} */ date) =>
    unfolded(calendarFile([{ ...day, date }], WRITTEN)).find((line) => line.startsWith("DTEND"));
  assert.equal(end("2024-02-28"), "DTEND;VALUE=DATE:20240229");
  assert.equal(end("2022-12-31"), "DTEND;VALUE=DATE:20230101");
});

test("separators are escaped", () => {
  const lines = unfolded(calendarFile([{ ...day, title: "a, b; c\\d\ne" }], WRITTEN));
  assert.ok(lines.includes("SUMMARY:a\\, b\\; c\\\\d\\ne"), lines.join("\n"));
});

test("no line is longer than 75 octets, and none ends within a character", () => {
  const file = calendarFile([{ ...day, text: `x${"培训结束后十个工作日内导入学员信息".repeat(9)}` }], WRITTEN);
  const lines = file.split("\r\n");
  assert.ok(!/[^\r]\n/.test(file), "every line ends with CRLF");
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(
    lines.some((line) => Buffer.byteLength(line) > 70),
    "lines are not broken sooner than needed",
  );
  assert.ok(!file.includes("\ufffd"));
  assert.ok(unfolded(file).includes(`DESCRIPTION:x${"培训结束后十个工作日内导入学员信息".repeat(9)}`));
});

test("several days in one file, each with the address of its rule where it has one", () => {
  const url = "https://example.org/rule,1";
  const lines = unfolded(calendarFile([day, { ...day, id: "other", url }], WRITTEN));
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 2);
  assert.equal(lines.filter((line) => line === "BEGIN:VCALENDAR").length, 1);
  assert.deepEqual(
    lines.filter((line) => line.startsWith("URL:")),
    [`URL:${url}`],
  );
});
