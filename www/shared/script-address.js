/**
 * The address of a script of ours, for pages that let scripts be loaded only by a policy (Trusted Types): there it is one by
 * the name of `wengang`, which has to be allowed.
 * @template {string} T
 * @param {T} address
 * @returns {T}
 */
export function scriptAddress(address) {
  /** @type {{ createPolicy: (name: string, rules: object) => { createScriptURL: (address: string) => any } } | undefined} */
  const trustedTypes = Reflect.get(window, "trustedTypes");
  if (!trustedTypes) return address;
  try {
    policy ??= trustedTypes.createPolicy("wengang", { createScriptURL: (/** @type {string} */ ours) => ours });
    return policy.createScriptURL(address);
  } catch {
    // Not allowed: then it is as if the page had no such address.
    return address;
  }
}

/** @type {{ createScriptURL: (address: string) => any } | undefined} */
let policy;
