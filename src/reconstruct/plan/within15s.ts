import type { CivilDate } from "../../domain/calendar/civil.ts";
import { percent } from "../../domain/measure/exact.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import { hundredths } from "./leaves.ts";

/** Whether so many calls of those offered may have been answered in time: no more than were answered, and a whole number. */
function canBeOfOffered({ offered, answerRate, answeredWithin15s }: NonNullable<FiguresFile["calls"]>): boolean {
  if (typeof answeredWithin15s !== "number") return true;
  if (typeof answerRate === "number" && answeredWithin15s > answerRate) return false;
  if (typeof offered !== "number") return true;
  const wanted = hundredths(answeredWithin15s);
  return percent(Math.floor((wanted * offered + 5000) / 10000), offered) === wanted;
}

/** 15秒接通率的口径: as the rulebook has it, unless the printed rate can only be one of the answered calls. */
export function within15sOf(
  file: FiguresFile,
  book: Rulebook,
  on: CivilDate,
): { of: "offered" | "answered"; rows: RuleRow[] } {
  const ruled = inForce(book, "answerWithin", "answeredWithin15s", on);
  const of = ruled?.value.of ?? "offered";
  if (of === "answered" || canBeOfOffered(file.calls ?? {})) return { of, rows: [] };
  const seconds = ruled?.value.seconds ?? 15;
  const value = { seconds, of: "answered" as const, words: `${seconds}秒内接通量 ÷ 接通量` };
  const base = { from: on, until: null, source: "由月度数字文件推得", assumption: true };
  return { of: "answered", rows: [{ ...base, kind: "answerWithin", key: "answeredWithin15s", value }] };
}
