/** Thrown for bad input. `problems` lists everything that is wrong with it. */
export class InvalidInputError extends Error {
  /**
   * @param {string} message
   * @param {object[]} problems
   */
  constructor(message, problems) {
    super(message);
    this.name = "InvalidInputError";
    this.problems = problems;
  }
}

/** Thrown for a policy id that does not exist. */
export class UnknownPolicyError extends Error {
  /**
   * @param {string} message
   * @param {string} policyId
   */
  constructor(message, policyId) {
    super(message);
    this.name = "UnknownPolicyError";
    this.policyId = policyId;
  }
}
