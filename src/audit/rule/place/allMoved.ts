/** 均有上升: “与8月相比，甲、乙、丙均有上升”, and a table has one of them falling. */
import type { Finding } from "../../../domain/finding.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import { quote } from "../../read/passage.ts";
import { firstName, namesOf } from "../../read/placing.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";

const all = /(?:均|都|全部)(?:有所?|呈|出现)?(?:小幅|明显|不同程度)?(上升|增长|增加|下降|减少|回落)/g;
const moved = /环比|同比|增减|增幅|升降|变化|较上/;

export const allMoved = ({ passages, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables).filter(({ head }) => moved.test(head))];
  if (columns.length === 0) return [];
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(all)].flatMap((match) => {
      const from = Math.max(...["。", "；", "，"].map((sign) => passage.text.lastIndexOf(sign, match.index) + 1));
      const said = new Set<string>();
      for (
        let next = firstName(passage.text, from, match.index, names);
        next;
        next = firstName(passage.text, next.end, match.index, names)
      )
        said.add(next.name);
      const isYear = /同比|去年|上年/.test(passage.text.slice(0, match.index).split("。").at(-1)!);
      const own = columns.filter(
        ({ head, rows }) =>
          /同比|去年|上年/.test(head) === isYear && [...said].every((name) => rows.some((row) => row.name === name)),
      );
      const [only] = own;
      if (said.size < 2 || !only || own.length > 1) return [];
      const sign = /上升|增/.test(match[1]!) ? 1 : -1;
      const place = quote(passage, from, match.index + match[0].length);
      return wrongIn(only, said, sign).map((row) =>
        finding("change", {
          confidence: 0.75,
          places: distinctPlaces([place, rowPlace(row)]),
          values: [match[0], cellOf(only, row).text],
          arithmetic: `${row.name} ${cellOf(only, row).text}`,
          message: `文中说“${place.text}”，表中“${row.name}”的“${only.head}”是${cellOf(only, row).text}。`,
        }),
      );
    }),
  );
};

const wrongIn = (column: Column, names: Set<string>, sign: number) =>
  column.rows.filter((row) => names.has(row.name) && cellOf(column, row).approximate * sign < 0);
