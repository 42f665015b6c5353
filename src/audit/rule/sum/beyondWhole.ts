/** 部分大于整体: “占道经营类中，早夜市642件”, and a table or the text has 624 for all of it. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { agreement, isPositive, middle, type Printed, percentOf, show } from "../../number.ts";
import { cellOf, columnsOf } from "../../read/columns.ts";
import { alignedLists } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

const within = /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)])?([^，。；：（）\d]{2,10}?)(?:类|诉求|工单|问题)*中，/;

export const beyondWhole = (reading: Reading): Finding[] => [
  ...inSentences(reading),
  ...ofSubject(reading),
  ...reading.sentences.flatMap((mentions) => mentions.flatMap((_, at) => besideWhole(mentions, at))),
];

/** “43人，其中石桥镇47人”, “共反映76件，已办结81件”, “全月412件……三天就达到427件” */
function besideWhole(mentions: Mention[], at: number): Finding[] {
  const part = mentions[at]!;
  const { passage, kind, unit, period, depth } = part;
  const isCountable = kind === "count" || (kind === "other" && /^(?:人|名|户|栋|台|处)$/.test(unit));
  const whole = mentions.slice(0, at).findLast((one) => one.unit === unit && one.period === "now" && one.kind === kind);
  if (!isCountable || period !== "now" || !whole || whole.depth !== depth || part.isHedged || whole.isHedged) return [];
  const between = passage.text.slice(whole.end, part.at);
  const said =
    /^，其中[^，。；、\d]{2,12}$/.test(between) ||
    (/回访$|测评$|评价$/.test(whole.label) && /^，(?:表示)?(?:满意|基本满意|不满意)$/.test(between)) ||
    (/(?:^|共)(?:受理|反映|收到|接到|登记|诉求|来电)$/.test(whole.label) &&
      /，(?:均|现|全部)?已(?:办结|化解|答复|回复|解决|处置)$/.test(between)) ||
    (/全[月季年周]|本[月季年周]/.test(whole.label) && /(?:仅|单|就)[^，。；]{0,14}[日天][^，。；]{0,8}$/.test(between));
  const around = sentenceOf(part);
  // “市里收到1904条，各县收到1155条，其中咨询类1160条”: of all that were said before
  const hasLarger = mentions
    .slice(0, at)
    .some((one) => one.unit === unit && one.kind === kind && one.number.approximate >= part.number.approximate);
  const isOther =
    hasLarger ||
    // “网格120个，其中进入网格的党组织数160个”
    (/数$/.test(part.label) && !/数$/.test(whole.label)) ||
    /日均/.test(whole.before) ||
    /上[月季年]|结转|遗留|累计|历史|多个|同时/.test(around.replace(/(?:比|较|环比)[^，。；]*/g, ""));
  return said &&
    !isOther &&
    isLess(whole.number.range.high, part.number.range.low) &&
    part.number.approximate < whole.number.approximate * 2
    ? [contradiction(part, nameOf(whole), { number: whole.number, place: placeOf(whole) })]
    : [];
}

/** “3.劳动社保类。拖欠工资864件，占该类的37.53%”: of what the paragraph is about */
const ofSubject = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions) =>
    mentions.flatMap((share, at) => {
      const count = mentions[at - 1];
      // “甲、乙、丙依次占本类的33.71%、24.26%、7.86%”
      const isInTurn = /^、$/.test(mentions[at + 1]?.before ?? "");
      const isOf = share.kind === "share" && !isInTurn && /^，占(?:该|本)类(?:诉求|工单)?(?:的)?$/.test(share.before);
      const name = /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)．])?([^，。；：（）\d]{2,10})[。：]/.exec(
        share.passage.text,
      )?.[1];
      const whole =
        isOf && name && count?.kind === "count"
          ? (wholeOf(name, count, reading) ?? leadOf(share.passage, name, count, reading))
          : null;
      return whole && isPositive(whole.number.range) ? shareOf(share, count!, whole, name!) : [];
    }),
  );

/** “噪声污染。7655件，……”: the count that the paragraph begins with */
function leadOf(passage: Mention["passage"], name: string, part: Mention, { mentions }: Reading): Whole | null {
  const first = mentions.find((one) => one.passage === passage);
  const isLed = first?.label === "" && first.kind === "count" && passage.text.slice(0, first.at).endsWith(`${name}。`);
  return isLed && first !== part && isSameUnit(first.unit, part.unit)
    ? { number: first.number, place: placeOf(first) }
    : null;
}

const inSentences = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions) => {
    const [first] = mentions as [Mention];
    const name = within.exec(sentenceBefore(first))?.[1];
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
        !/均/.test(one.before) &&
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
