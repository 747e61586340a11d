// The refund of a labour-dispatch firm: what it keeps for its own staff, and what it passes on to each user firm, all to the fen.

import { exact, sum } from "./fraction.mjs";
import { bySize } from "./refunds.mjs";
import { acceptedOf, judged } from "./rows.mjs";

/**
 * What differs from place to place. Where nothing else is said, the dispatch firm's own size class counts for all.
 * @import { Form } from "./form.mjs"
 * @import { Fraction } from "./fraction.mjs"
 * @import { Rules } from "./index.mjs"
 * @typedef {{
 *   conditions?: Record<string, () => boolean>,
 *   refundRate?: () => Fraction,
 *   rateOf?: (user: Form) => Fraction,
 *   reasons?: (user: Form) => [string, boolean][],
 *   deadlines?: Record<string, () => string>,
 * }} Place
 */

/**
 * @param {Form} form
 * @param {Place} [place]
 * @returns {Rules}
 */
export function dispatchRefund(form, place = {}) {
  const { conditions, refundRate = () => bySize(form, "0.3", "0.6"), reasons = () => [], deadlines } = place;
  const { rateOf = refundRate } = place;
  /** @param {Form} user */
  const judge = (user) => judged(reasons(user));
  /** @param {Form} user */
  const share = (user) => inFen(user.number("dispatchedPremiums").times(rateOf(user)));
  const ownShare = () => inFen(form.number("ownPremiums").times(refundRate()));
  const usersShare = () => sum(acceptedOf(form.rows("users"), judge).map(share));
  return {
    conditions: { meetsConditions: () => form.yes("qualifies"), ...conditions },
    values: { refundRate, ownShare, usersShare },
    amount: () => ownShare().plus(usersShare()),
    parts: { ownShare, usersShare },
    rows: { users: () => form.rows("users").map(judge) },
    ...(deadlines ? { deadlines } : {}),
  };
}

/** @param {Form} user @returns {[string, boolean]} */
export const publicBody = (user) => ["public-body", user.yes("publicBody")];

/** @param {Fraction} amount */
const inFen = (amount) => exact(amount.toFixed(2));
