/** 几项共几件: “以上六个领域共64616件”, and it is five above that make this sum. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const summed =
  /([两二三四五六七八九十]|\d{1,2})(?:大?类|项|个?领域|个[^，。；：\d]{1,6}|家[^，。；：\d]{0,4}|地|者|方面)[^，。；：\d]{0,4}(?:合计|共计?|总计|相加)[^，。；\d]{0,6}$/;
/** a list of more is no slip of one or two items */
const MOST_OFF = 2;

export const announcedSum = (reading: Reading): Finding[] => [
  ...reading.mentions.flatMap((whole) => ofLines(whole, reading)),
  ...ofSoMany(reading),
];

/** “甲1件，……。”, “乙1件，……。”, and below them “以上超期3件” */
function ofLines(whole: Mention, reading: Reading): Finding[] {
  if (whole.kind !== "count" || whole.isHedged || !/^以上[^，。；\d]{2,6}$/.test(whole.before)) return [];
  const lines = linesAbove(whole, reading);
  const added = lines.reduce((all, { number }) => all + number.approximate, 0);
  const off = Math.abs(added - whole.number.approximate);
  if (lines.length < 2 || off === 0 || off > Math.max(1, added / 10)) return [];
  const texts = lines.map(({ number }) => number.text);
  return [
    finding("partsAndWhole", {
      confidence: 0.6,
      places: distinctPlaces([placeOf(whole), ...lines.map(placeOf)]),
      values: [whole.number.text, ...texts],
      arithmetic: `${texts.join(" + ")} = ${added} ≠ ${whole.number.text}`,
      message: `“${whole.before}”印作${whole.number.text}，上面${lines.length}行相加为${added}。`,
    }),
  ];
}

const ofSoMany = (reading: Reading): Finding[] =>
  reading.mentions.flatMap((whole) => {
    const said = whole.kind === "count" ? chineseNumber(summed.exec(whole.before)?.[1] ?? "") : null;
    if (said === null || said < 3 || whole.number.approximate < 100 || whole.isHedged) return [];
    const runs = [linesAbove(whole, reading), ...inSentences(whole, reading)];
    if (runs.some((run) => run.length >= said && makesSum(run.slice(-said), whole))) return [];
    const run = runs.map((own) =>
      sizesOf(said)
        .map((size) => own.slice(-size))
        .find((some) => makesSum(some, whole)),
    );
    const found = run.find((some) => some !== undefined);
    if (found) return [contradiction(whole, said, found.length, found.map(placeOf))];
    return inTable(whole, said, reading);
  });

const sizesOf = (said: number): number[] =>
  Array.from({ length: 2 * MOST_OFF + 1 }, (_, at) => said - MOST_OFF + at).filter((size) => size !== said && size > 1);

const makesSum = (parts: Mention[], { number }: Mention): boolean =>
  parts.reduce((all, part) => all + part.number.approximate, 0) === number.approximate;

/** the first count of each of the lines right above */
function linesAbove(whole: Mention, { passages, mentions }: Reading): Mention[] {
  const at = passages.indexOf(whole.passage);
  const lines: Mention[] = [];
  for (const passage of passages.slice(Math.max(0, at - 12), at).reverse()) {
    const first = mentions.find((one) => one.passage === passage);
    if (first?.kind !== "count" || !isSameUnit(first.unit, whole.unit) || first.at > 24) break;
    lines.unshift(first);
  }
  return lines;
}

/** the counts before it in its sentence, and those of the sentence before that */
function inSentences(whole: Mention, { sentences }: Reading): Mention[][] {
  const at = sentences.findIndex((mentions) => mentions.includes(whole));
  const isPart = ({ kind, unit, period }: Mention) =>
    kind === "count" && period === "now" && isSameUnit(unit, whole.unit);
  const own = sentences[at]!.filter((one) => one.at < whole.at && isPart(one));
  return [own, own.length === 0 ? (sentences[at - 1] ?? []).filter(isPart) : []];
}

function inTable(whole: Mention, said: number, { tables }: Reading): Finding[] {
  const fitting = tables.flatMap((table) => {
    const rows = table.rows.filter(({ isTotal }) => !isTotal);
    const columns = columnsUpTo(table.width);
    const isSum = columns.some(
      (column) =>
        rows.every(({ cells }) => /^\d[\d,]*$/.test(cells[column] ?? "")) &&
        rows.reduce((all, { values }) => all + values[column]!, 0) === whole.number.approximate,
    );
    return isSum ? [rows] : [];
  });
  const isOff = (rows: unknown[]) => rows.length !== said && Math.abs(rows.length - said) <= MOST_OFF;
  const [rows] = fitting;
  return rows && fitting.every(isOff) ? [contradiction(whole, said, rows.length, rows.map(rowPlace))] : [];
}

const contradiction = (whole: Mention, said: number, found: number, places: Finding["places"]): Finding =>
  finding("listLength", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(whole), ...places]),
    values: [String(said), String(found)],
    arithmetic: `${whole.number.text} 是 ${found} 项之和，写作 ${said} 项`,
    message: `文中说${said}项共${whole.number.text}，加起来得这个数的是${found}项。`,
  });
