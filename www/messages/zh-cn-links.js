import { addMessages } from "./index.js";

/** Why nothing was taken of a link. */
const links = {
  link: {
    damaged: "链接不完整或已损坏，里面的内容没有填入。请让对方重新复制一次。",
    tooMuch: "链接里的内容太多，没有填入。请让对方存成文件发来。",
  },
};

/** @typedef {typeof links} ChineseLinks */

addMessages("zh-CN", links);
