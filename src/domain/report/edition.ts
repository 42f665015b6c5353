/** 月报版次: a month's report with its figures frozen, then issued; a correction is a further edition that says what changed. */
import { addDays, type CivilDate, dateWords, type Instant } from "../calendar/civil.ts";
import { lastDay, monthBounds } from "../calendar/month.ts";
import { type PeriodKey, periodName } from "../calendar/period.ts";
import type { Id } from "../ledger/event.ts";
import type { MonthKey } from "../measure/counts.ts";
import { type Refused, refuse } from "../refusal.ts";

/** 版次的状态 */
export const editionStates = { frozen: "已定稿，待签发", issued: "已签发", discarded: "已作废" } as const;
export type EditionState = keyof typeof editionStates;

export interface ReportEdition {
  id: Id;
  month: MonthKey;
  /** 第几版; a discarded one's number is given again */
  no: number;
  state: EditionState;
  /** one more with each change of state */
  version: number;
  /** 落款日期 */
  dated: CivilDate;
  /** 更正说明: what a further edition sets right; null: the first */
  correction: string | null;
  /** where the ledger stood when the figures were taken */
  position: number;
  /** of the figures, SHA-256 */
  digest: string;
  frozenAt: Instant;
  frozenBy: string;
  /** when and by whom it was issued or discarded; null: it waits */
  settledAt: Instant | null;
  settledBy: string | null;
  /** 作废的原因 */
  reason: string | null;
  /** 更正它的版次, the last that was issued after it; null: it stands as it was issued, or never was */
  correctedIn: number | null;
}

/** 状态怎么说: of what was issued and is no longer the last word, that too */
export const stateWords = ({ state, correctedIn }: Pick<ReportEdition, "state" | "correctedIn">): string =>
  `${editionStates[state]}${correctedIn === null ? "" : `，有更正：第 ${correctedIn} 版`}`;

/** 能不能写 a period: of one to come there is nothing to tell. */
export const draftRefusal = (period: PeriodKey, zone: string, now: Instant): Refused | null =>
  now < monthBounds(period, zone).from
    ? refuse("periodNotBegun", `${periodName(period)}还没有开始，没有可写的。`, "请等它开始以后再写，或换一个时段。")
    : null;

/** 能不能定稿 a period: while it goes on its figures change. */
export const runningRefusal = (period: PeriodKey, zone: string, now: Instant): Refused | null =>
  draftRefusal(period, zone, now) ??
  (now < monthBounds(period, zone).until
    ? refuse(
        "periodRunning",
        `${periodName(period)}还没有过完，数还会变。`,
        "请过完以后再定稿；底稿现在就可以看、可以改。",
      )
    : null);

/** 落款最多晚几天: a report may be dated by the day on which it is to be signed, and that isn't a month away */
const DATED_AHEAD = 31;

/** 能不能这样落款: what tells of a whole period isn't of a day before its end. */
export function datedRefusal(period: PeriodKey, dated: CivilDate, today: CivilDate): Refused | null {
  const [first, last] = [lastDay(period), addDays(today, DATED_AHEAD)];
  if (dated < first)
    return refuse(
      "datedEarly",
      `落款日期${dateWords(dated)}早于${periodName(period)}的最后一天。`,
      `请写${dateWords(first)}或以后的一天。`,
    );
  return dated > last
    ? refuse("datedLate", `落款日期${dateWords(dated)}太远。`, `请写${dateWords(last)}或以前的一天。`)
    : null;
}

/** 能不能定稿 a further edition of a month that has these. */
export function freezeRefusal(
  of: readonly Pick<ReportEdition, "no" | "state">[],
  correction: string | null,
): Refused | null {
  const waiting = of.find(({ state }) => state === "frozen");
  if (waiting)
    return refuse("editionWaits", `第 ${waiting.no} 版已定稿，还没有签发。`, "请先签发或作废，再定新的一版。");
  const issued = of.find(({ state }) => state === "issued");
  return issued && correction === null
    ? refuse("correctionMissing", `这一期已签发第 ${nextNo(of) - 1} 版。`, "新的一版请写明更正什么。")
    : null;
}

/** 下一版的次序 */
export const nextNo = (of: readonly Pick<ReportEdition, "no" | "state">[]): number =>
  Math.max(0, ...of.filter(({ state }) => state === "issued").map(({ no }) => no)) + 1;

/** 能不能签发、作废: only what waits. */
export const settleRefusal = ({ no, state }: Pick<ReportEdition, "no" | "state">): Refused | null =>
  state === "frozen"
    ? null
    : refuse("editionSettled", `第 ${no} 版${editionStates[state]}，不能再改。`, "要更正，请定新的一版。");
