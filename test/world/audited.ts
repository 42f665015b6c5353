import { audit } from "../../src/audit/audit.ts";
import type { AuditedDocument } from "../../src/domain/document.ts";
import type { Finding } from "../../src/domain/finding.ts";

/** 一份文本文件 as the auditor gets it */
export const textDocument = (text: string): AuditedDocument => ({
  layout: "lines",
  blocks: text.split("\n").map((line, at) => ({ kind: "paragraph", text: line, place: { line: at + 1 } })),
});

/** 审核一段文字 */
export const auditText = (text: string): Finding[] => audit(textDocument(text));

/** 审核一段文字: kinds and values only */
export const foundIn = (text: string): string[] =>
  auditText(text).map(({ kind, severity, values }) => `${severity} ${kind} ${values.join(" ")}`);

/** 审核一段文字: kinds and values of what is told above 'low' */
export const toldIn = (text: string): string[] =>
  auditText(text)
    .filter(({ severity }) => severity !== "low")
    .map(({ kind, values }) => `${kind} ${values.join(" ")}`);
