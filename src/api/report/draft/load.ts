/** 取底稿: the figures of the moment with what people changed. */
import type { ReportDraft } from "../../../domain/report/draft.ts";
import type { ReportFacts } from "../../../report/facts.ts";
import { ledgerPosition } from "../../../store/platform.ts";
import { reportDraft } from "../../../store/report/drafts.ts";
import { keptFor } from "../../kept.ts";
import type { Visit } from "../../visit.ts";
import { computeReport } from "../compute.ts";

export interface LoadedDraft {
  facts: ReportFacts;
  draft: ReportDraft;
}

/** whoever goes from number to number reads the same count, until the ledger moves */
const factsKept = keptFor<ReportFacts>(30_000);

export async function factsOf(period: string, { db, platform, at }: Visit): Promise<ReportFacts> {
  const position = await ledgerPosition(db, platform.platform);
  return factsKept(platform, `${period} ${position}`, at, () => computeReport(db, platform, period, at));
}

export const loadDraft = async (period: string, visit: Visit): Promise<LoadedDraft> => ({
  facts: await factsOf(period, visit),
  draft: await reportDraft(visit.db, visit.platform.platform, period),
});
