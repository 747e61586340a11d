import { loadEarlier, PolicyPackError } from "wengang";
import { wholeEngine } from "../shared/engine.js";

/**
 * What has come of asking for an earlier version of a policy: the name by which it can be asked now, or why it cannot. `missing`: nobody
 * has kept it here; `refused`: what was kept is damaged, or another one; `unreadable`: the engine does not read it; `unreachable`: the
 * network has failed.
 * @typedef {{ name: string } | { fault: "missing" | "refused" | "unreadable" | "unreachable" }} Earlier
 */

/** @type {Record<PolicyPackError["reason"], "missing" | "refused" | "unreadable">} */
const FAULTS = {
  malformed: "missing",
  truncated: "refused",
  altered: "refused",
  "unknown-version": "unreadable",
  "whole-engine": "unreadable",
};

/**
 * An earlier version of a policy. The engine compares what comes with what was asked for: it is never silently another one.
 * @param {string} policy
 * @param {string} version
 * @returns {Promise<Earlier>}
 */
export async function earlierVersion(policy, version) {
  try {
    await wholeEngine();
    return { name: await loadEarlier(policy, version) };
  } catch (error) {
    return { fault: error instanceof PolicyPackError ? FAULTS[error.reason] : "unreachable" };
  }
}
