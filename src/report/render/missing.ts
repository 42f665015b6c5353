import { type MissingCharacter, missingCharacters, missingNotes } from "../../file/font/coverage.ts";
import type { Report } from "../block.ts";
import { type FontReport, withSpares } from "./fonts.ts";
import { mapText, printable, reportTexts } from "./printable.ts";

/** 报告的缺字: characters of the report that no font at hand can draw; in .pdf and in pictures their code stands for them. */
export const missingFromReport = (report: Report, fonts: FontReport): MissingCharacter[] =>
  missingCharacters(reportTexts(mapText(report, printable)), withSpares(fonts, "hei"));

/** 缺字提示: one sentence for each such character, to be said by whoever writes the report. */
export const missingFromReportNotes = (report: Report, fonts: FontReport): string[] =>
  missingNotes(missingFromReport(report, fonts));
