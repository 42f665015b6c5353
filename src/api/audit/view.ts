/** 审核结果的样子 */
import type { z } from "zod";
import type { findings, findingView, reportAudit } from "../../contract/audit/audit.ts";
import { type AuditedDocument, placeWords, unitOfPlaces } from "../../domain/document.ts";
import { type Finding, findingKinds, severityNames } from "../../domain/finding.ts";
import type { Audited } from "./aside.ts";

/** a reader sees at once whether there are more */
const MOST = 500;

const findingViewOf = (
  { kind, severity, confidence, message, arithmetic, values, places }: Finding,
  unit: string,
): z.input<typeof findingView> => ({
  ...{ kind, kindName: findingKinds[kind], severity, severityName: severityNames[severity] },
  ...{ confidence, message, arithmetic, values },
  places: places.map((place) => ({
    ...{ page: place.page ?? null, line: place.line ?? null },
    ...{ words: placeWords(place, unit), text: place.text },
  })),
});

export const findingsOf = ({ document, found }: Audited): z.input<typeof findings> => ({
  total: found.length,
  rows: found.slice(0, MOST).map((one) => findingViewOf(one, unitOfPlaces(document))),
});

/** 读出的文字: every paragraph and every row of a table that says something, each with its place */
export const linesOf = ({ blocks }: AuditedDocument): z.input<typeof reportAudit>["lines"] =>
  blocks
    .flatMap((block) => (block.kind === "table" ? block.rows : [{ cells: [block.text.trimEnd()], place: block.place }]))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ""))
    .map(({ cells, place: { page, line } }) => ({ page: page ?? null, line: line ?? null, cells }));
