import Big from "big.js";

/** @import { Description } from "wengang" */

/**
 * A subsidy that can be had.
 * @typedef {{ description: Pick<Description, "id" | "scheme" | "exclusions">, yuan: Big }} Claim
 *
 * @typedef {object} Combination
 * @property {Claim[]} chosen the claims that together come to most without excluding one another
 * @property {Big} total
 * @property {LeftOut[]} leftOut
 *
 * @typedef {object} LeftOut
 * @property {Claim} claim
 * @property {Claim[]} excludedBy
 * @property {string | undefined} reason what a policy says on it; none where the two are variants of one scheme
 * @property {Big} less how much less the best combination with this claim comes to
 */

/**
 * The best lawful combination, by the rules of the engine's `assess`, of these claims only: a refund of another city
 * that the same answers would earn has no part in it.
 * @param {Claim[]} claims
 * @returns {Combination}
 */
export function combine(claims) {
  const candidates = claims.filter(({ yuan }) => yuan.gt(0));
  const { chosen, total } = best(candidates);
  const leftOut = candidates
    .filter((claim) => !chosen.includes(claim))
    .map((claim) => {
      const compatible = candidates.filter((other) => other !== claim && !exclude(claim, other));
      const excludedBy = chosen.filter((other) => exclude(claim, other));
      const reason = excludedBy.map((other) => exclusion(claim, other)?.text).find(Boolean);
      return { claim, excludedBy, reason, less: total.minus(claim.yuan).minus(best(compatible).total) };
    });
  return { chosen, total, leftOut };
}

/**
 * The largest sum of claims of which no two exclude each other; the earlier choice wins a tie.
 * @param {Claim[]} claims
 * @returns {{ chosen: Claim[], total: Big }}
 */
function best([first, ...rest]) {
  if (!first) return { chosen: [], total: new Big(0) };
  const compatible = rest.filter((other) => !exclude(first, other));
  const { chosen, total } = best(compatible);
  const taken = { chosen: [first, ...chosen], total: first.yuan.plus(total) };
  // Nothing is gained by leaving out what excludes nothing.
  if (compatible.length === rest.length) return taken;
  const without = best(rest);
  return without.total.gt(taken.total) ? without : taken;
}

/**
 * @param {Claim} one
 * @param {Claim} other
 */
function exclude(one, other) {
  return one.description.scheme === other.description.scheme || exclusion(one, other) !== undefined;
}

/**
 * @param {Claim} one
 * @param {Claim} other
 */
function exclusion({ description: one }, { description: other }) {
  return (
    one.exclusions.find(({ policy }) => policy === other.id) ?? other.exclusions.find(({ policy }) => policy === one.id)
  );
}
