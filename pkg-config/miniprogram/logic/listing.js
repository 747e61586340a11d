import { currentDate } from "wengang";
import {
  appliesIn,
  describeNow,
  entriesOf,
  isAbout,
  mentions,
  regionsOf,
  standingOf,
  yearsOf,
} from "../../../www/catalogue.js";
import { messagesIn } from "../../../www/messages/index.js";

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
   * The policies that fit, as a template draws them; those in force come first.
   * @param {{ text?: string, area?: string, year?: number }} wanted
   */
  find({ text = "", area, year }) {
    const { policy: words } = this.messages;
    const found = this.entries
      .filter((entry) => mentions(entry, text) && (!area || appliesIn(entry, area)) && (!year || isAbout(entry, year)))
      .map(({ policy, excerpt }) => {
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
    const last = (/** @type {{ tone: string }} */ { tone }) => (tone === "caution" ? 1 : 0);
    return found.sort((one, other) => last(one) - last(other));
  }
}
