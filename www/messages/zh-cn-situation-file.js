import { addMessages } from "./index.js";

/** A file of situations, read and written by whatever asks the questions of a policy. */
const situationFile = {
  situationFile: {
    open: "打开情形文件",
    save: "存成情形文件",
    /** What is open. @param {string} name */
    opened: (name) => `已填入“${name}”。`,
    /** @param {number} count how many answers were found elsewhere in it */
    shared: (count) => `其中${count}项取自其他政策或“能领哪些补贴”的填写。`,
    /** @param {number} count */
    foreign: (count) => `文件里另有${count}项这项政策没有（或不再有）的内容，没有填入；存回文件时照旧保留。`,
    /** @param {number} count */
    locked: (count) => `由本网站设定的${count}项保持不变。`,
    damaged: "文件里有的部分已损坏或读不懂，没有带入；原来的文件没有改动。",
    /** @param {string} name @param {string[]} titles */
    otherPolicies: (name, titles) =>
      titles.length > 0
        ? `“${name}”里没有这项政策的填写，有的是：${titles.join("、")}。这里填的没有改动，存回文件时，这些照旧保留。`
        : `“${name}”里还没有填写过政策。这里填的没有改动。`,
    /** @param {string} name */
    replaceWhat: (name) => `这里已经填了内容。换成“${name}”里的吗？`,
    replace: "换成文件里的",
    keepOwn: "保留这里填的",
    /** @param {string} name */
    keptOwn: (name) => `没有更换。存成文件时，“${name}”里这项政策的填写会是这里填的。`,
    /** @param {number} count */
    which: (count) => `文件里有${count}份，打开哪一份？`,
    /** Beside a name: whether it has anything about the policy. */
    without: "没有这项政策的填写",
    drop: "放在这里打开",
    refused: {
      tooLarge: "打不开：文件超过50 MB，不是情形文件，或者里面的表格太大。",
      badEncoding:
        "打不开：文件不是 UTF-8 编码。请用记事本打开它，另存时把编码选为 UTF-8，或者复制里面的文字粘贴到这里。",
      notJson: "打不开：这不是情形文件（JSON），或者文件不完整。",
      otherFormat: "打不开：这是另一种文件，不是从稳岗计算器存出的。",
      otherVersion: "打不开：文件的版本这里读不了，可能是从更新的稳岗计算器存出的。请用新版打开。",
      empty: "这个文件是空的，里面一份也没有。",
    },
  },
};

/** @typedef {typeof situationFile} ChineseSituationFile */

addMessages("zh-CN", situationFile);
