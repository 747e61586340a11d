// Checked by tsc, never run: the package's declarations say precisely what goes in and comes out.

import init, {
  type Assessment,
  type amountRange,
  type asked,
  type Condition,
  type Description,
  describe,
  eligibleRanges,
  type eligibleRegion,
  evaluate,
  type InputProblem,
  InvalidInputError,
  type Locale,
  type PolicySummary,
  policies,
  type Reconciliation,
  type readNumber,
  reconcile,
  type Situation,
  type Step,
  type Strip,
  situation,
  type UnknownPolicyError,
} from "wengang";

/** Fails to compile unless both types are the very same; `any` equals nothing but itself. */
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(..._proof: Equal<A, B> extends true ? [] : [never]): void {}

same<Locale, "zh-CN" | "en">();
same<ReturnType<typeof policies>, PolicySummary[]>();
same<ReturnType<typeof describe>, Description>();
same<ReturnType<typeof evaluate>, Assessment>();
same<ReturnType<typeof asked>, string[]>();
same<ReturnType<typeof amountRange>, { least: string | null; most: string | null }>();
same<ReturnType<typeof situation>, Situation>();
same<Situation["problems"], InputProblem[]>();
same<ReturnType<typeof reconcile>, Reconciliation>();
same<Reconciliation["matches"][number]["assessment"], Assessment>();
same<ReturnType<typeof readNumber>, string | undefined>();
same<ReturnType<typeof eligibleRanges>, [from: number, to: number | null][]>();
same<ReturnType<typeof eligibleRegion>, Strip[]>();
same<Strip["ranges"], ReturnType<typeof eligibleRanges>>();
same<ReturnType<typeof init>, Promise<void>>();

same<PolicySummary["status"], "in-force" | "expired" | "reference">();
same<PolicySummary["claimYear"], number | null>();
same<Assessment["eligibility"], "eligible" | "ineligible" | "undetermined" | "not-assessed">();
same<Assessment["amount"], string | null>();
same<Assessment["values"], Record<string, string | boolean>>();
same<Assessment["conditions"], Condition[]>();
same<Assessment["steps"], Step[]>();
same<Condition["met"], boolean | null>();
same<InvalidInputError["problems"], InputProblem[]>();
same<UnknownPolicyError["policyId"], string>();
same<InputProblem["row"], number | undefined>();

// @ts-expect-error: it would not go unnoticed
// biome-ignore lint/suspicious/noExplicitAny: see above
same<Assessment["amount"], any>();

evaluate("id", { insuredAtStart: 100, premiumsPaid: "12300.00", rows: [{}] }, { locale: "en", today: "2024-06-01" });
evaluate("id", null);
evaluate("id", situation("id", { premiumsPaid: "1.23 万元" }).inputs);
evaluate("id", undefined);
await init(new URL("https://example.org/wengang_bg.wasm"));

// @ts-expect-error: the inputs are named, not listed
evaluate("id", [100, 97]);
// @ts-expect-error: not a language of the package
policies({ locale: "fr" });
// @ts-expect-error: a day is a string
policies({ today: new Date() });
// @ts-expect-error: the policy's id is missing
describe();
// @ts-expect-error: the field is missing
eligibleRanges("id", {});
// @ts-expect-error: what is shown is missing
reconcile("id", {});
// @ts-expect-error: amounts are decimal strings
evaluate("id", {}).amount satisfies number | null;
// @ts-expect-error: an unknown amount must be dealt with
evaluate("id", {}).amount.length;
// @ts-expect-error: problems are read-only
new InvalidInputError().problems = [];
