/** 谁正在改: told among those who edit, so that two know of each other before they save. It locks nothing. */
import { draftParams, draftWriters, writingBody } from "../../../contract/report/draft.ts";
import { WRITING_LASTS } from "../../../domain/report/draft.ts";
import { endWriting, noteWriting, writersOf } from "../../../store/report/writers.ts";
import { announce } from "../../live/hub.ts";
import { operation } from "../../operation.ts";
import { iso } from "../../time.ts";
import type { Visit } from "../../visit.ts";
import { READING, REPORTING } from "../view.ts";

/** 别人, each with what he has open and since when */
async function others(period: string, { db, platform: { platform }, at, actor }: Visit) {
  const writers = await writersOf(db, platform, period, at);
  return { rows: writers.filter(({ by }) => by !== actor.by).map((one) => ({ ...one, since: iso(one.since) })) };
}

const hears: readonly string[] = READING;

export const listWriters = operation({
  id: "listReportWriters",
  method: "GET",
  path: "/report-drafts/{period}/writers",
  summary: "谁正在改这份底稿的哪一段，自己除外",
  tag: "月报",
  permit: READING,
  params: draftParams,
  answer: draftWriters,
  handle: ({ params: { period } }, visit) => others(period, visit),
});

/** what is told to the desks is told after it is written: not within a transaction */
export const tellWriting = operation({
  id: "tellReportWriting",
  method: "POST",
  path: "/report-drafts/{period}/writers",
  summary: "说一声正在改哪一段，隔一会儿再说一次；不改了也说一声。不锁段，别人照样能改",
  tag: "月报",
  permit: REPORTING,
  params: draftParams,
  body: writingBody,
  answer: draftWriters,
  async handle({ params: { period }, body: { paragraph, open } }, visit) {
    const { db, at, actor, platform } = visit;
    const where = { platform: platform.platform, period, paragraph };
    const news = open
      ? await noteWriting(db, where, { by: actor.by, at, until: at + WRITING_LASTS })
      : await endWriting(db, where, actor.by);
    if (news) announce(platform, "writing", { period }, ({ role }) => hears.includes(role));
    return others(period, visit);
  },
});
