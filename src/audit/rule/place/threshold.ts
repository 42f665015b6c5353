/** 超过某数的有几个: how many rows of a table lie above or below a bound that a text names. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import type { Printed } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Column, cellOf, columnsOf, namedColumns } from "../../read/columns.ts";
import { type Mention, sentencesOf } from "../../read/mention.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";

const some = "([两二三四五六七八九十]{1,2}|\\d{1,2})";
const whom =
  "(?:[个家]|(?=[县市州区街镇乡单部平企公]))(?:县（市、区）|县（市）|市（州）|乡（镇）|县市区|县[市区]*|区县?|市州?|州|街道|镇街|乡镇|镇|乡|单位|部门|平台|月份?|企业|公司|类别?)?";
const bound = "(\\d[\\d,]*(?:\\.\\d+)?(?:%|件|分|个|次)?)";

/** whether a value is beyond a bound, or keeps it */
export type Test = (value: Printed, bound: Printed) => boolean;
const above: Test = (a, b) => isLess(b.value, a.value);
const below: Test = (a, b) => isLess(a.value, b.value);
export const least: Test = (a, b) => !isLess(a.value, b.value);
export const most: Test = (a, b) => !isLess(b.value, a.value);

/** 说法: `count` is the group of how many, `bound` the group of what they are held against */
interface Saying {
  said: RegExp;
  count: 1 | 2;
  tests: Test[];
  sign: string;
}

const whole = "(100(?:\\.0+)?%)";
const more = "(?:超过|高于|突破|大于|超)了?";
const less = "(?:低于|不足|不到|小于|未达到?)了?";
/** “有6个县超过98%”, and the other way round “超过98%的有6个”, though they be named in between */
const ahead = (words: string, tests: Test[], sign: string): Saying => ({
  said: new RegExp(`${some}${whom}[^，。；\\d]{0,12}${words}`, "g"),
  count: 1,
  tests,
  sign,
});
const behind = (words: string, tests: Test[], sign: string): Saying => ({
  said: new RegExp(`${words}的[^，。；\\d]{0,60}?(?<![\\d第])${some}(?=[个家])`, "g"),
  count: 2,
  tests,
  sign,
});

const sayings: Saying[] = [
  ahead(`${more}${bound}(?!以)`, [above], ">"),
  ahead(`${less}${bound}(?!以)`, [below], "<"),
  ahead(`(?:达到|在|达|为)${bound}（?(?:含）)?及?以上`, [least, above], "≥"),
  ahead(`(?:在)?${bound}（?(?:含）)?及?以下`, [most, below], "≤"),
  ahead(`(?:为|达到?|均为|都是)${whole}`, [least], "="),
  behind(`${more}${bound}`, [above], ">"),
  behind(`${less}${bound}`, [below], "<"),
  // “满意率低于全市平均满意率（92.64%）的有3个”
  behind(`${less}[^，。；（）\\d]{2,14}（${bound}）`, [below], "<"),
  behind(`${more}[^，。；（）\\d]{2,14}（${bound}）`, [above], ">"),
  behind(`${bound}（?(?:含）)?及?以上`, [least, above], "≥"),
  behind(`${bound}（?(?:含）)?及?以下`, [most, below], "≤"),
  behind(`(?:达到?|为)${whole}`, [least], "="),
];

const none = new RegExp(`(?<!连续)(?<!\\d)${some}${whom}[^，。；\\d]{0,4}(?:零|无)(超期|逾期|超时|退单|退回)`, "g");

/** “6家中5家零超期”: the rows of the one column of that name that have none */
const withNone = (passage: Passage, columns: Column[]): Finding[] =>
  [...passage.text.matchAll(none)].flatMap((match) => {
    const said = chineseNumber(match[1]!);
    const own = columns.filter(({ head, rows }) => head.includes(match[2]!) && !/率/.test(head) && rows.length > 2);
    const [only] = own;
    if (said === null || !only || own.length > 1) return [];
    const rows = only.rows.filter((row) => cellOf(only, row).value.n === 0n);
    if (rows.length === said || Math.abs(rows.length - said) > 3 || rows.length === 0 || only.rows.length < said)
      return [];
    return [
      finding("wording", {
        confidence: 0.7,
        places: distinctPlaces([quote(passage, match.index, match.index + match[0].length), ...rows.map(rowPlace)]),
        values: [String(said), String(rows.length)],
        arithmetic: `${only.head} = 0 的有 ${rows.length} 个，写作 ${said} 个`,
        message: `文中说“${match[0]}”，表中“${only.head}”为0的是${rows.length}个。`,
      }),
    ];
  });

export const threshold = (reading: Reading): Finding[] => {
  const columns = columnsOf(reading.tables);
  return [...reading.passages.flatMap((passage) => withNone(passage, columns)), ...bounds(reading, columns)];
};

const bounds = ({ passages, mentions }: Reading, columns: Column[]): Finding[] =>
  passages.flatMap((passage) =>
    sentencesOf(passage.text).flatMap(({ from, to }) =>
      sayings.flatMap(({ said, count, tests, sign }) =>
        [...passage.text.slice(from, to).matchAll(said)].flatMap((match) => {
          const number = chineseNumber(match[count]!);
          const text = match[count === 1 ? 2 : 1]!;
          const start = from + match.index;
          const limit = mentions.find(
            (one) =>
              one.passage === passage && one.at >= start && one.number.text.includes(text.replace(/[^\d.,]+$/, "")),
          );
          if (
            number === null ||
            !limit ||
            /^[个家]?[^，。；]{0,8}之一/.test(passage.text.slice(start + match[0].length)) ||
            namesOthers(passage.text.slice(start + match[0].length), columns) ||
            /除|其中|另/.test(passage.text.slice(Math.max(from, start - 6), start))
          )
            return [];
          const meant = columnsMeant(passage.text.slice(from, start + match[0].length), limit, columns);
          const counted = start + match[0].lastIndexOf(match[count]!);
          const place = {
            ...quote(passage, counted, counted + 1),
            text: passage.text.slice(start, start + match[0].length),
          };
          return against(place, number, limit, sign, tests, meant);
        }),
      ),
    ),
  );

/** “有5家：甲局、乙局……”, and no table has a row for them */
function namesOthers(text: string, columns: Column[]): boolean {
  const list =
    /^[个家][^，。；：]{0,6}(?:：|，(?:分别|依次)?(?:是|为))((?:[^，。；：、\d（）]{2,14}[、和])+[^，。；：、\d（）]{2,14})/.exec(
      text,
    )?.[1];
  const names = list?.split(/[、和]/) ?? [];
  return (
    names.length > 1 && !names.some((name) => columns.some(({ rows }) => rows.some((row) => row.name.includes(name))))
  );
}

/** by the words of the sentence so far, the last clause first */
function columnsMeant(text: string, { unit }: Mention, columns: Column[]): Column[] {
  const isMonths = /个月|月份/.test(text);
  const alike = columns.filter(
    (column) =>
      column.rows.every(({ name }) => /\d月/.test(name) === isMonths) &&
      column.rows.every((row) => cellOf(column, row).text.endsWith("%")) === (unit === "%") &&
      !/排名|名次|序号/.test(column.head),
  );
  const clauses = text.split(/[，；：]/).reverse();
  const [own = ""] = clauses;
  // of another period, or between two bounds
  if (/上[月期周季]|去年|同期/.test(own) || (own.match(/以上|以下|超过|高于|低于|不足|不到/g) ?? []).length > 1)
    return [];
  // of a measure that has no column
  const measure = own.replace(/(?<=[率度分量数件])(?:在|达到?|超过|高于|低于|不足|不到)了?\d.*$/, "");
  const isNamed = /[\u4e00-\u9fff]{2}[率度件](?:在|达到?|超过|高于|低于|不足|不到)/.test(own);
  if (isNamed && namedColumns(measure, columns).length === 0) return [];
  for (const clause of clauses) {
    // “评分在4.5分以上的”
    const named = namedColumns(
      clause.replace(/(?<=[率度分量数件])(?:在|达到?|超过|高于|低于|不足)了?\d.*$/, ""),
      alike,
    );
    if (named.length > 0) return named;
  }
  return [];
}

function against(
  place: Finding["places"][number],
  said: number,
  limit: Mention,
  sign: string,
  tests: Test[],
  columns: Column[],
): Finding[] {
  const passing = (column: Column, test: Test): Row[] =>
    column.rows.filter((row) => test(cellOf(column, row), limit.number));
  const counts = columns.flatMap((column) => tests.map((test) => passing(column, test)));
  if (counts.length === 0 || counts.some((rows) => rows.length === said)) return [];
  const off = (rows: Row[]) => Math.abs(rows.length - said);
  const at = counts.reduce((best, rows, nth) => (off(rows) < off(counts[best]!) ? nth : best), 0);
  const [first, column] = [counts[at]!, columns[Math.floor(at / tests.length)]!];
  // a table that has none of them may list the best only
  if (off(first) > 3 || column.rows.length < said || first.length === 0) return [];
  // where more are said than there are, those that aren't among them
  const shown = said > first.length ? column.rows.filter((row) => !first.includes(row)) : first;
  return [
    finding("wording", {
      confidence: 0.7,
      places: distinctPlaces([place, ...shown.map(rowPlace)]),
      values: [String(said), String(first.length)],
      arithmetic: `${column.head} ${sign} ${limit.number.text} 的有 ${first.length} 个，写作 ${said} 个`,
      message: `文中说${said}个（“${place.text}”），表中“${column.head}”${sign}${limit.number.text}的是${first.length}个：${first
        .slice(0, 8)
        .map(({ name }) => name)
        .join("、")}。`,
    }),
  ];
}
