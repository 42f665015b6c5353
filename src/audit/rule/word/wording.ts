/** 用词与数值: words that the numbers beside them contradict. */
import type { Finding } from "../../../domain/finding.ts";
import { equal, meets, type Printed, toNumber } from "../../number.ts";
import { namesIn } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import { groupsOf } from "../../read/parts.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

export const wording = (reading: Reading): Finding[] => [
  ...validOfAll(reading),
  ...reading.passages.flatMap((passage) => praised(passage, reading)),
];

/** 有效 said of a whole that the 无效 are counted in */
function validOfAll(reading: Reading): Finding[] {
  const wholes = groupsOf(reading).flatMap(({ whole, parts }) => {
    const invalid = parts.find(({ label, number }) => /^无效/.test(label) && toNumber(number.value) > 0);
    return invalid ? [{ whole, invalid }] : [];
  });
  return reading.mentions.flatMap((mention) => {
    const found = wholes.find(({ whole }) => equal(whole.number.value, mention.number.value));
    if (!found || mention.kind !== "count" || !/有效/.test(mention.label)) return [];
    return [validity(mention, found.whole, found.invalid)];
  });
}

const validity = (mention: Mention, whole: Mention, invalid: Mention): Finding =>
  finding("wording", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(mention), placeOf(whole), placeOf(invalid)]),
    values: [mention.number.text, invalid.number.text],
    arithmetic: `${whole.number.text}中有${nameOf(invalid)}${invalid.number.text}`,
    message: `“${nameOf(mention)}”印作${mention.number.text}，这个数里含有${nameOf(invalid)}${invalid.number.text}，不全是有效的。`,
  });

const praise =
  /满意率(?:较|相对较|比较)?(高|低)的(?:承办)?(?:单位|部门|地区|县[市区]*|镇街|街道|乡镇)?(?:分别)?(?:是|为|有|：)+([^，。；：]{4,})/g;

/** “满意率较高的单位是……”, some of which lie below the rate of all */
function praised(passage: Passage, { tables }: Reading): Finding[] {
  return [...passage.text.matchAll(praise)].flatMap((match) => {
    const [text, side, list] = match as unknown as [string, string, string];
    const names = namesIn(list).names;
    return tables.flatMap((table) => {
      const column = table.heads?.findIndex((head) => /满意率$|满意度$/.test(head)) ?? -1;
      const pooled = table.rows.findLast(({ isTotal }) => isTotal)?.numbers[column];
      if (column < 0 || !pooled) return [];
      const wrong = names.flatMap((name) =>
        rowsNamed(table, name).flatMap((row) => below(row, column, pooled, side === "高")),
      );
      if (wrong.length === 0 || wrong.length === names.length) return [];
      const place = quote(passage, match.index, match.index + text.length);
      return [contradiction(place, wrong, pooled, side)];
    });
  });
}

const rowsNamed = ({ rows }: Table, name: string): Row[] => {
  const found = rows.filter((row) => row.name === name);
  return found.length > 0 ? found : rows.filter((row) => name.length > 2 && row.name.startsWith(name)).slice(0, 1);
};

function below(row: Row, column: number, pooled: Printed, isHigh: boolean): { row: Row; cell: Printed }[] {
  const cell = row.numbers[column];
  if (!cell || meets(cell.range, pooled.range)) return [];
  return toNumber(cell.value) < toNumber(pooled.value) === isHigh ? [{ row, cell }] : [];
}

const contradiction = (
  place: Finding["places"][number],
  wrong: { row: Row; cell: Printed }[],
  pooled: Printed,
  side: string,
): Finding =>
  finding("wording", {
    confidence: 0.7,
    places: [place, ...wrong.map(({ row }) => rowPlace(row))],
    values: [...wrong.map(({ cell }) => cell.text), pooled.text],
    arithmetic: wrong
      .map(({ row, cell }) => `${row.name} ${cell.text} ${side === "高" ? "<" : ">"} ${pooled.text}`)
      .join("；"),
    message: `文中列为满意率较${side}的，${wrong.map(({ row, cell }) => `“${row.name}”是${cell.text}`).join("，")}，${side === "高" ? "低于" : "高于"}总体的${pooled.text}。`,
  });
