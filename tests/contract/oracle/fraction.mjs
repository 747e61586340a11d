/** An exact rational number in lowest terms. */
export class Fraction {
  /**
   * @param {bigint} numerator
   * @param {bigint} denominator
   */
  constructor(numerator, denominator = 1n) {
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    this.numerator = numerator / divisor;
    this.denominator = denominator / divisor;
  }

  /**
   * Reads a number as a user may write it, with thousands separators or full-width digits.
   * @param {string | number} written
   */
  static of(written) {
    const text = String(written).normalize("NFKC").replace(/,/g, "").trim();
    const [whole = "", decimals = ""] = text.split(".");
    return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  /** @param {Fraction} other */
  plus(other) {
    const numerator = this.numerator * other.denominator + other.numerator * this.denominator;
    return new Fraction(numerator, this.denominator * other.denominator);
  }

  /** @param {Fraction} other */
  minus(other) {
    return this.plus(new Fraction(-other.numerator, other.denominator));
  }

  /** @param {Fraction} other */
  times(other) {
    return new Fraction(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @param {Fraction} other */
  over(other) {
    return new Fraction(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** @param {Fraction} other */
  atMost(other) {
    return this.minus(other).numerator <= 0n;
  }

  /** Decimal text with a fixed number of places, half up (away from zero). @param {number} places */
  toFixed(places) {
    const scale = 10n ** BigInt(places);
    const size = this.numerator < 0n ? -this.numerator : this.numerator;
    const rounded = (2n * size * scale + this.denominator) / (2n * this.denominator);
    const digits = String(rounded).padStart(places + 1, "0");
    const sign = this.numerator < 0n && rounded > 0n ? "-" : "";
    return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** The next whole number, half up. */
  rounded() {
    return new Fraction((2n * this.numerator + this.denominator) / (2n * this.denominator));
  }

  /** As a decimal stands in `values`. */
  toString() {
    return this.toFixed(10).replace(/\.?0+$/, "");
  }
}

/**
 * @param {bigint} a
 * @param {bigint} b
 * @returns {bigint}
 */
function greatestCommonDivisor(a, b) {
  if (b === 0n) return a < 0n ? -a : a;
  return greatestCommonDivisor(b, a % b);
}

export const zero = new Fraction(0n);
export const one = new Fraction(1n);

/** @param {string | number} written */
export const exact = (written) => Fraction.of(written);

/**
 * @param {Fraction} a
 * @param {Fraction} b
 */
export const smaller = (a, b) => (a.atMost(b) ? a : b);

/**
 * @param {Fraction} a
 * @param {Fraction} b
 */
export const larger = (a, b) => (a.atMost(b) ? b : a);

/** @param {Fraction[]} list */
export const sum = (list) => list.reduce((total, each) => total.plus(each), zero);
