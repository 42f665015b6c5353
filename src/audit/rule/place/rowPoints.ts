/** 表中的率与上期之差: “甲局满意率较10月的88.94%提高3.42个百分点”, and the table has for it 91.36 % now. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, show, sizeOf } from "../../number.ts";
import { type Column, cellOf, columnsOf, namedColumns, rowOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { lastName, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const measured = /^的?([^，。；：、\d]{2,8}[率度])(?:由|较|比|从)/;

export const rowPoints = ({ sentences, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  if (names.length === 0) return [];
  return sentences.flatMap((mentions) =>
    mentions.flatMap((change, at) => {
      const base = mentions[at - 1];
      const isPoints = change.kind === "change" && /百分点$/.test(change.unit) && !change.isHedged;
      if (!isPoints || base?.unit !== "%" || base.kind === "change" || base.period === "now") return [];
      const { passage, sentence } = base;
      const from = Math.max(
        sentence.from,
        ...["，", "；", "。"].map((sign) => passage.text.lastIndexOf(sign, base.at) + 1),
      );
      const name = lastName(passage.text, from, base.at, names);
      const word = name ? measured.exec(passage.text.slice(name.end, base.at))?.[1] : undefined;
      if (!name || !word || !/^[^，。；、\d]{2,6}$/.test(passage.text.slice(base.end, change.at))) return [];
      const own = namedColumns(word, columns).filter((column) => column.rows.some((row) => row.name === name.name));
      const [only] = own;
      return only && own.length === 1 ? against(change, base, name.name, only) : [];
    }),
  );
};

function against(change: Mention, base: Mention, name: string, column: Column): Finding[] {
  const row = rowOf(column, name)!;
  const now = cellOf(column, row);
  const apart = minus(now.range, base.number.range);
  if (!/%$/.test(now.text) || meets(sizeOf(apart), change.number.range)) return [];
  const shown = show(middle(sizeOf(apart)), 2);
  return [
    finding("change", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(change), rowPlace(row)]),
      values: [change.number.text, now.text, base.number.text],
      arithmetic: `${now.text} 与 ${base.number.text} 相差 ${shown} ≠ ${change.number.text}`,
      message: `“${name}”的“${column.head}”表中是${now.text}，与${base.number.text}相差${shown}，文中印作${change.number.text}。`,
    }),
  ];
}
