/** 文中的变动与表: a change that a text gives a row of a table, and the table has it the other way round, or one digit off. */
import type { Finding } from "../../../domain/finding.ts";
import { absolute, digitCount, equal, isSlip, type Printed } from "../../number.ts";
import { type Column, cellOf, columnsOf, rowOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { firstName, lastName, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const moved = /环比|同比|增减|增长|增幅|升降|变化|变动|较|比上/;

const anyWords =
  /受理|诉求|工单|总?量|类|环比|同比|[较比](?:上[月周期季年]|去年|上年|\d{1,2}月|[一二三四]季度|同期)*|(?:同期)?(?:上升|增长|增加|提高|下降|减少|降低|回落)了?/g;

export const rowChange = ({ mentions, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables).filter(({ head }) => moved.test(head))];
  if (columns.length === 0) return [];
  return mentions.flatMap((change) => {
    if (change.kind !== "change" || change.isHedged || !/^(?:%|件|个|通|次|起|宗)$/.test(change.unit)) return [];
    const { passage, sentence, at } = change;
    const from = Math.max(
      sentence.from,
      ...["，", "；", "。", "：", "、"].map((sign) => passage.text.lastIndexOf(sign, at) + 1),
    );
    const own = lastName(passage.text, from, at, names);
    // “4月受理量高于3月、低于1月，环比增长3.24%”: of what the sentence begins with
    const isFirst = !mentions.some((one) => one.sentence === sentence && one.at < at);
    const opening = own || !isFirst ? null : firstName(passage.text, sentence.from, sentence.from + 12, names);
    const name = own ?? (opening?.at === sentence.from ? opening : null);
    const between = name ? passage.text.slice(own ? name.end : from, at) : "";
    const base = /同比|去年|上年/.test(between)
      ? "同比"
      : /环比|上月|上周|上期|上季|[较比](?:\d{1,2}月|[一二三四]季度)/.test(between)
        ? "环比"
        : null;
    if (!name || !base || between.length > 16) return ofValue(change, mentions, columns);
    // “甲区办结率较上月提高”: of something else than the column
    if (own && /[^，。；]{2}/.test(between.replace(anyWords, ""))) return [];
    const fitting = columns.flatMap((column) => {
      const row = rowOf(column, name.name);
      const isBase = base === "同比" ? /同比|去年|上年/.test(column.head) : !/同比|去年|上年/.test(column.head);
      const isUnit = row && /%$/.test(cellOf(column, row).text) === (change.unit === "%");
      return row && isBase && isUnit ? [{ column, row }] : [];
    });
    const [only] = fitting;
    return only && fitting.length === 1 ? against(change, only.column, only.row) : [];
  });
};

/** “本周1012件，环比上升14.74%”: the only row that has both numbers, and there it falls */
function ofValue(change: Mention, mentions: Mention[], columns: Column[]): Finding[] {
  const value = mentions[mentions.indexOf(change) - 1];
  const isBeside =
    value?.passage === change.passage &&
    value.kind === "count" &&
    digitCount(value.number.text) > 2 &&
    /^，[^，。；\d]{0,8}$/.test(change.passage.text.slice(value.end, change.at));
  if (!isBeside || digitCount(change.number.text) < 3) return [];
  const fitting = columns.flatMap((column) =>
    column.rows
      .filter(
        (row) =>
          equal(absolute(cellOf(column, row).value), change.number.value) &&
          row.numbers.some((number) => number && equal(number.value, value.number.value)),
      )
      .map((row) => ({ column, row })),
  );
  const [only] = fitting;
  return only && fitting.length === 1 ? against(change, only.column, only.row) : [];
}

function against(change: Mention, column: Column, row: Row): Finding[] {
  const cell = cellOf(column, row);
  const isSame = equal(absolute(cell.value), absolute(change.number.value));
  const isDown = cell.value.n < 0n;
  const isOpposite = isSame && cell.value.n !== 0n && isDown === change.direction > 0;
  const isOff = !isSame && isSlip(plain(cell), plain(change.number));
  if (!isOpposite && !isOff) return [];
  const said = `${change.direction > 0 ? "上升" : "下降"}${change.number.text}`;
  return [
    finding(isOpposite ? "change" : "twoValues", {
      confidence: 0.75,
      places: distinctPlaces([placeOf(change), rowPlace(row)]),
      values: [change.number.text, cell.text],
      arithmetic: `${said} ≠ ${cell.text}`,
      message: `“${row.name}”文中写作${said}，表中“${column.head}”是${cell.text}。`,
    }),
  ];
}

const plain = (number: Printed): Printed => ({ ...number, text: number.text.replace(/[^\d.%]/g, "") });
