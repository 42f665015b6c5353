/** 版次的样子 */
import { lastDay } from "../../domain/calendar/month.ts";
import { periodKinds, periodName, periodOf } from "../../domain/calendar/period.ts";
import { figureChanges } from "../../domain/measure/changes.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { refuse } from "../../domain/refusal.ts";
import { type ReportEdition, stateWords } from "../../domain/report/edition.ts";
import { textChanges } from "../../domain/report/printedText.ts";
import { measureName } from "../../report/phrase/measureName.ts";
import { editionsOfMonth, figuresOfEdition, filesOfEdition, textsOfEdition } from "../../store/report/editions.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";

export const editionNotFound = refuse("notFound", "没有这一版报告。", "请从清单打开。");

/** 写月报的人 */
export const REPORTING = ["office", "analyst"] as const;
/** 看月报的人 */
export const READING = [...REPORTING, "leader", "supervisor"] as const;

const MOST = 500;

/** 变动, with the names of the measures; what a report says in two places is one change. */
export function changesOf(before: FiguresFile, after: FiguresFile) {
  const named = figureChanges(before, after).map(({ path, measure, kind, of, ...values }) => ({
    ...{ path, name: measure === null ? path : measureName(measure), kind, of },
    ...values,
  }));
  const told = new Set<string>();
  const all = named.filter(({ path: _, ...said }) => {
    const before = told.size;
    return told.add(JSON.stringify(said)).size > before;
  });
  return { total: all.length, rows: all.slice(0, MOST) };
}

const periodWords = (key: string) => {
  const { kind, from } = periodOf(key);
  return { kind, kindName: periodKinds[kind], periodName: periodName(key), firstDay: from, lastDay: lastDay(key) };
};

export const editionRowOf = ({ frozenAt, settledAt, state, ...edition }: ReportEdition) => ({
  ...edition,
  ...periodWords(edition.month),
  ...{
    state,
    stateName: stateWords({ state, correctedIn: edition.correctedIn }),
    frozenAt: iso(frozenAt),
    settledAt: isoOrNull(settledAt),
  },
});

/** 更正的那一版: the last that was issued before this one. */
async function correctedBy({ month, no, id }: ReportEdition, { db, platform: { platform } }: Visit) {
  const earlier = (await editionsOfMonth(db, platform, month)).find((one) => one.state === "issued" && one.no < no);
  if (!earlier) return null;
  const [before, after] = [await figuresOfEdition(db, platform, earlier.id), await figuresOfEdition(db, platform, id)];
  const [said, says] = [await textsOfEdition(db, platform, earlier.id), await textsOfEdition(db, platform, id)];
  const texts = said && says && textChanges(said, says);
  return {
    ...{ no: earlier.no, changes: changesOf(before, after) },
    texts: texts && { total: texts.length, rows: texts.slice(0, MOST) },
  };
}

/** 一版, whole */
export const editionViewOf = async (edition: ReportEdition, visit: Visit) => ({
  ...editionRowOf(edition),
  files: await filesOfEdition(visit.db, visit.platform.platform, edition.id),
  corrected: await correctedBy(edition, visit),
});
