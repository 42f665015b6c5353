import type { Report } from "./block.ts";
import type { FontReport } from "./render/fonts.ts";

export const formats = ["docx", "pdf", "html", "xlsx"] as const;
export type Format = (typeof formats)[number];

export interface ReportFile {
  name: string;
  content: Buffer;
}

/** each library is loaded only when its format is asked for */
const renderers: Record<Format, (report: Report, fonts: () => FontReport) => Promise<Buffer>> = {
  docx: async (report, fonts) => (await import("./render/docx.ts")).reportDocx(report, fonts()),
  pdf: async (report, fonts) => (await import("./render/pdf.ts")).reportPdf(report, fonts()),
  html: async (report) => Buffer.from((await import("./render/html.ts")).reportHtml(report)),
  xlsx: async (report) => (await import("./render/xlsx.ts")).reportXlsx(report),
};

/** 文件名 of a period's report: period, platform and, once it is frozen, which edition; without what a file system forbids. */
export const reportName = (month: string, platform: string, format: Format, no: number | null = null): string =>
  `${month}-${platform.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}${no === null ? "" : `-第${no}版`}.${format}`;

/** 写成文件: the report in one format, with the name it is saved under (month and platform). */
export const reportFile = async (report: Report, format: Format, fonts: () => FontReport): Promise<ReportFile> => ({
  name: reportName(report.month, report.platform, format),
  content: await renderers[format](report, fonts),
});
