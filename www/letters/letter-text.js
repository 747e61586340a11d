/** @import { Account, Description, Source } from "wengang" */

/**
 * Who writes, as it stands in the letter; blank where it is to be filled in by hand.
 * @typedef {{ firm: string, code: string, person: string, phone: string }} Writer
 *
 * What a letter is about: the policy, the answers as they were given with what is shown, and the way that explains it, if any.
 * @typedef {{ description: Description, own: Account, way: Account | undefined, writer: Writer, day: string }} Matter
 */

/** What firms write to an authority. They write Chinese, whatever language the page speaks. */
export const LETTERS = /** @type {const} */ (["review", "correction", "account", "arrears"]);

/** @typedef {typeof LETTERS[number]} Kind */

const BLANK = "＿＿＿＿＿＿";

/**
 * A letter, its heading in the first line, each paragraph in a line of its own.
 * @param {Kind} kind
 * @param {Matter} matter
 */
export function letterText(kind, matter) {
  const { description, writer, day } = matter;
  const { heading, body } = BODIES[kind](matter);
  // A hotline answers, but reads no letters.
  const contact = description.contacts.find(({ office }) => !/热线|12333/.test(office));
  return [
    heading,
    `${contact?.office ?? "经办机构"}：`,
    ...body,
    "",
    `申请单位（盖章）：${writer.firm || BLANK}`,
    `统一社会信用代码：${writer.code || BLANK}`,
    `联系人：${writer.person || BLANK}　电话：${writer.phone || BLANK}`,
    chineseDay(day),
  ].join("\n");
}

/** @type {Record<Kind, (matter: Matter) => { heading: string, body: string[] }>} */
const BODIES = {
  review: ({ description, own, way }) => ({
    heading: `关于请求复核“${description.title}”结果的申请`,
    body: [
      `在${description.region}“${description.title}”中，系统显示我单位：${own.figures.map((figure) => `${figure.label}${shownText(figure)}`).join("，")}。`,
      "按我单位的数据计算：",
      ...own.figures.map((figure) => worked(own, figure, description)),
      ...(way ? [`经核对，下列情形恰好得出系统显示的结果：${differences(way)}。`] : []),
      "请核实所采用的数据和计算口径；确有出入的，请予更正，并告知计算依据。",
      "附：我单位的参保人数、人员变动和缴费凭证。",
    ],
  }),
  correction: ({ description, way }) => ({
    heading: "关于更正单位参保信息的申请",
    body: [
      `办理${description.region}“${description.title}”时，发现系统中我单位的下列信息与实际不符，请予更正：`,
      ...(way?.changes.length
        ? way.changes.map(
            ({ label, fromDisplay, toDisplay }) => `${label}：系统为${toDisplay}，应为${fromDisplay ?? BLANK}。`,
          )
        : [`${BLANK}：系统为${BLANK}，应为${BLANK}。`]),
      "附：相应的证明材料。",
    ],
  }),
  account: ({ description }) => ({
    heading: "关于变更收款账户的申请",
    body: [
      `我单位在${description.region}“${description.title}”中登记的收款账户有误或已经变更，请将资金付至新的账户：`,
      `原账户：户名${BLANK}，账号${BLANK}，开户银行${BLANK}。`,
      `新账户：户名${BLANK}，账号${BLANK}，开户银行${BLANK}。`,
      `变更原因：${BLANK}。`,
      "附：开户证明。",
    ],
  }),
  arrears: ({ description }) => ({
    heading: "关于已补缴失业保险费的说明",
    body: [
      `我单位欠缴的${BLANK}年${BLANK}月至${BLANK}年${BLANK}月失业保险费${BLANK}元，已于${BLANK}年${BLANK}月${BLANK}日补缴。`,
      `请据此重新核对我单位在${description.region}“${description.title}”中的资格和金额。`,
      "附：补缴凭证。",
    ],
  }),
};

/** By which document. @param {Source | undefined} source */
function according(source) {
  return source ? `，依据《${source.document}》${source.number ? `（${source.number}）` : ""}` : "";
}

/** @param {Account["figures"][number]} figure */
function shownText({ id, shown }) {
  if (id !== "eligibility") return `为${shown}`;
  return shown === "eligible" ? "符合" : "不符合";
}

/** @param {Account} account @param {Account["figures"][number]} figure @param {Description} description */
function worked({ assessment }, { id, label, display }, { sources: [first] }) {
  const step = assessment.steps.find((step) => step.id === id);
  const working = step ? `：${step.formula} = ${step.substituted} = ${step.display}` : "";
  return `${label}${display ?? BLANK}${working}${according(step?.source ?? first)}。`;
}

/** What is read or filled in otherwise. @param {Account} account */
function differences({ readings, changes }) {
  return [
    ...readings.map(({ label }) => `按“${label}”计算`),
    ...changes.map(
      ({ label, fromDisplay, toDisplay }) => `“${label}”为${toDisplay}（我单位为${fromDisplay ?? BLANK}）`,
    ),
  ].join("，并且");
}

/** @param {string} day */
function chineseDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
