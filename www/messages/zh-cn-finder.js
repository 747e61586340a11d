import { addMessages } from "./index.js";

/** Looking for a policy. */
const finder = {
  finder: {
    heading: "想算什么？",
    topic: {
      retention: "稳岗返还",
      training: "培训与技能",
      hiring: "招用与输送",
      pay: "工资",
      figures: "基础数据",
      other: "其他",
    },
    topicHint: {
      retention: "少裁员，能返还多少失业保险费",
      training: "组织培训、取得证书，能补多少",
      hiring: "新招、介绍或输送劳动者，能补多少",
      pay: "加班等，应付多少",
      figures: "企业划型、保险费等，先算好再用",
      other: "不属于以上各类",
    },
    profile: "不知道能领哪些？",
    profileHint: "填几项，一次看全：哪些符合条件、各多少、怎样合起来最多。",
    profileGo: "一次看全",
    all: "全部政策",
    /** @param {number} found @param {number} all */
    found: (found, all) => (found === all ? `共${all}项` : `${all}项中的${found}项`),
    /** @param {string} label @param {number} count */
    withCount: (label, count) => `${label}（${count}）`,
    filter: { topic: "想算", region: "地区", year: "年度", audience: "对象", text: "查找" },
    textHint: "城市、名称、文号、关键词",
    /** @param {string} name */
    noOwn: (name) => `${name}还没有单独收录。`,
    /** @param {string} name */
    ownExpired: (name) => `收录的${name}政策都已过期。`,
    nationwideApplies: "全国的规定各地都适用，现在就可以算，见下面。",
    /** @param {string} name @param {string} around */
    placeWithin: (name, around) => `${name}按${around}的规定，见下面。`,
    /** @param {string} questions */
    askThere: (questions) => `国家只定条件和上限。当地自己定的，请向当地人社部门（电话12333）问清：${questions}。`,
    /** @param {string} place @param {number | undefined} year @param {string} title */
    knownThere: (place, year, title) =>
      `${place}${year ? `${year}年` : ""}的规定已经查到：打开《${title}》，选“${place}”就会填好。`,
    /** @param {string} name */
    namesake: (name) => `要找的是${name}？`,
    perhapsPlace: "没有找到。要找的如果是某个市、县或区：没有单独收录的地方，可以先按全国的规定算。",
    results: "查到的",
    seeNationwide: "看全国的规定",
    any: "不限",
    /** @param {string} name */
    andNationwide: (name) => `${name}（含全国适用）`,
    /** @param {string} filter @param {string} value */
    filterWith: (filter, value) => `${filter}：${value}`,
    chosen: "已选条件",
    /** @param {string} text */
    remove: (text) => `去掉条件“${text}”`,
    removeAll: "去掉全部条件",
    nothingFound: "没有同时符合这些条件的政策。可以放宽其中一项：",
    /** @param {number} count */
    notReadYet: (count) => `有 ${count} 项政策还没有读入全文，只查了名称、别名和摘要。`,
    /** @param {string} text @param {number} count */
    loosen: (text, count) => `去掉“${text}”，有${count}项`,
    group: { "in-force": "现行有效", upcoming: "尚未生效", reference: "通用标准", expired: "已过期" },
    expiredUse: "不能再据此申请，仍可用来核对当时的结果。",
    /** @param {number} count */
    more: (count) => `再显示${count}项`,
    rules: "政策说明",
    /** @param {string} title */
    rulesOf: (title) => `政策说明：${title}`,
  },
};

/** @typedef {typeof finder} ChineseFinder */

addMessages("zh-CN", finder);
