/** 拨测评分表: what a rater gives a call, how two raters' sheets become one. Points in hundredths. */
import { firstDay, monthBounds } from "../calendar/month.ts";
import type { MonthKey, MysteryCallSheet } from "../measure/counts.ts";
import { fraction, toInteger } from "../measure/exact.ts";
import type { Rules } from "../order/rules.ts";
import { inForce } from "../rule/inForce.ts";

/** 评的各项; how fast it was answered gives 接通情况 by itself */
export const ratedNames = { voiceMenu: "语音导航", etiquette: "服务规范", knowledge: "业务知识", followUp: "回访服务" };
export type RatedKey = keyof typeof ratedNames;
export const ratedKeys = Object.keys(ratedNames) as RatedKey[];

/** 没有接通也听得到的: the menu speaks before anybody answers; of the rest nothing was heard */
const HEARD_UNANSWERED: readonly RatedKey[] = ["voiceMenu"];

/** 评得了的各项; what was never heard is neither rated nor earns anything */
export const heardKeys = (answered: boolean): readonly RatedKey[] => (answered ? ratedKeys : HEARD_UNANSWERED);
export const unheardNames = (answered: boolean): string[] =>
  ratedKeys.filter((key) => !heardKeys(answered).includes(key)).map((key) => ratedNames[key]);

/** 一张评分表 */
export type Sheet = Omit<MysteryCallSheet, "platform">;
/** 评的人写的 */
export type Rating = Pick<Sheet, RatedKey | "secondsToAnswer">;

/** 满分 of each item and what a late answer gets, by the rules of the month */
export interface SheetRules {
  full: Record<RatedKey | "connection", number>;
  /** answered in time: within so many seconds */
  seconds: number;
  /** percent of the full points that a late answer gets */
  lateShare: number;
  /** two totals so far apart, in points, want a third rater */
  apart: number;
}

/** 评分的规则; null: the month has no scorecard with mystery calls, or no rule of what is answered in time. */
export function sheetRules(month: MonthKey, rules: Rules): SheetRules | null {
  const on = firstDay(month);
  const at = monthBounds(month, rules.zone).from;
  const card = inForce(rules.rulebook, "scorecard", "countyComposite", on)?.value;
  const items = card?.components.find(({ key }) => key === "mysteryCall")?.items ?? [];
  const fullOf = (key: string) => items.find((item) => item.key === key)?.points ?? 0;
  const within = inForce(rules.rulebook, "answerWithin", "answeredWithin15s", on);
  if (items.length === 0 || within === null) return null;
  return {
    full: {
      ...{ voiceMenu: fullOf("voiceMenu"), connection: fullOf("connection"), etiquette: fullOf("etiquette") },
      ...{ knowledge: fullOf("knowledge"), followUp: fullOf("followUp") },
    },
    seconds: within.value.seconds,
    ...{ lateShare: rules.threshold("mysteryLateShare", at), apart: rules.threshold("mysteryApart", at) },
  };
}

/** 接通情况: nothing where nobody answered, part of it where it took too long */
const connectionOf = (seconds: number | null, { full, seconds: within, lateShare }: SheetRules): number => {
  if (seconds === null) return 0;
  return seconds <= within ? full.connection : toInteger(fraction(full.connection * lateShare, 100));
};

export const sheetOf = (rating: Rating, rules: SheetRules): Sheet => ({
  ...rating,
  connection: connectionOf(rating.secondsToAnswer, rules),
});

/** 给多了的一项: more than its full points, or any for what wasn't heard; null: none */
export function tooHigh(rating: Rating, { full }: SheetRules): string | null {
  const heard = heardKeys(rating.secondsToAnswer !== null);
  const unheard = ratedKeys.find((one) => rating[one] > 0 && !heard.includes(one));
  if (unheard) return `没有接通，${ratedNames[unheard]}没有听到，不得分。`;
  const key = ratedKeys.find((one) => rating[one] > full[one]);
  return key ? `${ratedNames[key]}满分 ${full[key] / 100} 分，不能再高。` : null;
}

export const totalOf = (sheet: Sheet): number =>
  sheet.voiceMenu + sheet.connection + sheet.etiquette + sheet.knowledge + sheet.followUp;

const halfUp = (one: number, other: number): number => toInteger(fraction(one + other, 2));

const meanSeconds = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : halfUp(one, other);

const scoredKeys = [...ratedKeys, "connection"] as const;

/** item by item, 接通情况 too: of what each gave, not of how fast it was on average */
function meanOf(one: Sheet, other: Sheet): Sheet {
  const points = Object.fromEntries(scoredKeys.map((key) => [key, halfUp(one[key], other[key])]));
  const secondsToAnswer = meanSeconds(one.secondsToAnswer, other.secondsToAnswer);
  return { ...(points as Record<(typeof scoredKeys)[number], number>), secondsToAnswer };
}

/** 一样的评分: of what a rater writes */
export const isSameRating = (one: Rating, other: Rating): boolean =>
  one.secondsToAnswer === other.secondsToAnswer && ratedKeys.every((key) => one[key] === other[key]);

/** 相差太远: another total, or one heard somebody answer and the other didn't */
const isFar = (one: Sheet, other: Sheet, { apart }: SheetRules): boolean =>
  (one.secondsToAnswer === null) !== (other.secondsToAnswer === null) ||
  Math.abs(totalOf(one) - totalOf(other)) > apart * 100;

/** 合成的结果: of one rater his sheet, of two their mean, of two who are far apart the third's; or what is still missing. */
export function resultOf(
  sheets: readonly Sheet[],
  raters: number,
  rules: SheetRules,
): { sheet: Sheet } | { missing: "rating" | "thirdRating" } {
  const [one, other, third] = sheets;
  if (!one || sheets.length < raters) return { missing: "rating" };
  if (!other) return { sheet: one };
  if (!isFar(one, other, rules)) return { sheet: meanOf(one, other) };
  return third ? { sheet: third } : { missing: "thirdRating" };
}
