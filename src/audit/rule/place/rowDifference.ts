/** 两行之差: “甲比乙多531件”, “甲高出乙11.72个百分点”, and no column of a table has the two so far apart. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, type Range, show, sizeOf, toNumber } from "../../number.ts";
import { type Column, cellOf, columnsOf, namedColumns, rowOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { everyName, type Found, type Names, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

/** between the first name and the second, and between the second and the number */
const betweenNames =
  /^(?:的)?([^，。；、\d]{0,8}?)(?:\d[\d,.]*(?:件|个|通|次|分)，)?(?:比|较|高于|高出|低于|多于|少于|与|和|、)(?:末[位名]|首位|最后一名)?$/;
const beforeNumber = /^(?:的)?[^，。；、\d]{0,8}?，?(?:多出?|少|高出?|低|相差|差距为?|差)?(?:了)?$/;

const isOfFirst = /^[^，。；]*[比较][^，。；]*\d[^，。；]*[，、]也?[比较][^，。；]*$/;
/** what stands between the first 比 and the last */
const again = /(?:比|较)[^。；]*[，、]也?[比较]$/;

export const rowDifference = ({ mentions, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  if (names.length === 0) return [];
  return mentions.flatMap((mention) => {
    const { passage, sentence, at, isHedged, period } = mention;
    if (isHedged || period !== "now") return [];
    const clause = sentenceBefore(mention);
    if (
      !/(?:(?<!占)比|较|高于|高出|低于|多于|少于)[^，。；\d]*$|相差|差距/.test(clause) ||
      /上[月周季年]|去年|上年|同期|平均|均值/.test(clause)
    )
      return [];
    const pair = lastTwo(mention, names);
    if (!pair) return [];
    const [a, b] = pair;
    const topic = betweenNames.exec(passage.text.slice(a.end, b.at).replace(again, "比"))?.[1];
    // “下降的有甲、乙2家”: how many they are
    if (b.end === at) return [];
    const said = passage.text.slice(b.end, at);
    if (topic === undefined || !beforeNumber.test(said)) return [];
    // “甲局、乙局满意率低于95%”: a bound for both, and no difference
    const isListed = /^[、和及与]$/.test(passage.text.slice(a.end, b.at)) && !/差/.test(said);
    if (isListed || /[高低多少]于$/.test(said)) return [];
    const own = columns.filter(
      (column) => isOfUnit(column, mention) && [a, b].every(({ name }) => rowOf(column, name)),
    );
    const called = topic.length > 1 ? namedColumns(topic, own) : [];
    // of a measure that has no column
    if (/[量数率度]$/.test(topic) && topic.length > 2 && called.length === 0) return [];
    const named = called.length > 0 ? called : spokenOf(passage.text.slice(0, sentence.from), own);
    const meant = named.length > 0 ? named : own;
    const gaps = meant.map((column) => ({ column, rows: [rowOf(column, a.name)!, rowOf(column, b.name)!] as const }));
    // without a word for it, only one column may be meant
    const sizes = new Set(gaps.map((gap) => show(middle(gapOf(gap)), 4)));
    if (gaps.length === 0 || (named.length === 0 && sizes.size > 1)) return [];
    if (gaps.some((gap) => meets(gapOf(gap), mention.number.range))) return [];
    return [contradiction(mention, gaps[0]!)];
  });
};

/** “交办量居前三位的依次是……。临汀区比石埠市多671件。”: what the text went on about */
function spokenOf(text: string, columns: Column[]): Column[] {
  const clauses = text.split(/[，。；：]/).reverse();
  const named = clauses.map((clause) => namedColumns(clause, columns)).find((own) => own.length > 0) ?? [];
  return named.length === 1 ? named : [];
}

interface Gap {
  column: Column;
  rows: readonly [Row, Row];
}

const isOfUnit = (column: Column, { unit }: Mention): boolean => {
  const isPercent = column.rows.every((row) => /%$/.test(cellOf(column, row).text));
  if (unit === "分" && !/得分|总分|成绩/.test(column.head)) return false;
  const isChange = unit === "%" && /增|减|升|降|幅|环比|同比|变/.test(column.head);
  return isPercent === (unit === "百分点" || unit === "%") && !isChange && !/排名|名次|位次|序号/.test(column.head);
};

const gapOf = ({ column, rows: [a, b] }: Gap): Range => sizeOf(minus(cellOf(column, a).range, cellOf(column, b).range));

/** the two names right before the number; “甲比乙高2.37个百分点，比丙高1.58个百分点” tells of 甲 twice */
function lastTwo(mention: Mention, names: Names): [Found, Found] | null {
  const { passage, sentence, at } = mention;
  const found = everyName(passage.text, sentence.from, at, names);
  const [a, b] = isOfFirst.test(sentenceBefore(mention)) ? [found[0], found.at(-1)] : found.slice(-2);
  return a && b && a.name !== b.name ? [a, b] : null;
}

function contradiction(mention: Mention, gap: Gap): Finding {
  const [a, b] = gap.rows;
  const [x, y] = [cellOf(gap.column, a), cellOf(gap.column, b)];
  const right = gapOf(gap);
  const shown = show(middle(right), toNumber(right.low) % 1 === 0 && mention.unit !== "百分点" ? 0 : 2);
  return finding("change", {
    confidence: 0.65,
    places: distinctPlaces([placeOf(mention), rowPlace(a), rowPlace(b)]),
    values: [mention.number.text, x.text, y.text],
    arithmetic: `${x.text} 与 ${y.text} 相差 ${shown} ≠ ${mention.number.text}`,
    message: `表中“${a.name}”${x.text}、“${b.name}”${y.text}，相差${shown}，文中印作${mention.number.text}。`,
  });
}
