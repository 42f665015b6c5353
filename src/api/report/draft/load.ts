/** 取底稿: the figures of the moment with what people changed. */
import type { ReportDraft } from "../../../domain/report/draft.ts";
import type { ReportFacts } from "../../../report/facts.ts";
import { ledgerPosition } from "../../../store/platform.ts";
import { reportDraft } from "../../../store/report/drafts.ts";
import { ruleEdition } from "../../../store/rules.ts";
import { keptFor } from "../../kept.ts";
import type { Visit } from "../../visit.ts";
import { type ComputedReport, computeWithSource } from "../compute.ts";

export interface LoadedDraft {
  facts: ReportFacts;
  draft: ReportDraft;
}

/** whoever goes from number to number reads the same count, until the ledger moves or a rule is added */
const kept = keptFor<ComputedReport>(30_000);

export async function computedOf(period: string, { db, platform, at }: Visit): Promise<ComputedReport> {
  const position = await ledgerPosition(db, platform.platform);
  const edition = await ruleEdition(db, platform.platform, platform.books);
  return kept(platform, `${period} ${position} ${edition}`, at, () => computeWithSource(db, platform, period, at));
}

export const factsOf = async (period: string, visit: Visit): Promise<ReportFacts> =>
  (await computedOf(period, visit)).facts;

export const loadDraft = async (period: string, visit: Visit): Promise<LoadedDraft> => ({
  facts: await factsOf(period, visit),
  draft: await reportDraft(visit.db, visit.platform.platform, period),
});
