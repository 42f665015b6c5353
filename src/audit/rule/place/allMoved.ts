/** 均有上升: “与8月相比，甲、乙、丙均有上升”, and a table has one of them falling. */
import type { Finding } from "../../../domain/finding.ts";
import { type Column, cellOf, columnsOf, rowOf } from "../../read/columns.ts";
import { everyName, type Names, namesOf } from "../../read/names.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";

const all = /(?:均|都|全部)(?:有所?|呈|出现)?(?:小幅|明显|不同程度)?(上升|增长|增加|下降|减少|回落)/g;
const moved = /环比|同比|增减|增幅|升降|变化|变动|较上/;

const alone =
  /^(?:类?(?:诉求)?\d[\d,]*[件宗个]，(?:环比|同比))?(?:有所|略有|小幅|明显)?(上升|增长|增加|下降|减少|回落)(?=[，。；])/;

export const allMoved = ({ passages, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables).filter(({ head }) => moved.test(head))];
  if (columns.length === 0) return [];
  return [...oneMoved(passages, names, columns), ...severalMoved(passages, names, columns)];
};

/** “五类中服装鞋帽上升，与……有关”: of its own row, whichever column of changes */
const oneMoved = (passages: Passage[], names: Names, columns: Column[]): Finding[] =>
  passages.flatMap((passage) => {
    const { text } = passage;
    return everyName(text, 0, text.length, names).flatMap((next) => {
      const match = alone.exec(text.slice(next.end));
      const isSubject = /(?:^|[，。；]|中|^\d{1,2}[.、．]|^（[一二三四五六七八九十\d]{1,2}）)$/.test(
        text.slice(0, next.at),
      );
      const said = match ? /环比|同比/.exec(match[0])?.[0] : undefined;
      const own = columns.filter(({ head }) => said === undefined || /同比|去年|上年/.test(head) === (said === "同比"));
      const rows = own.flatMap((column) => {
        const row = rowOf(column, next.name);
        return row ? [{ column, row }] : [];
      });
      const [first] = rows;
      if (!match || !isSubject || !first) return [];
      const sign = /上升|增/.test(match[1]!) ? 1 : -1;
      if (!rows.every(({ column, row }) => cellOf(column, row).approximate * sign < 0)) return [];
      return [told(quote(passage, next.at, next.end + match[0].length), match[0], first.column, first.row)];
    });
  });

const severalMoved = (passages: Passage[], names: Names, columns: Column[]): Finding[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(all)].flatMap((match) => {
      const from = Math.max(...["。", "；", "，"].map((sign) => passage.text.lastIndexOf(sign, match.index) + 1));
      const said = new Set(everyName(passage.text, from, match.index, names).map(({ name }) => name));
      const isYear = /同比|去年|上年/.test(passage.text.slice(0, match.index).split("。").at(-1)!);
      const own = columns.filter(
        ({ head, rows }) =>
          /同比|去年|上年/.test(head) === isYear && [...said].every((name) => rows.some((row) => row.name === name)),
      );
      const [only] = own;
      if (said.size < 2 || !only || own.length > 1) return [];
      const sign = /上升|增/.test(match[1]!) ? 1 : -1;
      const place = quote(passage, from, match.index + match[0].length);
      return wrongIn(only, said, sign).map((row) => told(place, match[0], only, row));
    }),
  );

const told = (place: ReturnType<typeof quote>, said: string, column: Column, row: Row): Finding =>
  finding("change", {
    confidence: 0.75,
    places: distinctPlaces([place, rowPlace(row)]),
    values: [said, cellOf(column, row).text],
    arithmetic: `${row.name} ${cellOf(column, row).text}`,
    message: `文中说“${place.text}”，表中“${row.name}”的“${column.head}”是${cellOf(column, row).text}。`,
  });

const wrongIn = (column: Column, names: Set<string>, sign: number) =>
  column.rows.filter((row) => names.has(row.name) && cellOf(column, row).approximate * sign < 0);
