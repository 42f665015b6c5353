/** 底稿怎么问: what the draft's page asks before anything else, known before the page itself has been fetched. */
import { periodFault } from "../../../domain/calendar/period.ts";

export const draftAsked = (period: string) => ({ queryKey: ["draft", period], path: `/report-drafts/${period}` });

/** by the page's address; null: it opens no draft */
export function firstOfReports(search: URLSearchParams) {
  const period = search.get("draft");
  return period && periodFault(period) === null ? draftAsked(period) : null;
}
