// Who has to do what, by when, with which papers: as the policy says, for what was filled in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chinese } from "../../www/messages/all.js";
import { Form, openSite, SIZES, shows } from "./support.mjs";

const site = await openSite();
const { steps } = chinese.answer;

/** Where large enterprises apply although others need not. */
const ANHUI = "anhui-2025-stabilisation-refund";
/** Where dispatch firms hand in papers. */
const ZHEJIANG = "zhejiang-2025-stabilisation-refund";

/**
 * @param {string} policy
 * @param {Record<string, string | boolean>} answers
 * @param {{ width: number, height: number }} [viewport]
 */
async function open(policy, answers, viewport = SIZES.desktop) {
  const { page, errors } = await site.open({ viewport }, `#/${policy}`);
  const form = new Form(page, policy);
  await form.fill(answers);
  const procedure = page.locator("wengang-next-steps wengang-procedure");
  const step = (/** @type {string} */ title) => procedure.getByRole("listitem").filter({ hasText: title });
  return { page, errors, form, procedure, step };
}

test("a large enterprise is told to apply, by when, and what becomes of it if it does not", async () => {
  const { page, form, procedure, step } = await open(ANHUI, { enterpriseSize: "large" });
  const own = step("大型企业申报");
  await shows(own, steps.duties.apply);
  await shows(own, steps.yours("大型企业"));
  await shows(own, "2025年12月31日");
  await shows(own, steps.missed("逾期不再受理。"));
  // What the others need not do is folded away.
  assert.equal(await step("免申即享").isVisible(), false);
  await procedure.getByText(steps.others(1)).click();
  await shows(step("免申即享"), steps.duties.none);
  await procedure.getByText(steps.others(1)).click();

  await form.fill({ enterpriseSize: "medium" });
  await shows(step("免申即享"), steps.yours("中小微企业和参照实施的单位"));
  assert.equal(await step("大型企业申报").isVisible(), false);
  // What nothing was asked about is for the reader to see.
  await shows(step("劳务派遣单位申报"), steps.ifYours("劳务派遣单位"));
  await page.close();
});

test("papers are ticked off by keyboard once they are at hand, and what need not be handed in is said", async () => {
  const { page, errors, step } = await open(ZHEJIANG, { employerKind: "lawFirm" }, SIZES.phone);
  const own = step("劳务派遣单位申请");
  await shows(own, steps.materials(2));
  const [first, second] = await own.getByRole("checkbox").all();
  assert.ok(first && second);
  await first.focus();
  await page.keyboard.press("Space");
  await shows(own, steps.materials(1));
  await shows(own, steps.state(true));
  await second.check();
  await shows(own, steps.materials(0));
  await page.keyboard.press("Space");
  await shows(own, steps.materials(1));
  assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
  await page.close();

  const waiving = await open("hunan-2024-stabilisation-refund", { employerKind: "enterprise" });
  await shows(waiving.step("免申即享"), steps.waived("申请材料"));
  assert.equal(await waiving.procedure.getByRole("checkbox").count(), 0);
  await waiving.page.close();
  assert.deepEqual([...errors, ...waiving.errors], []);
});

test("where data are to be confirmed, the letters are a step away", async () => {
  const { page, procedure } = await open("guangdong-2024-stabilisation-refund", { enterpriseSize: "small" });
  await procedure.getByRole("link", { name: steps.letters }).click();
  await page.locator("wengang-reconciliation").waitFor();
  await page.close();
});

test("before anything is filled in, and on the rule page, the steps are nobody’s in particular", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop }, `#/${ANHUI}/rules`);
  const procedure = page.locator("wengang-rule-page wengang-procedure");
  for (const who of ["中小微企业和参照实施的单位", "大型企业", "劳务派遣单位"])
    await shows(procedure, steps.whose(who));
  assert.equal(await procedure.getByText(steps.ifYours("").slice(0, 4)).count(), 0);
  await page.close();
});

test("what one has to do is on paper and in the copied text", async () => {
  const { page, procedure } = await open(ANHUI, {
    enterpriseSize: "large",
    cumulativePremiumMonths: "12",
    seriouslyDishonest: false,
    laidOff: "0",
    everInsured: "1300",
    insuredAtEnd: "1300",
    premiumsPaid: "100000",
  });
  await procedure.waitFor();
  await page.emulateMedia({ media: "print" });
  const line = ["大型企业申报", steps.duties.apply, steps.last("2025-12-31"), steps.missed("逾期不再受理。")];
  await shows(page.locator("wengang-sheet"), line.join(chinese.separator));
  assert.equal(await page.locator("wengang-sheet").getByText("中小微企业和参照实施的单位").count(), 0);
  await page.close();
});
