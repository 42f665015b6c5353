/** 首尾之差: “最高与最低相差6.5个百分点”, and the column that its sentence speaks of has its ends another distance apart. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, type Range, show } from "../../number.ts";
import { type Column, cellOf, columnsOf, namedColumns } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { everyName, type Names, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const ends =
  /(?:最[高多大](?:的|者|值)?(?:与|和|、|同|比|较)最[低少小](?:的|者|值)?|首尾(?:两[位家端])?|首位?(?:与|和)末位?|高低|第一名?(?:与|和)(?:末位|最后一[名位])|极差)[^，。；、\d]{0,6}(?:相差|差距|差|高出?|多出?|为)[^，。；、\d]{0,3}$/;

export const extent = ({ mentions, tables }: Reading): Finding[] => {
  const [columns, names] = [columnsOf(tables), namesOf(tables)];
  return mentions.flatMap((mention) => {
    // “以及时率论，……首尾只差”: of what no column is called
    const spoken = /[以按从就]([^，。；]{2,8}[率度])(?:论|看|说|比)/.exec(sentenceBefore(mention))?.[1];
    if (spoken && namedColumns(spoken, columns).length === 0) return [];
    if (!ends.test(mention.before) || mention.isHedged || mention.period !== "now") return [];
    const own = columns.filter((column) => isOfUnit(column, mention));
    if (own.length === 0 || own.some((column) => meets(apart(column), mention.number.range))) return [];
    const { passage, sentence } = mention;
    const words = [sentenceBefore(mention), passage.text.slice(0, sentence.from)];
    // of a measure that has no column
    const measure = /([^，。；：]{2,8}[率度量])最[高低多少]/.exec(mention.before)?.[1];
    if (measure && namedColumns(measure, columns).length === 0) return [];
    const named =
      words.map((text) => columnOf(text, own)).find((column) => column !== null) ??
      (own.length === 1 ? own[0]! : (ofNames(mention, own, names) ?? ofScores(mention, own)));
    return named ? [contradiction(mention, named)] : [];
  });
};

/** “最高为服务态度，最低为办理结果，高低相差0.69分”: the one column that has both */
function ofNames({ passage, sentence, at }: Mention, columns: Column[], names: Names): Column | null {
  const found = everyName(passage.text, sentence.from, at, names);
  const own = columns.filter(({ rows }) => found.every(({ name }) => rows.some((row) => row.name === name)));
  return found.length > 1 && own.length === 1 ? own[0]! : null;
}

/** “第一名与末位相差10.56分”: of the one column of scores */
function ofScores({ unit }: Mention, columns: Column[]): Column | null {
  const own = columns.filter(({ head }) => /^(?:总|综合|合计)?得?分$/.test(head));
  return unit === "分" && own.length === 1 ? own[0]! : null;
}

/** the column whose heading stands last in the words, if it is the only one of that name */
function columnOf(text: string, columns: Column[]): Column | null {
  const clauses = text.split(/[，。；：]/).reverse();
  for (const clause of clauses) {
    const named = namedColumns(clause.replace(/由[高低多少]到[高低多少]|最.*$/g, ""), columns);
    if (named.length > 0) return named.length === 1 ? named[0]! : null;
  }
  return null;
}

const isOfUnit = (column: Column, { unit }: Mention): boolean => {
  const isPercent = column.rows.every((row) => /%$/.test(cellOf(column, row).text));
  return isPercent === /百分点|%/.test(unit) && !/排名|名次|位次|序号/.test(column.head);
};

function endsOf(column: Column): [most: Row, least: Row] {
  const sorted = [...column.rows].sort((a, b) => cellOf(column, b).approximate - cellOf(column, a).approximate);
  return [sorted[0]!, sorted.at(-1)!];
}

const apart = (column: Column): Range => {
  const [most, least] = endsOf(column);
  return minus(cellOf(column, most).range, cellOf(column, least).range);
};

function contradiction(mention: Mention, column: Column): Finding {
  const [most, least] = endsOf(column);
  const [x, y] = [cellOf(column, most), cellOf(column, least)];
  const shown = show(middle(apart(column)), x.step ? 2 : 0);
  return finding("change", {
    confidence: 0.65,
    places: distinctPlaces([placeOf(mention), rowPlace(most), rowPlace(least)]),
    values: [mention.number.text, x.text, y.text],
    arithmetic: `${x.text} − ${y.text} = ${shown} ≠ ${mention.number.text}`,
    message: `表中“${column.head}”最高的是“${most.name}”${x.text}，最低的是“${least.name}”${y.text}，相差${shown}，文中印作${mention.number.text}。`,
  });
}
