import { addMessages } from "./index.js";

/** Why an authority shows another figure. */
const reconciliation = {
  /** @param {string} title */
  title: (title) => `对账：${title}`,
  lead: "系统显示的和您算的不一样？照抄系统显示的数，这里逐一试通知的各种读法和每一项答案，列出恰好得出这个数的，改动最小的在前。只在您的设备上算，不上传。",
  shown: "系统显示的",
  shownHelp: "显示什么填什么，没有显示的留空。显示了几位小数就填几位：5.50% 和 5.5% 不一样。",
  moreFigures: "系统还显示了别的",
  notShown: "没有显示",
  verdict: "是否符合条件",
  search: "查找原因",
  fillIn: "先填写自己的数",
  edit: "修改自己的数",
  nothingFilledIn: "您还没有填写自己的数，没有可以比的。",
  /** @param {number} count */
  badAnswers: (count) => `您填写的有${count}处有误，没有算进去。`,
  own: "按您填的算",
  theirs: "系统可能这样算",
  open: "还算不出",
  notFilledIn: "没有填",
  nearest: "最接近的读法",
  whatNow:
    "各种读法都试过，您的答案每次换一项也试过，都得不出这个数。可能有几项同时不同，请向经办机构要计算明细，填上它用的人数和保险费再试。",
  /** @param {string[]} labels */
  missing: (labels) => `这些还没有填，没有试：${labels.join("、")}。`,
  /** @param {{ readings: number, complete: boolean, more: number }} searched */
  searched: ({ readings, complete, more }) =>
    [
      readings > 1 ? `试了通知的${readings}种读法，和其中每一种下各项答案换一个。` : "试了各项答案换一个。",
      more > 0 ? `另有${more}种没有列出。` : "",
      complete ? "" : "可能的情形太多，没有试完。",
    ].join(""),
  /** @param {{ own: { figures: { how: string | null }[] }, matches: unknown[] }} found */
  outcome: ({ own, matches }) => {
    if (own.figures.every(({ how }) => how)) return "按您填的，恰好就是系统显示的";
    return matches.length > 0 ? `有${matches.length}种算法恰好得出系统显示的` : "没有找到恰好得出这个数的算法";
  },
  asFilledIn: "按您填的，就是这个数",
  and: "，并且",
  /** @param {string} label @param {string} from @param {string} to */
  changed: (label, from, to) => `${label}：${from} → ${to}`,
  /** @param {string} shown */
  shownAs: (shown) => `系统显示${shown === "eligible" ? "符合" : shown === "ineligible" ? "不符合" : shown}`,
  how: { exact: "相同", rounded: "四舍五入后相同", truncated: "舍去尾数后相同" },
  /** @param {string} by */
  differs: (by) => (by ? `相差${by}` : "不同"),
  /** @param {string} label @param {string} figure @param {string} how */
  figure: (label, figure, how) => `${label}：${figure}（${how}）`,
  toCheck: "请核对",
  askWhich: "请向经办机构问清楚：当地是不是这样算。",
  /** @param {string} reading */
  definedOtherwise: (reading) => `若是“${reading}”：`,
  sideBySide: "两种算法并列",
  published: "有公示名单？从名单里找",
  publishedHelp: "把公示的表格连同列名复制过来，或打开存成 CSV 的文件，再写单位名称。名单只在您的设备上读。",
  list: "公示名单",
  firm: "单位名称，写一部分也行",
  noHeadings: "没有找到写着“单位名称”的那一行列名，请连同列名一起复制。",
  /** @param {number} rows */
  notListed: (rows) => `名单里的${rows}行都没有这个名称。`,
  /** @param {number} rows */
  tooMany: (rows) => `有${rows}行都像，请把名称写全些。`,
  take: "照这一行填入",
  nothingToTake: "这一行里没有认得出的裁员率或金额，请照着填到上面。",
  /** @param {string[]} labels */
  taken: (labels) => `已填入：${labels.join("、")}。`,
  copy: "复制全文",
  copied: "已复制。",
};

const letter = {
  heading: "写给经办机构",
  help: "按上面的内容写好，可以改。单位名称等只用在这封信里，不保存，也不上传。",
  kind: "写什么",
  kinds: {
    review: "请求复核结果",
    correction: "更正单位信息",
    account: "变更收款账户",
    arrears: "说明已经补缴",
  },
  writer: { firm: "单位名称", code: "统一社会信用代码", person: "联系人", phone: "电话" },
  text: "内容",
  anew: "不要改动，按上面的重新写",
  copy: "复制",
  copied: "已复制。",
  copyByHand: "浏览器不允许自动复制，请手动复制。",
  save: "存为 Word 文件",
  print: "打印",
};

/** @typedef {{ reconciliation: typeof reconciliation, letter: typeof letter }} ChineseReconciliation */

addMessages("zh-CN", { reconciliation, letter });
