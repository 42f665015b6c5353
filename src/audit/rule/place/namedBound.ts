/** 点名的过线: units that a text names as below or above a bound, and whose own row of a table says otherwise. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import type { Printed } from "../../number.ts";
import { type Column, cellOf, columnsOf, namedColumns, rowOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { everyName, firstName, type Names, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter } from "../../read/sentence.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const bounded =
  /[的]?([^，。；：、\d]{2,12}?)(低于|不足|未达到?|没有达到|高于|超过|达到|突破)了?[^，。；：、\d]{0,12}$/;
/** “不足200个的是甲、乙”: of the one column that there is */
const unnamed = /^，?()(低于|不足|未达到?|高于|超过|突破)了?$/;
const link = /^(?:、|和|及|与|以及|等|[两二三四五六七八九十\d]+[个家](?:单位|部门|区县|县区|乡镇|街道)?|均|都|的)*$/;

export const namedBound = ({ mentions, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  if (names.length === 0) return [];
  return [...ahead(mentions, names, columns), ...behind(mentions, names, columns)];
};

/** words that name no column may still mean the only one that there is */
function columnsMeant(words: string, limit: Mention, columns: Column[]): Column[] {
  const alike = alikeIn(columns, limit);
  const named = namedColumns(words, alike);
  const counted = columns.filter((column) => column.rows.every((row) => !/^\d{1,2}$/.test(cellOf(column, row).text)));
  const isOnly = alike.length === 1 && counted.length === 1 && limit.unit !== "%";
  return named.length > 0 || !isOnly ? named : alike;
}

const alikeIn = (columns: Column[], { unit }: Mention): Column[] =>
  columns.filter((column) => column.rows.every((row) => cellOf(column, row).text.endsWith("%") === (unit === "%")));

/** “按期办结率超过98%的有甲、乙、丙” */
const behind = (mentions: Mention[], names: Names, columns: Column[]): Finding[] =>
  mentions.flatMap((limit) => {
    // “超过98%” is read as one number
    const own = /^(?:超过|超|不到)/.exec(limit.number.text)?.[0] ?? "";
    const before = limit.before + own.replace(/^超$/, "超过").replace("不到", "不足");
    const said = bounded.exec(before) ?? unnamed.exec(before);
    const { passage, sentence, end } = limit;
    const link =
      /^(?:（[^（）]*）)?的(?:单位|部门|县区|街道|乡镇)?(?:仅有?|有|是|为|包括)(?:[两二三四五六七八九十\d]+[个家]：?)?(?:分别(?:是|为))?/.exec(
        sentenceAfter(limit),
      );
    if (!said || !link || (limit.isHedged && own === "") || limit.period !== "now") return [];
    const found: string[] = [];
    let from = end + link[0].length;
    for (let next = firstName(passage.text, from, sentence.to, names); next?.at === from; ) {
      found.push(next.name);
      from = next.end + (/^(?:、|和|及|与|以及)/.exec(passage.text.slice(next.end))?.[0].length ?? 99);
      next = firstName(passage.text, from, sentence.to, names);
    }
    const meant = columnsMeant(said[1]!, limit, columns);
    const isBelow = /低于|不足|未|没有/.test(said[2]!);
    return found.length === 0
      ? []
      : found
          .flatMap((name) => wrongRow(name, meant, limit.number, isBelow))
          .map(({ row, column }) => contradiction(limit, row, column, said[2]!));
  });

/** “有甲、乙等3个单位满意率低于85%” */
const ahead = (mentions: Mention[], names: Names, columns: Column[]): Finding[] =>
  mentions.flatMap((limit) => {
    const said = bounded.exec(limit.before);
    if (
      !said ||
      limit.period !== "now" ||
      limit.isHedged ||
      /[\d%]以/.test(limit.passage.text.slice(limit.end - 1, limit.end + 1))
    )
      return [];
    const { passage, sentence, at } = limit;
    const clause = Math.max(sentence.from, ...["；", "。", "："].map((sign) => passage.text.lastIndexOf(sign, at) + 1));
    const found: { name: string; end: number }[] = [];
    for (const next of everyName(passage.text, clause, at, names)) {
      if (found.length > 0 && !link.test(passage.text.slice(found.at(-1)!.end, next.at))) found.length = 0;
      found.push(next);
    }
    const last = found.at(-1);
    const topic = last ? passage.text.slice(last.end, at) : "";
    if (
      !last ||
      !new RegExp(`^${link.source.slice(1, -1)}[^，。；：、\\d]{2,14}(?:低于|不足|未|没有|高于|超过|达到|突破)`).test(
        topic,
      )
    )
      return [];
    const isBelow = /低于|不足|未|没有/.test(said[2]!);
    const words = said[1]!.replace(/^.*(?:单位|部门|区县|街道|乡镇|均|都)/, "");
    const meant = columnsMeant(words, limit, columns);
    const rows = found.flatMap(({ name }) => wrongRow(name, meant, limit.number, isBelow));
    return rows.map(({ row, column }) => contradiction(limit, row, column, said[2]!));
  });

/** the row of that name, where no column that may be meant keeps to it */
function wrongRow(name: string, columns: Column[], limit: Printed, isBelow: boolean): { row: Row; column: Column }[] {
  const own = columns.flatMap((column) => {
    const row = rowOf(column, name);
    return row ? [{ row, column }] : [];
  });
  const keeps = ({ row, column }: (typeof own)[number]) => {
    const { value } = cellOf(column, row);
    return isBelow ? isLess(value, limit.value) : !isLess(value, limit.value);
  };
  return own.length === 0 || own.some(keeps) ? [] : own.slice(0, 1);
}

const contradiction = (limit: Mention, row: Row, column: Column, said: string): Finding =>
  finding("wording", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(limit), rowPlace(row)]),
    values: [limit.number.text, cellOf(column, row).text],
    arithmetic: `${row.name} ${cellOf(column, row).text}，写作${said}${limit.number.text}`,
    message: `文中说“${row.name}”的“${column.head}”${said}${limit.number.text}，表中它是${cellOf(column, row).text}。`,
  });
