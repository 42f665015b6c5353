/** 审核的数据: as the wire has it. */
import type { z } from "zod";
import type { findings, findingView, reportAudit } from "../../contract/audit/audit.ts";

export type Finding = z.output<typeof findingView>;
export type Findings = z.output<typeof findings>;
export type ReportAudit = z.output<typeof reportAudit>;
export type Place = Finding["places"][number];
export type TextLine = ReportAudit["lines"][number];

export const severityColours: Record<Finding["severity"], string> = { high: "red", medium: "amber", low: "blue" };

/** what tells one line of the text from all others */
export const keyOf = ({ page, line }: Pick<TextLine, "page" | "line">): string => `${page ?? ""}-${line ?? ""}`;
