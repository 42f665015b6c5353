/** 目标与完成: a row of a table that is said to reach its target and doesn't, or the other way round. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { type Printed, printed } from "../../number.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { finding, rowPlace } from "../../write.ts";

const aim = /^(≥|≤|>|<|不低于|不高于|不超过)?(\d+(?:\.\d+)?)(%|天|分|小时|个工作日|秒)?$/;
const reached = /^(?:已)?(?:完成|达标|达到|达成|是)$/;
const missed = /^(?:未|没有|不)(?:完成|达标|达到|达成)$/;

export const target = ({ tables }: Reading): Finding[] =>
  tables.flatMap((table) => {
    const heads = table.heads ?? [];
    const aims = heads.findIndex((head) => /目标|指标值|要求|考核值/.test(head));
    const states = heads.findIndex((head) => /完成情况|是否达标|达标情况|完成与否|结果/.test(head));
    const actual = heads.findIndex(
      (_, at) =>
        at > aims && at !== states && table.rows.some(({ numbers, cells }) => numbers[at] || aim.test(cells[at]!)),
    );
    if (aims < 0 || states < 0 || actual < 0) return [];
    return table.rows.flatMap((row) => against(row, table, aims, actual, states));
  });

const numberOf = (cell: string): { sign: string; value: Printed } | null => {
  const [, sign = "", digits, unit = ""] = aim.exec(cell) ?? [];
  return digits ? { sign, value: printed(digits, 0, "", digits + unit) } : null;
};

function against(row: Row, _table: Table, aims: number, actual: number, states: number): Finding[] {
  const [wanted, had] = [numberOf(row.cells[aims]!), numberOf(row.cells[actual]!)];
  const state = row.cells[states]!;
  if (!wanted || !had || !(reached.test(state) || missed.test(state))) return [];
  const isMost = /≤|<|不高于|不超过/.test(wanted.sign);
  const isReached = isMost
    ? !isLess(wanted.value.value, had.value.value)
    : !isLess(had.value.value, wanted.value.value);
  // without a sign it may be either
  if (wanted.sign === "" && !/率|度/.test(row.name)) return [];
  if (isReached === reached.test(state)) return [];
  return [
    finding("wording", {
      confidence: 0.75,
      places: [rowPlace(row)],
      values: [had.value.text, wanted.value.text],
      arithmetic: `${had.value.text} ${isReached ? "达到" : "未达到"} ${wanted.sign}${wanted.value.text}`,
      message: `表中“${row.name}”目标${wanted.sign}${wanted.value.text}，实际${had.value.text}，却印作“${state}”。`,
    }),
  ];
}
