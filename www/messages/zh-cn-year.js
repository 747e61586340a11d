import { addMessages } from "./index.js";

/** The year as it goes. */
const year = {
  year: {
    lead: "逐月填写，看裁员率走到了哪里，到12月还能走几个人。公式和上限是这项政策的，别的条件按“计算”里填的。",
    table: "各月数字",
    tableHelp: "没到的月份先空着。可以从表格里复制一列或一行数字（可带月份），粘贴进来。",
    monthHead: "月份",
    /** @param {number} month */
    month: (month) => (month === 0 ? "上年12月" : `${month}月`),
    staff: "人数",
    sum: "合计",
    badWhole: "应填不小于 0 的整数",
    bad: "应填不小于 0 的数字",
    clear: "全部清空",
    statement: "照现在这样到年底",
    blank: "填上最近一个月的人数，这里就有结论。",
    notAsked: "各地算法不同：先在“计算”里选好，再来填各月数字。",
    /** @param {string[]} months */
    gaps: (months) => `还差${months.join("、")}的人数。`,
    /** @param {string} month @param {string} quantity */
    now: (month, quantity) => `${month}有${quantity}`,
    unchanged: "到12月不再有人进出",
    /** @param {string} label @param {string} value @param {string} limit */
    stands: (label, value, limit) => `${label}${value}，${limit}`,
    /** @param {string} label @param {string} value */
    share: (label, value) => `${label}${value}`,
    /** @param {string} quantity */
    margin: (quantity) => `到12月还能走${quantity}：哪个月走、算作哪一类都行。再多，就要看怎么走了。`,
    /** @param {string} quantity */
    marginAtLeast: (quantity) => `到12月至少还能走${quantity}：哪个月走、算作哪一类都行。`,
    noMargin: "再走一个人，就可能不符合条件。",
    /** @param {string} left @param {string} when @param {string} remaining @param {string} label @param {string} before @param {string} after */
    turn: (left, when, remaining, label, before, after) =>
      `${[`再走${left}`, when, `到12月剩${remaining}`].filter(Boolean).join("，")}：${label}由${before}变为${after}。`,
    /** @param {string} label @param {string} before @param {string} after */
    turnBack: (label, before, after) => `再进一个人，${label}由${before}变为${after}。`,
    /** @param {string} label */
    conditionMet: (label) => `“${label}”这一条符合`,
    /** @param {string} label */
    conditionUnmet: (label) => `“${label}”这一条不符合`,
    missingAll: "要先在“计算”里填：",
    missing: "这里只看了这一条。别的条件，“计算”里还没有填：",
    toForm: "去填写",
    ways: "每走一个人，改变什么",
    way: "怎样走",
    after: "走一个人之后",
    leaving: "离职",
    leavingOther: "离职，不计入下面各项",
    /** @param {string} label */
    counted: (label) => `离职，计入“${label}”`,
    atOnce: "下个月就走",
    inDecember: "12月才走",
    joining: "进一个人",
    may: "到12月还能走",
    /** @param {string[]} ranges */
    also: (ranges) => `走${ranges.join("、")}也行`,
    /** @param {string} from @param {string} to */
    range: (from, to) => `${from}至${to}`,
    none: "一个也不能",
    /** @param {string} quantity */
    all: (quantity) => `全部${quantity}`,
    notNow: "现在就不符合",
    /** @param {string} label */
    chart: (label) => `${label}随再走的人数怎样变`,
    leftAxis: "再走的人数",
    limit: "上限",
    floor: "下限",
    fails: "不符合条件",
    use: "把这些数填进“计算”",
    useHelp: "按到12月不再有人进出填入。",
  },
};

/** @typedef {typeof year} ChineseYear */

addMessages("zh-CN", year);
