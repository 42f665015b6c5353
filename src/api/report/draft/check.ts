import { draftChecks as answer, draftParams } from "../../../contract/report/draft.ts";
import { type Check, checkKinds, isMust } from "../../../domain/report/check.ts";
import { assembleReport } from "../../../report/assemble.ts";
import { draftChecks } from "../../../report/draft/checks.ts";
import { paperOf } from "../../../report/draft/paper.ts";
import { reportHtml } from "../../../report/render/html.ts";
import { auditAside } from "../../audit/aside.ts";
import { operation } from "../../operation.ts";
import { READING } from "../view.ts";
import { type LoadedDraft, loadDraft } from "./load.ts";

const MOST = 200;

/** 审校: the text as it would be frozen, read by who knows nothing of how it was made; what is slight is left to the edition's page */
async function contradictions({ facts, draft }: LoadedDraft): Promise<Check[]> {
  const html = reportHtml(assembleReport(facts, draft));
  const audited = await auditAside(Buffer.from(html));
  const make = (sentence: string, next: string): Check => ({
    ...{ kind: "contradiction", section: null, paragraph: null },
    ...{ sentence, next },
  });
  if ("refused" in audited)
    return [make(`数字之间有没有矛盾，这次没有审成。${audited.sentence}`, audited.next ?? "请稍后再试。")];
  return audited.found
    .filter(({ severity }) => severity !== "low")
    .map(({ message, arithmetic }) =>
      make(`${message}（${arithmetic}）`, "请核对这两个数；改过的段落先看有没有手写数字。"),
    );
}

/** 定稿前检查: one list of what is still to be looked at, each with what to do. */
export const checkDraft = operation({
  id: "checkReportDraft",
  method: "GET",
  path: "/report-drafts/{period}/checks",
  summary: "定稿前检查：数字矛盾、个人信息、数变了、手写数字、未定的数、没有内容的节，各说怎么办",
  tag: "月报",
  permit: READING,
  params: draftParams,
  answer,
  async handle({ params: { period } }, visit) {
    const loaded = await loadDraft(period, visit);
    const { facts, draft } = loaded;
    const own = draftChecks(paperOf(facts, draft), facts, draft);
    const all = [
      ...own.filter(({ kind }) => isMust(kind)),
      ...(await contradictions(loaded)),
      ...own.filter(({ kind }) => !isMust(kind)),
    ];
    const rows = all.slice(0, MOST).map((one) => ({ ...one, kindName: checkKinds[one.kind], must: isMust(one.kind) }));
    return { total: all.length, rows };
  },
});
