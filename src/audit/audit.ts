import type { AuditedDocument } from "../domain/document.ts";
import { type Finding, severities } from "../domain/finding.ts";
import { type Reading, readDocument } from "./read/reading.ts";
import { doubts, rules } from "./rules.ts";

/** 审核: what a published report contradicts itself in, the gravest first, then in the order of the text. */
export function audit(document: AuditedDocument): Finding[] {
  const reading = readDocument(document);
  const found = withoutDoubles(rules.flatMap((rule) => rule(reading))).filter((one) => !isCutOff(one, reading));
  const doubted = doubts.flatMap((doubt) => doubt(reading)).sort((a, b) => b.confidence - a.confidence);
  for (const doubt of doubted) if (!found.some((other) => isOfSameNumber(doubt, other))) found.push(doubt);
  return found.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || where(a) - where(b));
}

const where = ({ places: [first] }: Finding): number => (first?.page ?? 0) * 1e6 + (first?.line ?? 0);

/** a list in the last words of a text that breaks off may have gone on */
function isCutOff({ kind, places }: Finding, { passages }: Reading): boolean {
  const last = passages.at(-1)?.text ?? "";
  return (
    kind === "listLength" && !/[。！？；：”）)\]】]$/.test(last) && places.every(({ text }) => last.includes(text))
  );
}

/** the doubtful number was found wanting before */
const isOfSameNumber = ({ values, places }: Finding, other: Finding): boolean =>
  other.severity !== "low" &&
  (other.values.includes(values[0]!) || other.values.every((value) => values.includes(value))) &&
  places.some(({ page, line }) => other.places.some((place) => place.page === page && place.line === line));

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
