/** 试算: what a proposed row of the rulebook would change, said in sentences before it is kept; nothing is written. */
import { addDays, type CivilDate, datesBetween, dateWords, daysBetween, type Instant } from "../calendar/civil.ts";
import { startOfDay } from "../calendar/zone.ts";
import { inForce } from "../rule/inForce.ts";
import type { Rulebook, RuleKind, RuleRow } from "../rule/rulebook.ts";
import { ruleTitle } from "../rule/title.ts";
import { dayAndTime } from "./clockWords.ts";
import { limitWords } from "./limitWords.ts";
import type { Deadline, Rules } from "./rules.ts";
import { rulesOf } from "./rules.ts";

/** 加上这一行的规则库: where it would stand, after all that its platform has said. */
export const withRow = (rulebook: Rulebook, row: RuleRow): Rulebook => ({
  rows: { ...rulebook.rows, [row.kind]: [...(rulebook.rows[row.kind] ?? []), row] },
});

export interface Trial {
  row: RuleRow;
  present: Rules;
  proposed: Rules;
}

/** 现行的 beside 新的 */
export const trialOf = (row: RuleRow, present: Rules): Trial => ({
  row,
  present,
  proposed: rulesOf(withRow(present.rulebook, row), present.zone),
});

const NINE = 9 * 3_600_000;
const morningOf = (date: CivilDate, { zone }: Rules): Instant => startOfDay(date, zone) + NINE;

const endOf = ({ instant, provisional }: Deadline, { zone }: Rules) =>
  `${provisional ? "暂定" : ""}至 ${dayAndTime(instant, zone)}`;

const sameEnd = (a: Deadline, b: Deadline) => a.instant === b.instant;

function limitSays({ row, present, proposed }: Trial): string[] {
  const { key, from, value } = row as RuleRow<"limit">;
  const start = morningOf(from, present);
  const example = `${dayAndTime(start, present.zone)} 起算的`;
  const after = proposed.end(value, start);
  const before = inForce(present.rulebook, "limit", key, from)?.value;
  const told = `新的 ${limitWords(value)}，${endOf(after, proposed)}`;
  if (!before) return [`现在没有这个时限。${example}，${told}。`];
  const was = present.end(before, start);
  const same = sameEnd(was, after) ? "，期限不变" : after.instant > was.instant ? "，比现在晚" : "，比现在早";
  return [
    `${example}，现行 ${limitWords(before)}，${endOf(was, present)}；${told}${same}。`,
    "自那天起起算的才按新的；已经记下的办结期限不动。",
  ];
}

/** 办结期限 of a matter acknowledged on each morning of the year: on how many of them it would end on another day. */
function calendarSays({ row, present, proposed }: Trial): string[] {
  const year = row.key;
  const dates = datesBetween(`${year}-01-01`, addDays(`${year}-12-31`, 1));
  const ends = dates.flatMap((date) => {
    const start = morningOf(date, present);
    if (!inForce(present.rulebook, "limit", "resolve", date)) return [];
    const limit = present.limit("resolve", start);
    return [{ start, was: present.end(limit, start), after: proposed.end(limit, start) }];
  });
  const other = ends.filter(({ was, after }) => !sameEnd(was, after));
  const [first] = other;
  if (!first) return [`${year} 年哪天签收的，办结期限都和现在一样。`];
  const of = dayAndTime(first.start, present.zone);
  return [
    `${year} 年有 ${other.length} 天，那天签收的办结期限会变。`,
    `例如 ${of} 签收的，现行${endOf(first.was, present)}；新的${endOf(first.after, proposed)}。`,
    "日历写下就起作用。已经签收的，办结期限当时就记下了，不动；等签收、退单、督办的期限照新的日历算。",
  ];
}

function numberSays(read: (value: never) => number, unit: string) {
  return ({ row, present }: Trial): string[] => {
    const before = inForce(present.rulebook, row.kind, row.key, row.from);
    const after = read(row.value as never);
    if (!before) return [`现在没有这一项；自${dateWords(row.from)}起是 ${after}${unit}。`];
    const was = read(before.value as never);
    return [
      was === after
        ? `数没有变，还是 ${was}${unit}。`
        : `自${dateWords(row.from)}起由 ${was}${unit}改为 ${after}${unit}。`,
    ];
  };
}

const says: { [K in RuleKind]?: (trial: Trial) => string[] } = {
  limit: limitSays,
  calendarYear: calendarSays,
  threshold: numberSays(({ value }: { value: number }) => value, ""),
  retention: numberSays(({ months }: { months: number }) => months, " 个月"),
  answerWithin: numberSays(({ seconds }: { seconds: number }) => seconds, " 秒"),
  listLength: numberSays(({ length }: { length: number }) => length, " 行"),
};

/** 盖过后来的: what is written later holds, also over a row that was to begin later. */
function hides({ row, present, proposed }: Trial): string[] {
  const rows: readonly RuleRow[] = present.rulebook.rows[row.kind] ?? [];
  return rows
    .filter(({ key, from }) => key === row.key && from > row.from)
    .filter(({ from }) => inForce(proposed.rulebook, row.kind, row.key, from) === row)
    .map(
      ({ from }) =>
        `已有一版要从${dateWords(from)}起；新的写在后面，会盖过它。要它照样起作用，请写明新的到${dateWords(from)}为止。`,
    );
}

/** a calendar is that of its year, whenever it was written */
function begins({ kind, from }: RuleRow, today: CivilDate): string {
  if (kind === "calendarYear") return "。";
  return from > today
    ? `：自${dateWords(from)}起，还有 ${daysBetween(today, from)} 天。`
    : `：自${dateWords(from)}起，马上起作用。`;
}

/** 试算的话 */
export const trialWords = (trial: Trial, at: Instant): string[] => [
  `${ruleTitle(trial.row, trial.proposed.rulebook)}${begins(trial.row, trial.present.dateOf(at))}`,
  ...(says[trial.row.kind]?.(trial) ?? []),
  ...hides(trial),
];
