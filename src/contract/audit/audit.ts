/** 审核 on the wire: a report's text and what it contradicts itself in. */
import { z } from "zod";
import { severities } from "../../domain/finding.ts";

export const findingView = z
  .object({
    kind: z.string(),
    kindName: z.string().describe("哪一类矛盾"),
    severity: z.enum(severities),
    severityName: z.string(),
    confidence: z.number().describe("把握，0 到 1"),
    message: z.string(),
    arithmetic: z.string().describe("算式"),
    values: z.array(z.string()).describe("印的值，存疑的在前"),
    places: z
      .array(
        z.object({
          page: z.number().int().nullable(),
          line: z.number().int().nullable(),
          words: z.string().describe("第几页第几行"),
          text: z.string(),
        }),
      )
      .describe("在文中哪里"),
  })
  .meta({ id: "ReportFinding" });

export const findings = z
  .object({
    total: z.number().int(),
    rows: z.array(findingView).describe("至多五百处，重的在前"),
  })
  .meta({ id: "ReportFindings" });

export const reportAudit = findings
  .extend({
    lines: z
      .array(
        z.object({
          page: z.number().int().nullable(),
          line: z.number().int().nullable(),
          cells: z.array(z.string()).describe("一段一格；表的一行几格"),
        }),
      )
      .describe("读出的文字，按次序"),
  })
  .meta({ id: "ReportAudit" });

export const auditExportParams = z.object({ format: z.enum(["json", "csv", "xlsx"]) });
