import assert from "node:assert/strict";
import { test } from "node:test";
import { describe as description, policies } from "../../dist/npm/index.js";
import { messagesIn } from "../../www/messages/all.js";
import { openSite, SIZES, shows } from "./support.mjs";
import "./with-engine.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Locale } from "../../dist/npm/index.js" */

const { counts, readQuery, search } = await import("../../www/finder/search.js");
const { describeNow, entriesOf } = await import("../../www/shared/catalogue.js");

const site = await openSite();

/** A day on which the policies are looked at, so that the tests do not depend on today. */
const TODAY = "2026-11-27";
const all = policies({ today: TODAY }).map((policy) => ({ ...policy, ...description(policy.id, { today: TODAY }) }));
/**
 * How a policy stands to a reader: the package knows no "upcoming", and calls what is still to come "expired".
 * @param {(typeof all)[number]} policy
 */
const standing = ({ status, effective: { from } }) => (from !== null && from > TODAY ? "upcoming" : status);
const SHANGHAI_REFUND = all.find(({ id }) => id === "shanghai-2024-stabilisation-refund");
const ONLINE = all.find(({ id }) => id === "shanghai-2022-online-training");
const SKILLS = all.find(({ id }) => id === "changzhou-2020-skill-certificate");

/**
 * The finder in the place of whatever the page shows.
 * @param {{ viewport?: { width: number, height: number }, locale?: Locale, today?: string }} [options]
 */
async function openFinder({ viewport = SIZES.desktop, locale = "zh-CN", today = TODAY } = {}) {
  const { page, errors } = await site.open({ viewport });
  await page.locator("main").evaluate(
    (main, properties) => {
      main.replaceChildren(Object.assign(document.createElement("wengang-finder"), properties));
    },
    { locale, today },
  );
  const { finder, policy } = messagesIn(locale);
  await shows(page.getByRole("status"), finder.found(all.length, all.length));
  // Summaries come after the titles; the last of them means that everything is there.
  await page.waitForFunction(
    () =>
      ![
        .../** @type {any} */ (document.querySelector("wengang-page")).shadowRoot
          .querySelector("wengang-finder")
          .shadowRoot.querySelector("wengang-policy-list")
          .shadowRoot.querySelectorAll(".summary"),
      ].some((summary) => summary.textContent === ""),
  );
  return { page, errors, finder, policy };
}

/**
 * All policies are read in full before it is settled what is found, which may take a while.
 * @param {Page} page
 * @param {number} count
 */
async function found(page, count) {
  const { finder } = messagesIn("zh-CN");
  await page
    .getByRole("status")
    .filter({ hasText: finder.found(count, all.length) })
    .waitFor({ timeout: 60_000 });
}

/** @param {Page} page */
async function titles(page) {
  const links = page.locator("wengang-policy-list").getByRole("heading", { level: 4 }).locator("visible=true");
  return (await links.allTextContents()).map((title) => title.trim());
}

/** @param {(typeof all)[number][]} expected */
const titlesOf = (expected) => expected.map(({ title }) => title).sort();

test("policies in force come first, then standards; the expired ones are folded away, named as still of use", async () => {
  const { page, errors, finder } = await openFinder();
  const shown = all.filter((policy) => standing(policy) !== "expired");
  assert.deepEqual((await titles(page)).sort(), titlesOf(shown));
  const list = page.locator("wengang-policy-list");
  const headings = await list.getByRole("heading", { level: 3 }).allTextContents();
  const groups = /** @type {const} */ (["in-force", "upcoming", "reference", "expired"]);
  const there = groups.filter((group) => all.some((policy) => standing(policy) === group));
  assert.deepEqual(
    headings,
    there.map((group) => finder.group[group]),
  );
  await list.locator("summary").filter({ hasText: finder.expiredUse }).click();
  assert.deepEqual((await titles(page)).sort(), titlesOf(all));
  assert.deepEqual(errors, []);
  await page.close();
});

test("each policy says where, when, for whom and how it stands, and leads to calculating and to its rules", async () => {
  const { page, policy, finder } = await openFinder();
  await page.locator("wengang-policy-list summary").click();
  const list = page.locator("wengang-policy-list");
  for (const each of all) {
    const { id, title, region, claimYear, audience, summary } = each;
    const item = list.getByRole("listitem").filter({ hasText: title }).filter({ hasText: region });
    await shows(item, policy.badge[standing(each)]);
    await shows(item, policy.audience[audience]);
    await shows(item, claimYear === null ? summary.slice(0, 6) : policy.claimYear(claimYear));
    const links = item.getByRole("link");
    const here = item.getByRole("link", { name: title, exact: true });
    assert.ok((await here.evaluateAll((found) => found.map((link) => link.getAttribute("href")))).includes(`#/${id}`));
    const rules = links.and(page.getByLabel(finder.rulesOf(title), { exact: true }));
    const addresses = await rules.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    assert.ok(addresses.includes(`#/${id}/rules`), `${addresses}`);
  }
  await page.close();
});

test("a topic narrows the list, and pressed again does not", async () => {
  const { page, finder } = await openFinder();
  const tiles = page.locator("wengang-topic-tiles");
  const tile = tiles.getByRole("button", { name: finder.topic.pay });
  const wanted = all.filter(({ topic }) => topic === "pay");
  await shows(tile, finder.count(wanted.length));
  await tile.click();
  assert.equal(await tile.getAttribute("aria-pressed"), "true");
  assert.deepEqual((await titles(page)).sort(), titlesOf(wanted));
  await tile.click();
  await shows(page.getByRole("status"), finder.found(all.length, all.length));
  assert.equal(await tiles.getByRole("button", { name: finder.topic.other }).count(), 0);
  await page.close();
});

test("region, year and audience narrow it further, are shown, and can be taken back one by one or all", async () => {
  const { page, finder, policy } = await openFinder();
  const changzhou = all.filter(({ region }) => ["常州市", "江苏省", "全国"].includes(region));
  const region = page.getByLabel(finder.filter.region, { exact: true });
  assert.ok(
    (await region.locator("option").allTextContents()).some((text) => text.includes(`（${changzhou.length}）`)),
  );
  await region.selectOption("常州市");
  await shows(page.getByRole("status"), finder.found(changzhou.length, all.length));
  await page.getByLabel(finder.filter.audience, { exact: true }).selectOption("citizen");
  await page.getByLabel(finder.filter.year, { exact: true }).selectOption("2020");
  // Nothing of these is in force, so what has expired is not folded away.
  const about2020 = changzhou.filter(({ claimYear, effective: { from, to } }) =>
    claimYear === null ? (from ?? "") <= "2020-12-31" && (to ?? "9999") >= "2020-01-01" : claimYear === 2020,
  );
  const wanted = about2020.filter(({ audience }) => audience === "citizen");
  assert.deepEqual((await titles(page)).sort(), titlesOf(wanted));
  const chosen = page.getByRole("list", { name: finder.chosen });
  assert.equal(await chosen.getByRole("listitem").count(), 4);
  await chosen
    .getByRole("button", {
      name: finder.remove(finder.filterWith(finder.filter.audience, policy.audience.citizen)),
    })
    .click();
  await shows(page.getByRole("status"), finder.found(about2020.length, all.length));
  await chosen.getByRole("button", { name: finder.removeAll }).click();
  await shows(page.getByRole("status"), finder.found(all.length, all.length));
  assert.equal(await chosen.count(), 0);
  await page.close();
});

test("a policy without a claim year is found under every year of its period only", async () => {
  const { page, finder } = await openFinder();
  const year = page.getByLabel(finder.filter.year, { exact: true });
  const refund = all.find(({ id }) => id === "national-stabilisation-refund")?.title ?? "";
  await year.selectOption("2026");
  assert.ok((await titles(page)).includes(refund));
  await year.selectOption("2020");
  assert.ok(!(await titles(page)).includes(refund));
  await page.close();
});

test("words are found whatever their width and case, in titles, regions, terms and document numbers", async () => {
  const { page } = await openFinder();
  const text = page.getByRole("searchbox");
  const wanted = [SHANGHAI_REFUND?.title ?? ""];
  for (const words of [
    "上海 ２０２４ 返还",
    "上海2024返还",
    "裁员率 上海",
    SHANGHAI_REFUND?.sources.find(({ number }) => number)?.number ?? "?",
  ]) {
    await text.fill(words);
    assert.ok((await titles(page)).includes(wanted[0] ?? "?"), words);
    assert.ok(!(await titles(page)).includes(SKILLS?.title ?? "?"), words);
  }
  await page.close();
  const english = await openFinder({ locale: "en" });
  await english.page.getByRole("searchbox").fill("OVERTIME");
  assert.equal((await titles(english.page)).length, 1);
  await english.page.getByRole("searchbox").fill("ｏｖｅｒtime");
  assert.equal((await titles(english.page)).length, 1);
  await shows(english.page.getByRole("status"), english.finder.found(1, all.length));
  await english.page.close();
});

test("where nothing is found, the page says what to loosen, and does it", async () => {
  const { page, finder, policy } = await openFinder();
  await page.getByRole("searchbox").fill("上海线上培训");
  await page.getByLabel(finder.filter.audience, { exact: true }).selectOption("citizen");
  await shows(page.locator("wengang-finder"), finder.nothingFound);
  const audience = finder.filterWith(finder.filter.audience, policy.audience.citizen);
  const way = page.getByRole("button", { name: `“${audience}”` }).and(page.locator(".empty button"));
  await way.click();
  assert.ok((await titles(page)).includes(ONLINE?.title ?? "?"));
  const focus = await page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.id;
  });
  assert.equal(focus, "all", "the keyboard stays near the list");
  await page.close();
});

test("a policy that is still to come is not called expired", async () => {
  const { page, policy, finder } = await openFinder({ today: "2019-06-01" });
  const upcoming = page.getByRole("region", { name: finder.group.upcoming });
  await shows(upcoming, SKILLS?.title ?? "?");
  await shows(upcoming, policy.badge.upcoming);
  assert.equal(await page.getByText(policy.badge.expired, { exact: true }).count(), 0);
  await page.close();
});

test("the way to the profile is there", async () => {
  const { page, finder } = await openFinder();
  const link = page.getByRole("link", { name: finder.profile });
  assert.equal(await link.getAttribute("href"), "#/profile");
  await page.close();
});

test("filters stay when the language changes", async () => {
  const { page, finder } = await openFinder();
  await page.getByLabel(finder.filter.region, { exact: true }).selectOption("常州市");
  await page.locator("wengang-finder").evaluate((element) => element.setAttribute("locale", "en"));
  const english = messagesIn("en").finder;
  await shows(page.getByRole("list", { name: english.chosen }), "Changzhou");
  await page.close();
});

const NATIONAL_REFUND = all.find(({ id }) => id === "national-stabilisation-refund");
const BENEFIT = all.find(({ id }) => id === "shanghai-2026-unemployment-benefit");
const OVERTIME = all.find(({ id }) => id === "national-overtime-pay");

test("what was asked for comes first, and nothing of it is folded away", async () => {
  const { page, finder } = await openFinder();
  await page.getByLabel(finder.filter.region, { exact: true }).selectOption("上海市");
  await page.getByLabel(finder.filter.year, { exact: true }).selectOption("2024");
  const found = await titles(page);
  assert.equal(found[0], SHANGHAI_REFUND?.title);
  assert.ok(found.indexOf(NATIONAL_REFUND?.title ?? "?") > 0);
  assert.equal(await page.locator("wengang-policy-list details").count(), 0);
  await page.close();
});

test("people's own words lead to a policy, in any script and width", async () => {
  const { page } = await openFinder();
  const text = page.getByRole("searchbox");
  for (const [words, policy] of /** @type {const} */ ([
    ["加班费", OVERTIME],
    ["加班費", OVERTIME],
    ["三倍工资", OVERTIME],
    ["双倍工资", OVERTIME],
    ["加班费怎么算", OVERTIME],
    ["失业金", BENEFIT],
    ["稳岗补贴", NATIONAL_REFUND],
    ["穩崗返還", NATIONAL_REFUND],
    ["失业保险返还", NATIONAL_REFUND],
    ["裁员率", NATIONAL_REFUND],
    ["２０２６ 稳岗", NATIONAL_REFUND],
    ["上海 稳岗", SHANGHAI_REFUND],
    ["Shanghai 稳岗 2024", SHANGHAI_REFUND],
  ])) {
    await text.fill(words);
    const [first] = await titles(page);
    // Of a scheme there is more than one, of cities and of years.
    const schemes = all.filter(({ title }) => title === first).map(({ scheme }) => scheme);
    assert.ok(policy && schemes.includes(policy.scheme), `${words}: ${first}`);
    assert.ok((await titles(page)).includes(policy.title), words);
  }
  await page.close();
});

test("what has a word in its name comes without what has it only in its small print", async () => {
  const { page } = await openFinder();
  await page.getByRole("searchbox").fill("上海 稳岗");
  assert.ok(!(await titles(page)).includes(OVERTIME?.title ?? "?"));
  // A document is found all the same, once the policies have been read.
  await page.getByRole("searchbox").fill("上海市企业工资支付办法");
  await found(page, 1);
  assert.deepEqual(await titles(page), [OVERTIME?.title]);
  await page.close();
});

test("what has not been read in full yet is said to be only known by its title, and found when it has come", async () => {
  const { finder } = messagesIn("zh-CN");
  const page = await site.browser.newPage();
  /** @type {(_?: unknown) => void} */
  let arrive = () => {};
  const arrived = new Promise((settle) => {
    arrive = settle;
  });
  await page.route("**/*.pack", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(site.url);
  await page.getByRole("searchbox").fill("上海市企业工资支付办法");
  const list = page.locator("wengang-finder");
  await shows(list, finder.notReadYet(all.length));
  arrive();
  await found(page, 1);
  assert.equal(await list.getByText(finder.notReadYet(all.length)).count(), 0);
  await page.close();
});

/** What a visitor types, and where it leads: to policies of these regions, of the first if it has any, and of the whole country. */
/** @type {[string, string, string[]][]} */
const TYPED = [
  ["杭州", "浙江杭州", ["杭州市", "浙江省"]],
  ["hangzhou", "浙江杭州", ["杭州市", "浙江省"]],
  ["Hangzhou City", "浙江杭州", ["杭州市", "浙江省"]],
  ["苏州工业园区", "江苏苏州", ["苏州市", "江苏省"]],
  ["昆山", "江苏苏州昆山", ["昆山市", "苏州市", "江苏省"]],
  ["kunshan", "江苏苏州昆山", ["昆山市", "苏州市", "江苏省"]],
  ["静安", "上海静安", ["静安区", "上海市"]],
  ["浦东新区", "上海浦东", ["浦东新区", "上海市"]],
  ["shanghai", "上海", ["上海市"]],
  ["北京 稳岗补贴", "北京", ["北京市"]],
  ["北京朝阳", "北京朝阳", ["朝阳区", "北京市"]],
  ["深圳南山", "广东深圳南山", ["南山区", "深圳市", "广东省"]],
  ["广州市天河区", "广东广州天河", ["天河区", "广州市", "广东省"]],
  ["廣州", "广东广州", ["广州市", "广东省"]],
  ["成都裁员率", "四川成都", ["成都市", "四川省"]],
  ["重庆渝北", "重庆渝北", ["渝北区", "重庆市"]],
  ["义乌", "浙江金华义乌", ["义乌市", "金华市", "浙江省"]],
  ["武汉 失业保险返还", "湖北武汉", ["武汉市", "湖北省"]],
  ["长春", "吉林长春", ["长春市", "吉林省"]],
  ["xi'an", "陕西西安", ["西安市", "陕西省"]],
  ["常州武进", "江苏常州武进", ["武进区", "常州市", "江苏省"]],
  ["石家庄2026稳岗", "河北石家庄", ["石家庄市", "河北省"]],
];

test("what a visitor types leads to the policies of the place, of what it lies in, and of the whole country", async () => {
  await import("../../www/finder/china.js");
  const { nameOf } = await import("../../www/finder/places.js");
  const entries = entriesOf({ locale: "zh-CN", today: TODAY });
  describeNow(entries, { locale: "zh-CN", today: TODAY });
  for (const [text, name, regions] of TYPED) {
    const [place] = readQuery(text).places;
    assert.equal(place && nameOf(place, "zh-CN"), name, text);
    const found = search(entries, { text });
    const strangers = found.filter(({ area }) => area !== "全国" && !regions.includes(area));
    assert.deepEqual(strangers, [], text);
    assert.ok(
      found.some(({ policy }) => policy.id === NATIONAL_REFUND?.id),
      text,
    );
    // What is nearer comes first.
    const nearness = found.map(({ area }) => (area === "全国" ? regions.length : regions.indexOf(area)));
    assert.deepEqual(
      nearness,
      [...nearness].sort((one, other) => Math.min(one, 1) - Math.min(other, 1)),
      text,
    );
  }
});

test("a place is told which policies hold there, and what to ask its bureau where these leave it open", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  const { finder } = form.messages;
  const note = page.locator("wengang-place-note");
  /** @param {string} area @param {"in-force" | "expired"} status @param {string} [scheme] */
  const policyOf = (area, status, scheme = "refund") => ({
    area,
    policy: { id: `${area}-${scheme}`, title: area, region: area, status, scheme },
    excerpt: { leftToPlaces: area === "全国" ? ["返还比例", "裁员率公式"] : [], locals: [] },
  });
  const nationwide = policyOf("全国", "in-force");
  const jiangsu = { name: "江苏", latin: ["jiangsu"], isDistrict: false };
  const suzhou = { name: "苏州", latin: ["suzhou"], isDistrict: false, within: jiangsu };
  const asked = [finder.askThere("返还比例、裁员率公式"), "12333"];
  for (const { own, told, untold } of [
    { own: [], told: [finder.noOwn("江苏苏州"), finder.nationwideApplies, ...asked], untold: [] },
    {
      own: [policyOf("苏州市", "expired")],
      told: [finder.ownExpired("江苏苏州"), finder.nationwideApplies, ...asked],
      untold: [finder.noOwn("江苏苏州")],
    },
    {
      own: [policyOf("江苏省", "expired")],
      told: [finder.ownExpired("江苏"), finder.nationwideApplies, ...asked],
      untold: [],
    },
    {
      own: [policyOf("江苏省", "in-force")],
      told: [finder.placeWithin("江苏苏州", "江苏")],
      untold: ["12333", finder.noOwn("江苏苏州")],
    },
    {
      own: [policyOf("苏州市", "expired"), policyOf("江苏省", "in-force")],
      told: [finder.ownExpired("江苏苏州"), finder.placeWithin("江苏苏州", "江苏")],
      untold: ["12333"],
    },
    {
      own: [
        {
          ...nationwide,
          policy: { ...nationwide.policy, claimYear: 2020 },
          excerpt: { leftToPlaces: ["比例"], locals: [] },
        },
      ],
      told: [finder.askThere("比例")],
      untold: [finder.askThere("返还比例、裁员率公式")],
    },
    { own: [policyOf("苏州市", "in-force", "training")], told: asked, untold: [finder.ownExpired("江苏苏州")] },
  ]) {
    const entries = [...own, nationwide];
    await page.locator("main").evaluate(
      (main, properties) => {
        main.replaceChildren(Object.assign(document.createElement("wengang-place-note"), properties));
      },
      { places: [suzhou], entries, found: entries, filters: { text: "苏州" } },
    );
    for (const text of told) await shows(note, text);
    for (const text of untold) assert.equal(await note.getByText(text).count(), 0, text);
  }
  await page.close();
});

test("places with the same name are told, and one of them can be meant instead", async () => {
  const { page, finder } = await openFinder();
  await page.getByRole("searchbox").fill("Suzhou");
  await page.getByRole("button", { name: finder.namesake("安徽宿州") }).click();
  assert.equal(await page.getByRole("searchbox").inputValue(), "安徽宿州");
  assert.equal(await page.getByRole("button", { name: finder.namesake("江苏苏州") }).count(), 0);
  await page.close();
});

test("a district goes by its city's policies, a province shows those of its cities", async () => {
  const { page } = await openFinder();
  await page.getByRole("searchbox").fill("静安 2024");
  await page.getByRole("complementary", { name: "上海静安" }).waitFor();
  assert.equal((await titles(page))[0], SHANGHAI_REFUND?.title);
  await page.getByRole("searchbox").fill("江苏");
  assert.ok((await titles(page)).includes(SKILLS?.title ?? "?"));
  const list = page.locator("wengang-policy-list");
  assert.equal(await list.locator(`[href="#/${SKILLS?.id}"]`).count(), 1);
  assert.equal(await list.locator(`[href="#/${SHANGHAI_REFUND?.id}"]`).count(), 0);
  await page.close();
});

test("a policy that has run out leads to what came after it, from the list and from its own page", async () => {
  const { page, policy } = await openFinder();
  await page.getByRole("searchbox").fill("上海 稳岗 2024");
  const successor = policy.inRegion("全国", "");
  const name = new RegExp(`^${successor.slice(0, 2)}《失业保险稳岗返还`);
  const links = page.locator("wengang-policy-list").getByRole("listitem").filter({ hasText: policy.successor });
  await links.first().getByRole("link", { name }).click();
  assert.match(await page.evaluate(() => location.hash), /^#\/national-[a-z0-9-]*stabilisation-refund$/);
  await page.close();
  const own = await site.open({ viewport: SIZES.phone });
  const heading = own.page.locator("wengang-policy-heading");
  await shows(heading, policy.successor);
  await heading.getByRole("link", { name }).waitFor();
  await own.page.close();
});

test("a link to what has run out leads on before the catalogue is there", async () => {
  const { policy } = messagesIn("zh-CN");
  const page = await site.browser.newPage();
  await page.route("**/catalogue.json", () => {});
  await page.goto(`${site.url}#/${SHANGHAI_REFUND?.id}`);
  const heading = page.locator("wengang-policy-heading");
  await shows(heading, policy.successor);
  await shows(heading.getByRole("link"), "失业保险稳岗返还");
  await page.close();
});

test("a place that nobody has listed is sent to the nationwide rules", async () => {
  const { page, finder } = await openFinder();
  await page.getByRole("searchbox").fill("乌有乡");
  await shows(page.getByRole("complementary"), finder.perhapsPlace);
  await page.getByRole("button", { name: finder.seeNationwide }).click();
  assert.ok((await titles(page)).includes(NATIONAL_REFUND?.title ?? "?"));
  await page.close();
});

test("on a phone, a tile leads to what it finds", async () => {
  const { page, errors } = await site.open({ viewport: SIZES.phone }, "#/");
  const { finder } = messagesIn("zh-CN");
  await page.getByRole("button", { name: finder.topic.retention }).click();
  const heading = page.getByRole("heading", { name: finder.all });
  await page.waitForFunction(() => scrollY > 0);
  const { y } = (await heading.boundingBox()) ?? { y: -1 };
  assert.ok(y >= 0 && y < 100, `${y}`);
  assert.ok(await heading.evaluate((element) => element.matches(":focus")));
  assert.equal(await page.evaluate(() => location.hash), "#/?topic=retention");
  await page.goBack();
  await shows(page.getByRole("status"), finder.found(all.length, all.length));
  assert.deepEqual(errors, []);
  await page.close();
});

test("an address with filters opens at what is found, also after following one and coming back", async () => {
  const { page } = await site.open({ viewport: SIZES.phone }, "#/?region=上海市&year=2024");
  const first = page.locator("wengang-policy-list").getByRole("link", { name: SHANGHAI_REFUND?.title }).first();
  await first.waitFor();
  const heading = page.getByRole("heading", { name: messagesIn("zh-CN").finder.all });
  const atHeading = async () => {
    await page.waitForFunction(() => scrollY > 0);
    const { y } = (await heading.boundingBox()) ?? { y: -1 };
    assert.ok(y >= 0 && y < 100, `${y}`);
  };
  await atHeading();
  await first.click();
  await page.getByRole("heading", { level: 2, name: SHANGHAI_REFUND?.title }).waitFor();
  await page.goBack();
  await first.waitFor();
  await atHeading();
  await page.close();
});

test("each option counts what choosing it would leave", async () => {
  const entries = entriesOf({ locale: "zh-CN", today: TODAY });
  describeNow(entries, { locale: "zh-CN", today: TODAY });
  for (const text of ["", "返还", "常州 培训", "2020", "全国", "没有这样的"]) {
    for (const topic of [undefined, /** @type {const} */ ("training")]) {
      const filters = { text, topic };
      const count = counts(entries, filters, "region");
      for (const region of ["上海市", "常州市", "全国", "没有的市"])
        assert.equal(count(region), search(entries, { ...filters, region }).length, `${text} ${topic} ${region}`);
    }
  }
});

test("a long list is drawn in parts, and the keyboard goes on where the next begins", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  const [policy] = all;
  const entries = Array.from({ length: 150 }, (_, index) => ({
    policy: { ...policy, id: `policy-${index}`, title: `第${index}项` },
    area: "某市",
  }));
  await page.locator("main").evaluate(
    (main, given) => {
      main.replaceChildren(Object.assign(document.createElement("wengang-policy-list"), given));
    },
    { entries, today: TODAY, ordered: true },
  );
  const { finder } = messagesIn("zh-CN");
  const items = page.locator("wengang-policy-list").getByRole("heading", { level: 4 });
  await page.getByRole("button", { name: finder.more(60) }).click();
  await page.waitForFunction(() => {
    let active = document.activeElement;
    while (active?.shadowRoot) active = active.shadowRoot.activeElement;
    return active?.textContent === "第60项";
  });
  assert.equal(await items.count(), 120);
  await page.getByRole("button", { name: finder.more(30) }).click();
  await items.nth(149).waitFor();
  assert.equal(await page.getByRole("button", { name: "再显示" }).count(), 0);
  await page.close();
});
