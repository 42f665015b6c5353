/** 取底稿: the figures of the moment with what people changed. */
import type { ReportDraft } from "../../../domain/report/draft.ts";
import { wantsFurther } from "../../../report/monthly.ts";
import { caseEdition } from "../../../store/report/cases.ts";
import { reportDraft } from "../../../store/report/drafts.ts";
import { ruleEdition } from "../../../store/rules.ts";
import { keptFor } from "../../kept.ts";
import type { Visit } from "../../visit.ts";
import { type ComputedReport, computeWithSource } from "../compute.ts";

export interface LoadedDraft extends ComputedReport {
  draft: ReportDraft;
}

/**
 * whoever goes from number to number reads the same count, until a rule is added or a case written; that the ledger moves, as it
 * does each second of a busy city, doesn't make it be counted again sooner. What is frozen is always counted anew.
 */
const kept = keptFor<ComputedReport>(30_000);

/** 底稿; `further`: with the numbers of sections beyond the usual ones even where it prints none. */
export async function loadDraft(period: string, visit: Visit, further = false): Promise<LoadedDraft> {
  const { db, platform, at } = visit;
  const draft = await reportDraft(db, platform.platform, period);
  const { rulebook } = await visit.rules();
  const counted = further || wantsFurther({ month: period, rulebook }, draft);
  const rules = await ruleEdition(db, platform.platform, platform.books);
  const cases = await caseEdition(db, platform.platform);
  const computed = await kept(platform, `${period} ${counted} ${rules} ${cases}`, at, () =>
    computeWithSource(db, platform, period, at, () => counted),
  );
  return { ...computed, draft };
}
