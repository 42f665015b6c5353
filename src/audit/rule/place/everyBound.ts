/** 均在某数以上: “各县区按期办结率均在96%以上”, “甲、乙满意率均为100%”, and a row of the table that it speaks of isn't. */
import type { Finding } from "../../../domain/finding.ts";
import { type Column, cellOf, columnsOf, kindOf, namedColumns } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { everyName, type Names, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";
import { least, most, type Test } from "./threshold.ts";

const said =
  /([^，。；：]{2,24}?)(?:均|都|全部)(?:已|保持|稳定|维持|控制)?(?:在|达到?|超过了?|高于|突破|不低于|低于|不高于|不超过|为)(?:了)?$/;

/** which way, by the words before the number or behind it; null where they say none */
function keepsOf({ number, before, passage, end }: Mention): Test | null {
  const after = passage.text.slice(end, end + 6);
  if (/^(?:（含）)?(?:及)?以上/.test(after)) return least;
  if (/^(?:（含）)?(?:及)?以[下内]/.test(after)) return most;
  if (/(?:超过了?|高于|突破|不低于|达到?)$/.test(before) || /^超过/.test(number.text)) return least;
  if (/(?:低于|不高于|不超过)$/.test(before)) return /(?:不低于)$/.test(before) ? least : most;
  return /为$/.test(before) && /^100(?:\.0+)?%$/.test(number.text) ? least : null;
}

const limited = /除|其余|其[他它]|另外|剔除|不含|考核期|去年|上年|上[月期周季]|累计|连续/;

export const everyBound = ({ mentions, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  if (columns.length === 0) return [];
  return mentions.flatMap((limit) => {
    const { period } = limit;
    const words = said.exec(limit.before + (/^超过/.test(limit.number.text) ? "超过" : ""))?.[1];
    const keeps = words ? keepsOf(limit) : null;
    if (!words || !keeps || period !== "now" || limited.test(sentenceBefore(limit))) return [];
    const named = namedIn(limit, names);
    const topics = words.replace(/（[^（）]*）/g, "").split(/、|和|与|及/);
    const lead = sentenceBefore(limit);
    return topics.flatMap((topic) => against(limit, keeps, rowsOf(topic, lead, named, limit, columns))).slice(0, 1);
  });
};

/** names of rows that its clause lists before; none where it speaks of all */
function namedIn({ passage, sentence, at }: Mention, names: Names): string[] {
  const from = Math.max(sentence.from, ...["，", "；"].map((sign) => passage.text.lastIndexOf(sign, at) + 1));
  return [...new Set(everyName(passage.text, from, at, names).map(({ name }) => name))];
}

interface Meant {
  column: Column;
  rows: Row[];
}

/** of each column that the words may mean, the rows that it is told of */
function rowsOf(topic: string, lead: string, named: string[], { unit }: Mention, columns: Column[]): Meant[] {
  const alike = columns.filter(({ rows, ...column }) =>
    rows.every((row) => cellOf({ rows, ...column }, row).text.endsWith("%") === (unit === "%")),
  );
  const own = namedColumns(topic, alike).filter(
    ({ head, rows }) =>
      !/去年|上年|同期|上[月期周季]/.test(head) && named.every((name) => rows.some((row) => row.name === name)),
  );
  if (named.length > 0)
    return own.map((column) => ({ column, rows: column.rows.filter(({ name }) => named.includes(name)) }));
  const who =
    /(?:各|所有|全部|[两三四五六七八九十\d]+[个家])(?:县[市区]*|[区市镇乡]|街道|镇街|乡镇|部门|单位|承办单位|街镇)/.exec(
      lead,
    )?.[0];
  const kind = kindOf(who?.replace(/部门$/, "部门局") ?? "");
  return who === undefined
    ? []
    : own.map((column) => {
        const peers = column.rows.filter(({ name }) => kindOf(name) === kind);
        // “各街道” of a table of districts: of no row of it
        const isOfOthers = kind >= 0 && peers.length === 0 && column.rows.every(({ name }) => kindOf(name) >= 0);
        return { column, rows: isOfOthers ? [] : kind >= 0 && peers.length > 1 ? peers : column.rows };
      });
}

/** none of the columns keeps to it */
function against(limit: Mention, keeps: Test, meant: Meant[]): Finding[] {
  const wrong = meant.map(({ column, rows }) => ({
    column,
    rows: rows.filter((row) => !keeps(cellOf(column, row), limit.number)),
    all: rows.length,
  }));
  const [first] = wrong;
  // where most rows are beyond it, the words are of something else
  if (!first || wrong.some(({ rows, all }) => rows.length === 0 || rows.length * 2 > Math.max(all, 2))) return [];
  const [row] = first.rows as [Row];
  const text = cellOf(first.column, row).text;
  return [
    finding("wording", {
      confidence: 0.75,
      places: distinctPlaces([placeOf(limit), ...first.rows.map(rowPlace)]),
      values: [limit.number.text, text],
      arithmetic: `${row.name} ${text}，写作均${limit.before.replace(/^.*均/, "")}${limit.number.text}`,
      message: `文中说“${first.column.head}”均${limit.before.replace(/^.*[均都]/, "")}${limit.number.text}${limit.passage.text.slice(limit.end, limit.end + 2).replace(/^(?!以[上下]).*/, "")}，表中“${row.name}”是${text}。`,
    }),
  ];
}
