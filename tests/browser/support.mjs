import { after } from "node:test";
import { chromium } from "playwright-core";
import { start } from "../../scripts/serve.mjs";
import { PolicyWords } from "./policy-words.mjs";

/** @import { BrowserContextOptions, Locator, Page } from "playwright-core" */
/** @import { Locale } from "../../dist/npm/index.js" */

export const SHANGHAI = "shanghai-2024-stabilisation-refund";
export const SIZE_CLASS = "national-enterprise-size";

export const HIRES = "shanghai-2021-work-training";

export const SIZES = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1440, height: 900 },
};

/** Whatever a small enterprise answers that had 100 people, has 97 and saw one retire. */
export const SMALL_ENTERPRISE = {
  employerKind: "enterprise",
  enterpriseSize: "small",
  paidAsRequired: true,
  seriouslyDishonest: false,
  insuredFullYear: true,
  insuredAtStart: "100",
  insuredAtEnd: "97",
  naturalAttrition: "1",
  premiumsPaid: "12300.00",
};

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the site and a browser for one test file and closes both after it. */
export async function openSite() {
  const site = await start({ port: 0 });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  after(async () => {
    await browser.close();
    await site.close();
  });
  return {
    url: site.url,
    browser,
    /**
     * Opens the page in a fresh profile; `errors` collects whatever the console complains about.
     * @param {BrowserContextOptions} [options]
     * @param {string} [fragment] where to, and with what filled in
     */
    open: async (options, fragment = `#/${SHANGHAI}`) => {
      const page = await browser.newPage(options);
      page.setDefaultTimeout(10_000);
      /** @type {string[]} */
      const errors = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${site.url}${fragment}`);
      await loaded(page);
      return { page, errors, form: new Form(page, SHANGHAI) };
    },
  };
}

/** The form as its user sees it: fields are found by their labels. */
export class Form extends PolicyWords {
  /**
   * @param {Page} page
   * @param {string} policy
   * @param {Locale} [locale]
   */
  constructor(page, policy, locale) {
    super(policy, locale);
    this.page = page;
  }

  async choosePolicy() {
    await this.page.evaluate((policy) => {
      location.hash = `#/${policy}`;
    }, this.policy);
    await this.page.getByRole("heading", { level: 2, name: this.description.title }).waitFor();
  }

  /**
   * The control of a field, or the group of its tiles.
   * @param {string} field
   * @returns {Locator}
   */
  field(field) {
    const exactly = { name: this.labelOf(field), exact: true };
    return this.page
      .getByRole("textbox", exactly)
      .or(this.page.getByRole("combobox", exactly))
      .or(this.page.getByRole("radiogroup", exactly));
  }

  /**
   * One tile of a field with few choices.
   * @param {string} field
   * @param {string | boolean} answer
   */
  tile(field, answer) {
    return this.field(field).getByRole("radio", { name: this.wordsFor(field, answer), exact: true });
  }

  /** @param {Record<string, string | boolean>} answers */
  async fill(answers) {
    for (const [field, answer] of Object.entries(answers)) {
      const control = this.field(field);
      const role = await control.evaluate((element) => element.getAttribute("role") ?? element.localName);
      if (role === "radiogroup") await this.tile(field, answer).check();
      else if (role === "select") await control.selectOption(String(answer));
      else await control.fill(String(answer));
    }
  }

  /** The verdict with the amount. */
  get verdict() {
    return this.page.locator("wengang-verdict");
  }

  /** @param {string} id */
  condition(id) {
    const label = this.description.conditions.find((condition) => condition.id === id)?.label ?? id;
    return this.page.locator("wengang-condition-list").getByRole("listitem").filter({ hasText: label });
  }

  /** One line of the calculation. @param {string} id */
  step(id) {
    const label = [...this.description.values, { id: "amount", label: this.description.amount?.label ?? "" }].find(
      (value) => value.id === id,
    )?.label;
    return this.page
      .locator("wengang-calculation-steps")
      .getByRole("listitem")
      .filter({ has: this.page.getByText(label ?? id, { exact: true }) });
  }

  /** What is wrong with a field, as the page says it at the field. @param {string} field */
  problem(field) {
    return this.page.locator(`[data-field="${field}"] .problem`);
  }
}

/** Waits until the page has loaded all that it ever loads. @param {Page} page */
export async function loaded(page) {
  await page.waitForFunction(() => performance.getEntriesByName("wengang-loaded").length > 0);
}

/**
 * Waits until an element says what is expected of it.
 * @param {Locator} locator
 * @param {string | RegExp} text
 */
export async function shows(locator, text) {
  await locator.filter({ hasText: text }).first().waitFor({ timeout: 5000 });
}

/**
 * Waits until an element is gone.
 * @param {Locator} locator
 */
export async function gone(locator) {
  await locator.first().waitFor({ state: "detached", timeout: 5000 });
}
