/** 名次与栏: whether any column that a claim may mean puts a name where it is said to stand. */
import type { Finding } from "../../../domain/finding.ts";
import { toNumber } from "../../number.ts";
import { type Column, cellOf, isOfOtherMeasure, namedColumns, peersOf, rowOf } from "../../read/columns.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";

/** 所说的名次 */
export interface Claim {
  name: string;
  /** the words that say by what it is ranked */
  topic: string;
  said: number | null;
  isFromTop: boolean;
  place: Finding["places"][number];
}

export const rankHead = /(?:排名|名次|位次|排位)$/;

/** by the columns that the words name, or any of those that it stands in */
export function againstColumns(claim: Claim, all: Column[]): Finding[] {
  const { name, said, isFromTop } = claim;
  const own = columnsOfNow(name, all).filter((column) => !isOfOtherMeasure(claim.topic, column));
  const named = columnsMeant(claim, own);
  const columns = named.length > 0 ? [...named, ...own.filter(({ head }) => rankHead.test(head))] : own;
  if (said === null || columns.length === 0) return [];
  if (columns.some((column) => isAt(column, name, said, isFromTop, named.includes(column)))) return [];
  if (named.length === 0 && own.some(({ rows }) => rows.length < said)) return [];
  const column = (named[0] ?? own.find(({ head }) => rankHead.test(head)) ?? own[0])!;
  return [contradiction(claim, said, column)];
}

/** those that it stands in; what stood where before says nothing of now */
function columnsOfNow(name: string, all: Column[]): Column[] {
  const standing = all.filter((column) => rowOf(column, name));
  const monthOf = ({ head }: Column) => Number(/^(\d{1,2})月份?$/.exec(head)?.[1] ?? 0);
  const latest = Math.max(...standing.map(monthOf));
  return standing.filter(
    (column) => !/上[月期周季年]|去年|同期/.test(column.head) && (monthOf(column) === 0 || monthOf(column) === latest),
  );
}

/** those that the words name; none where they name no column */
function columnsMeant({ name, topic }: Claim, own: Column[]): Column[] {
  const measures = own.filter(({ head }) => !rankHead.test(head));
  // “91.9分，列第3名”: by the column that this value stands in
  const printed = /(\d[\d,]*(?:\.\d+)?)/.exec(topic)?.[1];
  const valued = measures.filter(
    (column) => cellOf(column, rowOf(column, name)!).text.replace(/[^\d.]/g, "") === printed,
  );
  if (valued.length > 0) return valued;
  const named = namedColumns(topic.replace(/[，的]|以?\d[\d,.]*(?:%|件|分|个)?/g, ""), measures);
  if (named.length > 0) return named;
  // a list's counts have no heading
  const bare = own.filter(({ head }) => head === "");
  return bare.length === 1 && /[量数]/.test(topic) ? bare : [];
}

function contradiction({ name, isFromTop, place }: Claim, said: number, column: Column): Finding {
  const row = rowOf(column, name)!;
  const cell = cellOf(column, row);
  const above = countAbove(column, row);
  const isRank = rankHead.test(column.head);
  return finding("rank", {
    confidence: 0.7,
    places: distinctPlaces([place, rowPlace(row)]),
    values: [String(said), cell.text],
    arithmetic: isRank ? `${column.head} ${cell.text} ≠ ${said}` : `${column.head}高于 ${cell.text} 的有 ${above} 个`,
    message: isRank
      ? `文中说“${name}”列第${said}，表中“${column.head}”是${cell.text}。`
      : `文中说“${name}”列${isFromTop ? "" : "倒数"}第${said}，表中“${column.head}”是${cell.text}，高于它的有${above}个。`,
  });
}

const values = (column: Column, rows: Row[]): number[] => rows.map((row) => toNumber(cellOf(column, row).value));

function countAbove(column: Column, row: Row): number {
  const own = toNumber(cellOf(column, row).value);
  return values(column, column.rows).filter((value) => value > own).length;
}

function isAt(column: Column, name: string, said: number, isFromTop: boolean, isNamed: boolean): boolean {
  const row = rowOf(column, name)!;
  const own = toNumber(cellOf(column, row).value);
  if (rankHead.test(column.head)) return isFromTop ? own === said : own === column.rows.length + 1 - said;
  return [column.rows, peersOf(name, column)].some((rows) => {
    const all = values(column, rows);
    const equal = all.filter((value) => value === own).length;
    const [above, under] = [all.filter((value) => value > own).length, all.filter((value) => value < own).length];
    const isIn = (before: number) => said > before && said <= before + equal;
    // where less is better, or nothing says by what, it may be counted from either end
    const isEither = !isNamed || /逾期|超期|退|不满意|未|扣/.test(column.head);
    return isEither ? isIn(above) || isIn(under) : isIn(isFromTop ? above : under);
  });
}
