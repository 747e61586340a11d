import { addMessages } from "./index.js";

/** The same answers by the rules of an earlier day. */
const replay = {
  replay: {
    heading: "当时的规则和现在的规则",
    coming: "正在取当时的规则……",
    rulesThen: "当时的规则",
    rulesNow: "现在的规则",
    /** @param {string} name @param {string} version @param {string} [on] */
    version: (name, version, on = "") => `${name}：版本 ${version}${on && `，${on}`}`,
    /** @param {string} outcome */
    reproduced: (outcome) => `按当时的规则重算，与当时的结果一致：${outcome}。`,
    /** @param {string} noted @param {string} outcome */
    notReproduced: (noted, outcome) => `按当时的规则重算，与当时的结果不一致：当时记的是${noted}；重算是${outcome}。`,
    /** @param {string} noted @param {string} outcome */
    sameRules: (noted, outcome) => `规则没有变，结果却不同：当时记的是${noted}；现在算出的是${outcome}。`,
    /** @param {string} then @param {string} now */
    engines: (then, now) => `当时用的计算程序是 ${then} 版，现在是 ${now} 版。`,
    engineUnknown: "没有记下当时用的是哪一版计算程序。",
    onlyVerdict: "当时只记下了这句结论，没有记下各项数值。",
    forged: "当时的结果是写在链接或文件里的，谁都可以改。",
    /** @param {string} then */
    missing: (then) => `这里没有存着当时的规则（版本 ${then}），不能按它重算。`,
    /** @param {string} then */
    refused: (then) => `当时的规则（版本 ${then}）存着的那份已损坏，或不是这个版本，没有采用。`,
    /** @param {string} then */
    unreadable: (then) => `当时的规则（版本 ${then}）存着的那份，现在的计算程序读不了。`,
    /** @param {string} then */
    unreachable: (then) => `没有取到当时的规则（版本 ${then}）：可能没有联网。`,
    again: "再试一次",
    /** @param {string} noted */
    noted: (noted) => `当时记的结果是${noted}。`,
    /** @param {string} now */
    onlyNow: (now) => `这里显示的是按现在的规则（版本 ${now}）算的。`,
    gone: "这项政策现在不再收录，下面是按当时的规则算的。",
    /** @param {string} amount */
    more: (amount) => `按现在的规则多${amount}`,
    /** @param {string} amount */
    less: (amount) => `按现在的规则少${amount}`,
    sameAmount: "金额相同",
    changes: "此后的变动",
    /** @param {string[]} labels */
    askedNow: (labels) => `现在还要填：${labels.join("、")}。`,
    /** @param {string[]} labels */
    askedThen: (labels) => `当时要填、现在不用填的：${labels.join("、")}。`,
  },
};

/** @typedef {typeof replay} ChineseReplay */

addMessages("zh-CN", replay);
