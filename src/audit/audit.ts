import type { AuditedDocument } from "../domain/document.ts";
import { type Finding, severities } from "../domain/finding.ts";
import { readDocument } from "./read/reading.ts";
import { rules } from "./rules.ts";

/** 审核: what a published report contradicts itself in, the gravest first, then in the order of the text. */
export function audit(document: AuditedDocument): Finding[] {
  const reading = readDocument(document);
  const found = rules.flatMap((rule) => rule(reading));
  return withoutDoubles(found).sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || where(a) - where(b),
  );
}

const where = ({ places: [first] }: Finding): number => (first?.page ?? 0) * 1e6 + (first?.line ?? 0);

/** the same numbers found wanting twice are told once, by whoever is surer */
function withoutDoubles(found: Finding[]): Finding[] {
  const key = ({ values, places }: Finding) =>
    `${[...values].sort().join("|")}@${places[0]?.page ?? ""}:${places[0]?.line ?? ""}`;
  const kept = new Map<string, Finding>();
  for (const finding of found) {
    const before = kept.get(key(finding));
    if (!before || before.confidence < finding.confidence) kept.set(key(finding), finding);
  }
  return [...kept.values()];
}
