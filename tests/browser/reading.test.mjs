import assert from "node:assert/strict";
import { test } from "node:test";
import { Form, openSite, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const TRAINING = "shanghai-2022-online-training";

const site = await openSite();

/** What a screen reader finds in a finished result with its grounds, from its start to its end. */
const RESULT = `
- region "结果":
  - heading "结果" [level=3]
  - paragraph: 符合条件
  - paragraph: 返还金额 7,380.00 元
  - text: 请再核对：
  - list:
    - listitem:
      - button "去填写：2023年度单位和职工实际缴纳的失业保险费总额": 2023年度单位和职工实际缴纳的失业保险费总额
  - heading "条件" [level=3]
  - list:
    - listitem:
      - text: 依法参保并按规定缴费
      - button "〔1〕依据：失业保险稳岗返还的对象范围（一）": 〔1〕
      - paragraph: 按规定缴费，符合
      - text: 满足
    - listitem:
      - text: 未被列为严重失信
      - button "〔1〕依据：失业保险稳岗返还的对象范围": 〔1〕
      - paragraph: 没有被列为严重失信，符合
      - text: 满足
    - listitem:
      - text: 裁员率不高于上限
      - button "〔1〕依据：失业保险稳岗返还的对象范围（二）": 〔1〕
      - paragraph: 裁员率（2%）≤ 裁员率上限（5.5%），符合
      - text: 满足
      - img "裁员率 2%，上限5.5%，满足"
  - heading "计算过程" [level=3]
  - list:
    - listitem:
      - paragraph:
        - text: 比较基数
        - button "〔1〕依据：裁员率计算": 〔1〕
      - paragraph: 100人
      - paragraph: 公式 如果 参保满一年 则 年初参保人数 否则 首月参保人数
      - paragraph: 代入 参保满一年，取 100人
    - listitem:
      - paragraph:
        - text: 裁员率
        - button "〔1〕依据：裁员率计算": 〔1〕
      - paragraph: 2%
      - paragraph: 公式 1 −（年末参保人数 + 自然减员人数）÷ 比较基数
      - paragraph: 代入 1 −（97人 + 1人）÷ 100人
    - listitem:
      - paragraph:
        - text: 裁员率上限
        - button "〔1〕依据：失业保险稳岗返还的对象范围（二）": 〔1〕
      - paragraph: 5.5%
      - paragraph: 公式 如果 年末参保人数 ≤ 小单位人数上限 则 小单位裁员率上限 否则 裁员率一般上限
      - paragraph: 代入 97人 > 30人，取 5.5%
    - listitem:
      - paragraph:
        - text: 返还比例
        - button "〔1〕依据：稳岗返还的标准": 〔1〕
      - paragraph: 60%
      - paragraph: 公式 如果 单位类型 = 企业 且 企业规模 = 大型 则 大型企业返还比例 否则 其他单位返还比例
      - paragraph: 代入 企业规模（小型）≠ 大型，取 60%
    - listitem:
      - paragraph:
        - text: 返还金额
        - button "〔1〕依据：稳岗返还的标准": 〔1〕
      - paragraph: 7,380.00元
      - paragraph: 公式 失业保险费总额 × 返还比例
      - paragraph: 代入 12,300元 × 60%
`;

/** And then in what comes after it. */
const NEXT_STEPS = `
- heading "如果数字变化" [level=3]
- heading "2023年12月失业保险参保人数" [level=4]
- paragraph: 至少94人时符合条件。 现在97人，最多还可以减少3人。
- heading "2022年12月失业保险参保人数" [level=4]
- paragraph: 不超过103人时符合条件。 现在100人，最多还可以增加3人。
- heading "换一种答案" [level=4]
- list:
  - listitem:
    - text: 企业划型：大型
    - strong: 3,690.00元，少3,690.00元
- paragraph:
  - text: 返还金额随哪一项变化
  - combobox "返还金额随哪一项变化":
    - option "2023年12月失业保险参保人数" [selected]
    - option "2022年12月失业保险参保人数"
    - option "2023年度单位和职工实际缴纳的失业保险费总额"
- slider "返还金额随“2023年12月失业保险参保人数”的变化"
- paragraph: 97人：7,380.00元，符合条件
- group: 数据表
- paragraph:
  - link "系统显示的和这里不一样？对一对，找出原因":
    - /url: "#/shanghai-2024-stabilisation-refund/reconcile"
- heading "确认前请核对" [level=3]
- list:
  - listitem:
    - checkbox "裁员率与确认页面一致 2%"
    - text: 裁员率与确认页面一致 2%
  - listitem:
    - checkbox "企业划型与确认页面一致 小型"
    - text: 企业划型与确认页面一致 小型
  - listitem:
    - checkbox "补贴金额与确认页面一致 7,380.00元"
    - text: 补贴金额与确认页面一致 7,380.00元
  - listitem:
    - checkbox "收款的银行账户是本单位账户，信息无误"
    - text: 收款的银行账户是本单位账户，信息无误
- heading "办理步骤" [level=3]
- list:
  - listitem:
    - heading "收到短信" [level=4]
    - paragraph: 免申即享，不必申请：经大数据比对符合条件的单位会收到短信。
  - listitem:
    - heading "登录核对" [level=4]
    - paragraph: 登录人社自助经办平台，由“惠企点单办”进入“就业补贴：失业保险稳岗返还补贴确认”，核对裁员率、企业划型、补贴金额和银行账户。
  - listitem:
    - heading "确认提交 要确认" [level=4]
    - paragraph: 无误后提交。
  - listitem:
    - heading "公示拨付" [level=4]
    - paragraph: 人社部门审核并公示后，返还资金直接拨付到单位账户。
- paragraph:
  - text: 依据
  - link "〔1〕":
    - /url: "#/shanghai-2024-stabilisation-refund/rules/source.1"
- paragraph:
  - link "划型、人数或账户不对？写更正说明":
    - /url: "#/shanghai-2024-stabilisation-refund/reconcile"
- paragraph:
  - text: 网上办理
  - link "上海市人力资源和社会保障自助经办系统":
    - /url: https://zzjb.rsj.sh.gov.cn/
  - text: zzjb.rsj.sh.gov.cn
- heading "去哪里办、向谁咨询" [level=3]
- list:
  - listitem:
    - heading "咨询电话" [level=4]
    - paragraph: 上海市人力资源和社会保障热线
    - link "12333":
      - /url: tel:12333
`;

const DEADLINES = `
- list:
  - listitem:
    - heading "备案通过后3个月内开展培训" [level=4]
    - time: 2022年8月31日星期三
    - text: 还有78天
    - button "加入日历：备案通过后3个月内开展培训": 加入日历
    - paragraph:
      - text: 算法：加月（备案通过日期，3个月）
      - button "〔1〕依据：三，第四步": 〔1〕
  - listitem:
    - heading "培训结束后10个工作日内导入学员信息" [level=4]
    - time: 2022年6月16日星期四
    - text: 还有2天
    - button "加入日历：培训结束后10个工作日内导入学员信息": 加入日历
    - paragraph:
      - text: 算法：加工作日（培训结束日期，10天）
      - button "〔1〕依据：三，第五步": 〔1〕
- button "全部加入日历"
`;

test("a result is read out in order, each figure with its unit, and nothing twice over", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.fill(SMALL_ENTERPRISE);
  await page.locator("wengang-amount-chart").waitFor();
  const heard = await page.getByRole("region", { name: form.messages.result.heading, exact: true }).ariaSnapshot();
  assert.equal(heard, RESULT.trim());
  assert.equal(await page.locator("wengang-next-steps").ariaSnapshot(), NEXT_STEPS.trim());
  await page.close();
});

test("deadlines are read out with their weekdays, and the buttons say what they put into the calendar", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop }, `#/${TRAINING}`);
  const form = new Form(page, TRAINING);
  await form.choosePolicy();
  await page.locator("wengang-calculator").evaluate((element) => element.setAttribute("today", "2022-06-14"));
  await form.fill({ filingApprovedOn: "2022-05-31", trainingEndedOn: "2022-06-01" });
  await shows(page.locator("wengang-deadline-list"), "2022年6月16日");
  assert.equal(await page.locator("wengang-deadline-list").ariaSnapshot(), DEADLINES.trim());
  await page.close();
});

test("a changed result is said once typing rests, an unchanged one not at all, and a problem politely", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  const { result } = form.messages;
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "" });
  await shows(page.getByRole("status"), result.stillMissing(1));
  await listen(page);
  await form.field("premiumsPaid").pressSequentially("123000", { delay: 60 });
  await shows(page.getByRole("status"), "73,800.00");
  assert.deepEqual(await said(page), [
    result.announce([result.eligible, `${form.description.amount?.label} ${result.yuan("73,800.00")}`]),
  ]);

  await form.field("premiumsPaid").pressSequentially(".00", { delay: 60 });
  await page.waitForTimeout(1500);
  assert.equal((await said(page)).length, 1, "the same amount is the same result");

  await form.field("naturalAttrition").pressSequentially("x", { delay: 60 });
  await shows(page.getByRole("status"), result.badEntries(1));
  const problem = (await form.problem("naturalAttrition").textContent())?.trim();
  assert.deepEqual(await said(page), [
    result.announce([result.eligible, `${form.description.amount?.label} ${result.yuan("73,800.00")}`]),
    problem,
    result.announce([result.undetermined, result.badEntries(1)]),
  ]);
  await page.close();
});

/**
 * Hears whatever is written into live regions from now on.
 * @param {Page} page
 */
function listen(page) {
  return page.evaluate(() => {
    /** @type {string[]} */
    const heard = [];
    Object.assign(window, { heard });
    const walk = (/** @type {ParentNode} */ root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (!element.matches("[role=status], [role=alert], [aria-live]")) continue;
        new MutationObserver(() => {
          const text = element.textContent?.trim();
          if (text) heard.push(text);
        }).observe(element, { childList: true, characterData: true, subtree: true });
      }
    };
    walk(document);
  });
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const said = (page) => page.evaluate("heard");
