/** 位次的升降: “官渡镇|7|5|升3位”: the ranks of two periods beside each other, and how far each moved. */
import type { Finding } from "../../../domain/finding.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, finding } from "../../write.ts";

const rank = /名次|排名|位次/;
const earlier = /上[月期周季年]|去年|上年|上次/;
const moved = /变化|升降|变动|进退|增减/;

export const rankShift = ({ tables }: Reading): Finding[] => tables.flatMap(shifts);

function shifts(table: Table): Finding[] {
  const heads = table.heads ?? [];
  const ranks = heads.flatMap((head, at) => (rank.test(head) && !moved.test(head) ? [at] : []));
  const target = heads.findIndex((head) => moved.test(head));
  if (ranks.length !== 2 || target < 0) return [];
  const before = ranks.find((at) => earlier.test(heads[at]!)) ?? ranks.find((at) => isBefore(heads, at, ranks));
  const now = ranks.find((at) => at !== before);
  if (before === undefined || now === undefined) return [];
  const rows = table.rows.flatMap((row) => shiftOf(row, before, now, target));
  const wrong = rows.filter(({ right, said }) => right !== said);
  return wrong.length * 2 > rows.length ? [] : wrong.map((one) => contradiction(table, one, target));
}

/** “9月位次 10月位次” */
const isBefore = (heads: string[], at: number, ranks: number[]): boolean => {
  const monthOf = (column: number) => Number(/(\d{1,2})月/.exec(heads[column]!)?.[1]);
  const other = ranks.find((column) => column !== at)!;
  return monthOf(at) % 12 === monthOf(other) - 1;
};

interface Shift {
  row: Row;
  /** places gained, as the ranks give it and as it is printed */
  right: number;
  said: number;
  words: string;
}

function shiftOf(row: Row, before: number, now: number, target: number): Shift[] {
  const [a, b] = [row.values[before]!, row.values[now]!];
  const words = row.cells[target] ?? "";
  const [, up, down, size] = /^(?:(升|上升|进|前进|↑|\+)|(降|下降|退|后退|↓|-))?(\d{1,2})(?:位|名)?$/.exec(words) ?? [];
  const isSame = /^(?:不变|持平|—|－|-|0)$/.test(words);
  if (Number.isNaN(a) || Number.isNaN(b) || !(isSame || (size && (up || down)))) return [];
  return [{ row, right: a - b, said: isSame ? 0 : Number(size) * (up ? 1 : -1), words }];
}

const contradiction = (table: Table, { row, right, words }: Shift, target: number): Finding =>
  finding("rank", {
    confidence: 0.8,
    places: [cellPlace(row, target)],
    values: [words, String(right)],
    arithmetic: `${row.text} → ${right > 0 ? `升 ${right}` : right < 0 ? `降 ${-right}` : "不变"}`,
    message: `表中“${row.name}”的“${headOf(table, target)}”印作${words}，按两期的名次${right > 0 ? `上升${right}位` : right < 0 ? `下降${-right}位` : "没有变动"}。`,
  });
