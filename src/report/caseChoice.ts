import type { CaseFacts, TrailStep } from "./caseFacts.ts";

const steps = (facts: CaseFacts, what: TrailStep["what"]) => facts.trail.filter((step) => step.what === what);
const lates = (facts: CaseFacts) => facts.trail.filter((step) => step.late).length;

/** 疑难: returned at least once; more late steps first, then more returns, then more dispatches. */
const difficulty = (facts: CaseFacts): number[] => [
  lates(facts),
  steps(facts, "returnRequested").length,
  steps(facts, "dispatched").length,
];

/** 典型: never returned, never late, told what came of it, and rated 满意. */
const exemplary = (facts: CaseFacts): boolean =>
  lates(facts) === 0 &&
  steps(facts, "returnRequested").length === 0 &&
  steps(facts, "resolved").some((step) => step.text) &&
  steps(facts, "followedUp").at(-1)?.rating === "satisfied";

const harderFirst = (a: CaseFacts, b: CaseFacts): number => {
  const [ours, theirs] = [difficulty(a), difficulty(b)];
  const at = ours.findIndex((value, place) => value !== theirs[place]);
  return at === -1 ? 0 : theirs[at]! - ours[at]!;
};

/**
 * 选案例: proposes a month's cases from candidates for the office to confirm: typical ones of different topics, difficult ones
 * by how often and how late they were returned. At most `most` of each; ties keep the candidates' order.
 */
export function chooseCases(candidates: CaseFacts[], most = 2): { typical: CaseFacts[]; difficult: CaseFacts[] } {
  const good = candidates.filter(exemplary);
  const ofDifferentTopics = good.filter((one) => good.find((other) => other.topic === one.topic) === one);
  const hard = candidates.filter((one) => steps(one, "returnRequested").length > 0).toSorted(harderFirst);
  return { typical: ofDifferentTopics.slice(0, most), difficult: hard.slice(0, most) };
}
