// Who runs a copy of the page: the file that says so when the site is built, and the foot of the page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import sirv from "sirv";
import { operatorFrom } from "../../pkg-config/site/operator.mjs";
import { chinese, english } from "../../www/messages/all.js";
import { openSite, SHANGHAI, SIZES, shows } from "./support.mjs";

const site = await openSite();
const folder = mkdtempSync(join(tmpdir(), "wengang-operator-"));
after(() => rmSync(folder, { recursive: true }));

const FILE = `
name    = { zh = "某市<人力资源>和社会保障局", en = "Bureau of “Somewhere” & Co" }
phone   = "0000-1234 5678"
report  = "cuowu@example.gov.cn"
address = "https://example.gov.cn/wengang/"
portal  = { name = { zh = "网上办事大厅", en = "Service hall" }, url = "https://example.gov.cn/hall?a=1&b=2" }

[[records]]
text = "某ICP备00000000号"
url  = "https://beian.example.cn/"
`;

/** @param {string} text */
function written(text) {
  const path = join(folder, "operator.toml");
  writeFileSync(path, text);
  return path;
}

test("the foot of the page names the operator, in both languages, with the ways to reach them", async () => {
  const out = join(folder, "site");
  const env = { ...process.env, OPERATOR: written(FILE) };
  execFileSync("node", ["pkg-config/site/build.mjs", out], { env, stdio: "ignore" });
  const server = createServer(sirv(out, { dev: true })).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    const page = await site.browser.newPage({ viewport: SIZES.phone });
    /** @type {string[]} */
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(`http://127.0.0.1:${port}/#/${SHANGHAI}`);
    await page.locator("wengang-question-list").waitFor();
    const foot = page.locator("footer .operator");
    await shows(foot, "由某市<人力资源>和社会保障局提供");
    const address = (/** @type {string} */ name) => foot.getByRole("link", { name }).getAttribute("href");
    assert.equal(await address("0000-1234 5678"), "tel:000012345678");
    assert.equal(await address("网上办事大厅"), "https://example.gov.cn/hall?a=1&b=2");
    assert.equal(await address("某ICP备00000000号"), "https://beian.example.cn/");
    // A report says of itself what it is about.
    const { protocol, pathname, searchParams } = new URL((await address(chinese.operator.report)) ?? "");
    assert.equal(protocol + pathname, "mailto:cuowu@example.gov.cn");
    assert.match(searchParams.get("subject") ?? "", /失业保险稳岗返还.*[0-9a-f]{24}/);
    await page.getByRole("button", { name: "English" }).click();
    await shows(foot, "Provided by Bureau of “Somewhere” & Co");
    await shows(foot, english.operator.report);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), SIZES.phone.width);
    assert.deepEqual(errors, []);
    await page.close();

    const plain = await site.browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`http://127.0.0.1:${port}/`);
    await shows(plain.locator("wengang-page"), "由某市<人力资源>和社会保障局提供，电话0000-1234 5678。");
    const card = (/** @type {string} */ name) => plain.locator(`meta[property="og:${name}"]`).getAttribute("content");
    assert.equal(await card("url"), "https://example.gov.cn/wengang/");
    assert.equal(await card("image"), "https://example.gov.cn/wengang/icon-512.png");
    assert.match((await card("title")) ?? "", /稳岗计算器/);
    await plain.close();
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("a page that nobody has signed says so", async () => {
  const { page } = await site.open();
  await shows(page.locator("footer"), chinese.operator.unsigned);
  await page.close();
});

test("an operator needs a name; what is wrong in the file is said, and nothing is built from it", () => {
  const least = operatorFrom(written('name = { zh = "某局", en = "A bureau" }'));
  assert.deepEqual(least, { name: { zh: "某局", en: "A bureau" }, records: [] });
  const mistakes = {
    'phone = "1"': "name.zh",
    'name = "某局"': "name.zh",
    'name = { zh = "某局", en = "" }': "name.en",
    'name = { zh = "某局", en = "A" }\ntelephone = "1"': "telephone",
    'name = { zh = "某局", en = "A" }\nphone = "call us"': "phone",
    'name = { zh = "某局", en = "A" }\nreport = "javascript:alert(1)"': "report",
    'name = { zh = "某局", en = "A" }\nreport = "a@b.cn?bcc=c@d.cn"': "report",
    'name = { zh = "某局", en = "A" }\naddress = "https://example.gov.cn/wengang"': "address",
    'name = { zh = "某局", en = "A" }\nportal = { name = { zh = "甲", en = "B" }, url = "javascript:alert(1)" }':
      "portal.url",
    'name = { zh = "某局", en = "A" }\n[[records]]\nurl = "https://example.cn/"': "records.text",
  };
  for (const [file, key] of Object.entries(mistakes)) {
    const path = written(file);
    assert.throws(() => operatorFrom(path), new RegExp(`^Error: ${path}: ${key.replace(".", "\\.")} should be `), file);
  }
});

test("but for who signed it, every copy is the same", () => {
  const out = join(folder, "unsigned");
  execFileSync("node", ["pkg-config/site/build.mjs", out], { env: { ...process.env, OPERATOR: "" }, stdio: "ignore" });
  const [unsigned, signed] = [out, join(folder, "site")].map((path) => readFileSync(join(path, "index.html"), "utf8"));
  const scripts = (/** @type {string | undefined} */ page) => page?.match(/\.\/[\w.]+\.[0-9A-Z]{8}\.[\w.]+/g);
  assert.deepEqual(scripts(signed), scripts(unsigned));
});
