/** What the engine throws on purpose: it is as sound as before. Anything else has stopped it halfway. */
export class Refusal extends Error {}

/** Thrown for bad input. `problems` lists everything that is wrong with it. */
export class InvalidInputError extends Refusal {
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
export class UnknownPolicyError extends Refusal {
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

/** Thrown for a policy that the catalogue has, and that has not been loaded. */
export class PolicyNotLoadedError extends Refusal {
  /**
   * @param {string} message
   * @param {string} policy
   */
  constructor(message, policy) {
    super(message);
    this.name = "PolicyNotLoadedError";
    this.policy = policy;
  }
}

/** Thrown for bytes that are no pack which this engine reads, or not the one that was to come. `reason` says what they are. */
export class PolicyPackError extends Refusal {
  /**
   * @param {string} message
   * @param {string} reason
   */
  constructor(message, reason) {
    super(message);
    this.name = "PolicyPackError";
    this.reason = reason;
  }
}

/** Thrown by addPolicy for a policy that does not pass the checks. `mistakes` lists all of them. */
export class InvalidPolicyError extends Refusal {
  /**
   * @param {string} message
   * @param {object[]} mistakes
   */
  constructor(message, mistakes) {
    super(message);
    this.name = "InvalidPolicyError";
    this.mistakes = mistakes;
  }
}
