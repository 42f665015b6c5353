import { hash } from "node:crypto";
import { editionView, newEdition } from "../../contract/report/edition.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { checkRefusal } from "../../domain/report/check.ts";
import {
  datedRefusal,
  freezeRefusal,
  nextNo,
  type ReportEdition,
  runningRefusal,
} from "../../domain/report/edition.ts";
import { assembleReport } from "../../report/assemble.ts";
import { draftChecks } from "../../report/draft/checks.ts";
import { paperOf } from "../../report/draft/paper.ts";
import { printedTexts } from "../../report/draft/printed.ts";
import { type Format, formats, reportFile, reportName } from "../../report/files.ts";
import { type FontReport, findFonts } from "../../report/render/fonts.ts";
import { reportDraft } from "../../store/report/drafts.ts";
import { addReportEdition, editionsOfMonth, holdEditions, type ReportFileKept } from "../../store/report/editions.ts";
import { operation } from "../operation.ts";
import { computeReport } from "./compute.ts";
import { editionViewOf, REPORTING } from "./view.ts";

/** 定稿: figures and files are taken once, of one moment; whatever is recorded later doesn't change them. */
export const freezeReport = operation({
  id: "freezeReport",
  method: "POST",
  path: "/report-editions",
  summary: "定稿：取这一期此刻的数字，写成四种文件存下；以后导出的就是这几个文件",
  tag: "月报",
  permit: REPORTING,
  body: newEdition,
  answer: editionView,
  async handle({ body: { month, dated, correction } }, visit) {
    const { db, platform, at, actor, newId } = visit;
    const before = await editionsOfMonth(db, platform.platform, month);
    const early = runningRefusal(month, platform.zone, at) ?? freezeRefusal(before, correction);
    if (early) return early;
    const today = (await visit.rules()).dateOf(at);
    const day = dated ?? today;
    const misdated = datedRefusal(month, day, today);
    if (misdated) return misdated;
    const { facts, draft } = await db.snapshot(async (tx) => {
      const draft = await reportDraft(tx, platform.platform, month);
      return { facts: { ...(await computeReport(tx, platform, month, at, draft)), issued: day }, draft };
    });
    const paper = paperOf(facts, draft);
    const unfit = checkRefusal(draftChecks(paper, facts, draft));
    if (unfit) return unfit;
    const report = assembleReport(facts, draft);
    const texts = printedTexts(report, paper, facts);
    let fonts: FontReport | null = null;
    const contents: (Omit<ReportFileKept, "name"> & { format: Format })[] = [];
    for (const format of formats) {
      const { content } = await reportFile(report, format, () => (fonts ??= findFonts()));
      contents.push({ format, content, size: content.length, sha256: hash("sha256", content) });
    }
    return visit.decide(async (inside) => {
      await holdEditions(inside.db);
      const editions = await editionsOfMonth(inside.db, platform.platform, month);
      const refused = freezeRefusal(editions, correction);
      if (refused) return refused;
      const no = nextNo(editions);
      const edition: ReportEdition = {
        id: newId(),
        month,
        no,
        state: "frozen",
        version: 1,
        dated: day,
        correction: no === 1 ? null : correction,
        position: facts.frozen.position,
        digest: facts.frozen.digest,
        frozenAt: at,
        frozenBy: actor.by,
        settledAt: null,
        settledBy: null,
        reason: null,
        correctedIn: null,
      };
      const files = contents.map((file) => ({ ...file, name: reportName(month, report.platform, file.format, no) }));
      await addReportEdition(inside.db, platform.platform, edition, { figures: toFile(facts.figures), texts }, files);
      return inside.promised(await editionViewOf(edition, inside));
    });
  },
});
