/** 有意不照算的: numbers of a table that its own formula doesn't give, and that are meant so. */
import { type Printed, type Range, toNumber } from "../../number.ts";
import type { Row, Table } from "../../read/table.ts";
import type { Relation } from "./tableRelation.ts";

/** in percent: so far the last share may be moved to make the whole */
const MOST_MOVED = 0.15;

/** “其他 6.2%” where 6.08% would leave the shares a tenth short of 100% */
export function isRestOfWhole({ rows }: Table, row: Row, { target, about }: Relation): boolean {
  const own = rows.filter(({ isTotal }) => !isTotal);
  const added = own.reduce((all, { values }) => all + values[target]!, 0);
  return (
    /%$/.test(row.cells[target]!) &&
    row === own.at(-1) &&
    /^其[他它余]/.test(row.name) &&
    Math.abs(added - 100) < 1e-6 &&
    Math.abs(about(row.values) - row.values[target]!) <= MOST_MOVED
  );
}

/** “58 + 38 + 6”, and 100: more than that nobody gets */
export const isAtMost = (said: Printed, computed: Range): boolean =>
  said.approximate === 100 && said.step === null && toNumber(computed.low) > 100 && toNumber(computed.high) < 120;

/** points taken off: the sum without them, or with their sign; points on top of it */
export const isDeducted = ({ values, cells }: Row, { target, columns, about }: Relation): boolean =>
  values.some((value, column) => {
    const off = about(values) - values[target]!;
    const isOff = (times: number) => Math.abs(off - times * value) < 1e-6;
    // or added to it: 加分
    return (
      column !== target &&
      value !== 0 &&
      // a part that is printed with its sign needn't be guessed
      !(columns.includes(column) && /^[-+]/.test(cells[column]!)) &&
      (isOff(columns.includes(column) ? 2 : 1) || (!columns.includes(column) && isOff(-1)))
    );
  });
