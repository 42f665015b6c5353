/** 部分大于整体: “占道经营类中，早夜市642件”, and a table or the text has 624 for all of it. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { agreement, isPositive, middle, type Printed, percentOf, show } from "../../number.ts";
import { cellOf, columnsOf } from "../../read/columns.ts";
import { alignedLists } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const within = /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)])?([^，。；：（）\d]{2,10}?)(?:类|诉求|工单|问题)*中，/;

export const beyondWhole = (reading: Reading): Finding[] => [...inSentences(reading), ...ofSubject(reading)];

/** “3.劳动社保类。拖欠工资864件，占该类的37.53%”: of what the paragraph is about */
const ofSubject = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions) =>
    mentions.flatMap((share, at) => {
      const count = mentions[at - 1];
      const isOf = share.kind === "share" && /^，占(?:该|本)类(?:诉求|工单)?(?:的)?$/.test(share.before);
      const name = /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)．])?([^，。；：（）\d]{2,10})[。：]/.exec(
        share.passage.text,
      )?.[1];
      const whole = isOf && name && count?.kind === "count" ? wholeOf(name, count, reading) : null;
      return whole && isPositive(whole.number.range) ? shareOf(share, count!, whole, name!) : [];
    }),
  );

const inSentences = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions) => {
    const [first] = mentions as [Mention];
    const name = within.exec(first.passage.text.slice(first.sentence.from, first.at))?.[1];
    const parts = name
      ? mentions.filter(({ kind, period, depth }) => kind === "count" && period === "now" && depth === 0)
      : [];
    const whole = name && parts.length > 0 ? wholeOf(name, parts[0]!, reading) : null;
    if (whole && mentions[0]!.kind === "share") return shareFirst(mentions, whole, name!);
    return whole
      ? parts
          .filter(
            ({ number, unit }) =>
              isSameUnit(unit, first.unit) &&
              isLess(whole.number.range.high, number.range.low) &&
              number.approximate < whole.number.approximate * 2,
          )
          .map((part) => contradiction(part, name!, whole))
      : [];
  });

/** “物业管理占41.20%，为80529件”: of the whole that the sentence names */
const shareFirst = (mentions: Mention[], whole: Whole, name: string): Finding[] =>
  mentions.flatMap((share, at) => {
    const count = mentions[at + 1];
    const isPair = share.kind === "share" && count?.kind === "count" && /^，?(?:为|共|计)?$/.test(count.before);
    return isPair && isPositive(whole.number.range) ? shareOf(share, count, whole, name) : [];
  });

function shareOf(share: Mention, count: Mention, whole: Whole, name: string): Finding[] {
  const right = percentOf(count.number.range, whole.number.range);
  if (agreement(share.number, right) !== "off") return [];
  return [
    finding("shareOfBase", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(share), placeOf(count!), whole.place]),
      values: [share.number.text, count!.number.text, whole.number.text],
      arithmetic: `${count!.number.text} ÷ ${whole.number.text} = ${show(middle(right), 2)}% ≠ ${share.number.text}`,
      message: `“${name}”${whole.number.text}，其中${count!.number.text}占${show(middle(right), 2)}%，印作${share.number.text}。`,
    }),
  ];
}

interface Whole {
  number: Printed;
  place: Finding["places"][number];
}

/** the one number that stands under that name */
function wholeOf(name: string, part: Mention, reading: Reading): Whole | null {
  const { mentions, tables } = reading;
  const core = (text: string) => text.replace(/(?:类|诉求|工单)+$/, "");
  const rows = columnsOf(tables).flatMap((column) =>
    column.rows
      .filter((row) => core(row.name) === core(name) && !/[%点]$/.test(cellOf(column, row).text))
      .map((row): Whole => ({ number: cellOf(column, row), place: rowPlace(row) })),
  );
  const said = mentions
    .filter(
      (one) =>
        one.kind === "count" &&
        one.period === "now" &&
        core(one.label) === core(name) &&
        isSameUnit(one.unit, part.unit),
    )
    .map((one): Whole => ({ number: one.number, place: placeOf(one) }));
  const listed = alignedLists(reading).flatMap(({ names, values }) =>
    names.length === values.length
      ? values.flatMap((value, at): Whole[] =>
          core(names[at]!) === core(name) ? [{ number: value.number, place: placeOf(value) }] : [],
        )
      : [],
  );
  const all = [...rows, ...said, ...listed];
  return new Set(all.map(({ number }) => number.approximate)).size === 1 ? all[0]! : null;
}

const contradiction = (part: Mention, name: string, whole: Whole): Finding =>
  finding("partsAndWhole", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(part), whole.place]),
    values: [part.number.text, whole.number.text],
    arithmetic: `${part.number.text} > ${whole.number.text}`,
    message: `“${name}”共${whole.number.text}，其中一项却印作${part.number.text}。`,
  });
