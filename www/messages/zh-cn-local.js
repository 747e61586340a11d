import { addMessages } from "./index.js";

/** What places decide for themselves. */
const local = {
  local: {
    where: "在哪个地方？选了就按当地的规定填好",
    elsewhere: "其他地方，或不知道当地怎么算",
    /** @param {number} ruleYear @param {number} year */
    otherYear: (ruleYear, year) => `这是${ruleYear}年的规定，${year}年的没有查到，请向当地核对。`,
    severalWays: "当地有几种算法，每一种的结果：",
    /** @param {string} outcome */
    sameAnyWay: (outcome) => `无论用哪一种，都是：${outcome}。选其中任何一种即可继续。`,
    unknownWay: "各地的算法有下面几种，每一种的结果：",
    take: "按这一种算",
  },
};

/** @typedef {typeof local} ChineseLocal */

addMessages("zh-CN", local);
