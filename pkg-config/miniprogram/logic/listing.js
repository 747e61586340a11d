import { currentDate } from "wengang";
import { search } from "../../../www/finder/search.js";
import "../../../www/finder/china.js";
import { messagesIn } from "../../../www/messages/all.js";
import { describeNow, entriesOf, regionsOf, standingOf, yearsOf } from "../../../www/shared/catalogue.js";

/** @import { Locale } from "wengang" */

/** Every policy, to be searched. */
export class Listing {
  /** @param {Locale} locale */
  constructor(locale) {
    this.day = currentDate();
    this.entries = entriesOf({ locale, today: this.day });
    describeNow(this.entries, { locale, today: this.day });
    this.messages = messagesIn(locale);
    this.regions = regionsOf(this.entries, locale).map(([area, name]) => ({ area, name }));
    this.years = yearsOf(this.entries).map((year) => ({ year, name: this.messages.policy.claimYear(year) }));
  }

  /**
   * The policies that fit, as a template draws them: what answers best comes first where something was looked for, else
   * those in force.
   * @param {{ text?: string, area?: string, year?: number }} wanted
   */
  find({ text = "", area, year }) {
    const { policy: words } = this.messages;
    const found = search(this.entries, { text, region: area, year }).map(({ policy, excerpt }) => {
      const standing = standingOf({ ...policy, ...excerpt }, this.day);
      const facts = [
        policy.region,
        policy.claimYear && words.claimYear(policy.claimYear),
        words.audience[policy.audience],
      ];
      return {
        id: policy.id,
        title: policy.title,
        facts: facts.filter(Boolean).join(" · "),
        badge: words.badge[standing],
        tone: standing === "in-force" ? "positive" : standing === "reference" ? "neutral" : "caution",
      };
    });
    if (text.trim() || area || year) return found;
    const last = (/** @type {{ tone: string }} */ { tone }) => (tone === "caution" ? 1 : 0);
    return found.sort((one, other) => last(one) - last(other));
  }
}
