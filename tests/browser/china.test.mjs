// The list of places, and what is understood of words that name one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, policies } from "../../dist/npm/index.js";
import { isAreaOf, isWithin, locate, nameOf, placesOfChina } from "../../www/finder/places.js";
import "../../www/finder/china.js";
import { plain } from "../../www/finder/plain-text.js";

/** @import { PlaceInChina } from "../../www/finder/places.js" */

/** Places directly below each province as in GB/T 2260, those that the province governs directly included. */
const BELOW = {
  河北: 11,
  山西: 11,
  内蒙古: 12,
  辽宁: 14,
  吉林: 9,
  黑龙江: 13,
  江苏: 13,
  浙江: 11,
  安徽: 16,
  福建: 9,
  江西: 11,
  山东: 16,
  河南: 17 + 1,
  湖北: 13 + 4,
  湖南: 14,
  广东: 21,
  广西: 14,
  海南: 4 + 15,
  四川: 21,
  贵州: 9,
  云南: 16,
  西藏: 7,
  陕西: 10,
  甘肃: 14,
  青海: 8,
  宁夏: 5,
  新疆: 14 + 12,
};
const MUNICIPALITIES = { 北京: 16, 天津: 15, 上海: 16, 重庆: 38 };

const all = placesOfChina();

/** @param {string} text */
const understood = (text) => {
  const { places, rest } = locate(plain(text));
  return [places.map((place) => nameOf(place, "zh-CN")), rest];
};

test("no place below a province is missing, and none is there twice", () => {
  const provinces = all.filter(({ within }) => within === undefined);
  assert.deepEqual(provinces.map(({ name }) => name).sort(), Object.keys({ ...BELOW, ...MUNICIPALITIES }).sort());
  for (const province of provinces) {
    const own = all.filter(({ within }) => within === province).map(({ name }) => name);
    const expected = { ...BELOW, ...MUNICIPALITIES }[province.name];
    assert.equal(own.length, expected, `${province.name}: ${own}`);
    assert.equal(new Set(own).size, own.length, province.name);
  }
});

test("each place is written as one writes it: its name in Chinese, and in Latin letters, too", () => {
  for (const { name, latin } of all) {
    assert.match(name, /^[\u4e00-\u9fff]{2,10}$/);
    assert.notEqual(latin.length, 0, name);
    for (const word of latin) assert.match(word, /^[a-z]+( [a-z]+)?$/, name);
  }
});

test("districts and counties are there, each once in its city, and none by the name of its city", () => {
  const districts = all.filter(({ isDistrict }) => isDistrict);
  assert.ok(districts.length > 2_800 && districts.length < 3_000, `${districts.length}`);
  const cities = all.filter(({ within }) => within && !within.isDistrict);
  for (const city of cities) {
    const own = districts.filter(({ within }) => within === city).map(({ name }) => name);
    assert.equal(new Set([city.name, ...own]).size, own.length + 1, `${city.name}: ${own}`);
    for (const { name, latin } of districts.filter(({ within }) => within === city))
      assert.ok(!latin.some((word) => city.latin.includes(word)), name);
  }
});

/** Whether one is the other, in it or around it. @param {PlaceInChina} place @param {PlaceInChina} other */
const isNear = (place, other) => place === other || isWithin(place, other) || isWithin(other, place);

test("no everyday word of the policies is taken for a place", () => {
  for (const { title, keywords, region, sources } of policies().map(({ id }) => describe(id))) {
    const around = all.filter((place) => isAreaOf(region, place));
    const own = locate(plain([region, ...sources.map(({ issuer }) => issuer)].join(" "))).places;
    for (const text of [title, ...keywords]) {
      const { places } = locate(plain(text));
      assert.deepEqual(
        places.filter((place) => !own.includes(place) && !around.some((area) => isNear(place, area))),
        [],
        text,
      );
    }
  }
});

test("every region of a policy is a place, autonomous ones too", () => {
  for (const { region } of policies())
    assert.ok(region === "全国" || all.some((place) => isAreaOf(region, place)), region);
});

test("a place is understood in any script and spelling, with what it is and what it lies in", () => {
  for (const [text, place] of [
    ["杭州", "浙江杭州"],
    ["杭州市", "浙江杭州"],
    ["浙江省杭州市", "浙江杭州"],
    ["hangzhou", "浙江杭州"],
    ["Hangzhou City", "浙江杭州"],
    ["ＨＡＮＧＺＨＯＵ", "浙江杭州"],
    ["北京", "北京"],
    ["苏州工业园区", "江苏苏州"],
    ["蘇州", "江苏苏州"],
    ["廣東省廣州市", "广东广州"],
    ["靜安區", "上海静安"],
    ["武进", "江苏常州武进"],
    ["昆山", "江苏苏州昆山"],
    ["kunshan", "江苏苏州昆山"],
    ["义乌市", "浙江金华义乌"],
    ["连云港", "江苏连云港"],
    ["南昌县", "江西南昌南昌县"],
    ["北京朝阳", "北京朝阳"],
    ["福州鼓楼区", "福建福州鼓楼"],
    ["延吉", "吉林延边延吉"],
    ["luhe", "江苏南京六合"],
    ["内蒙古呼和浩特市", "内蒙古呼和浩特"],
    ["Inner Mongolia", "内蒙古"],
    ["张家口", "河北张家口"],
    ["張家界", "湖南张家界"],
    ["延边朝鲜族自治州", "吉林延边"],
  ]) {
    const [[first]] = /** @type {[string[], string]} */ (understood(text ?? ""));
    assert.equal(first, place, text);
  }
});

test("what else is said is left over", () => {
  assert.deepEqual(understood("苏州 2023"), [["江苏苏州"], "2023"]);
  assert.deepEqual(understood("上海市稳岗返还"), [["上海"], "稳岗返还"]);
  assert.deepEqual(understood("延边朝鲜族自治州 稳岗"), [["吉林延边"], "稳岗"]);
  assert.deepEqual(understood("广西壮族自治区南宁市"), [["广西南宁"], ""]);
  assert.deepEqual(understood("稳岗补贴"), [[], "稳岗补贴"]);
  assert.deepEqual(understood("overtime"), [[], "overtime"]);
});

test("of places with the same name the likelier comes first, and the others are told", () => {
  assert.deepEqual(understood("Suzhou")[0], ["江苏苏州", "安徽宿州", "甘肃酒泉肃州"]);
  assert.deepEqual(understood("朝阳")[0], ["辽宁朝阳", "北京朝阳", "吉林长春朝阳"]);
  assert.deepEqual(understood("朝阳区")[0], ["北京朝阳", "吉林长春朝阳", "辽宁朝阳"]);
  assert.deepEqual(understood("海南")[0], ["海南", "青海海南", "内蒙古乌海海南"]);
});

test("a policy's region is a place with what it is", () => {
  const [shanghai] = locate("上海").places;
  assert.ok(shanghai && isAreaOf("上海市", shanghai) && isAreaOf("上海", shanghai));
  const [haikou] = locate("海口").places;
  assert.ok(haikou && !isAreaOf("海南省", haikou) && !isAreaOf("上海市", haikou));
});
