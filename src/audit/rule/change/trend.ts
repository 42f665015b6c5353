/** 连续几期、逐期的走势: values in a row that don't go the way, or not as many times, as the text says. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import type { Printed } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import { type Mention, sentencesOf } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";
import { isBackwards } from "./steady.ts";

const up = "上升|增长|增加|提高|走高|攀升|递增|回升";
const down = "下降|减少|降低|走低|回落|下滑|递减";
const said = new RegExp(
  `(?:连续([两二三四五六七八九十]|\\d{1,2})个?(?:周|月|季度|年|期)|逐[年月季周期日旬]|持续|依次(?![上下][升降][\\d.]+%、))(?:均|都)?(?:呈|稳步|逐步|平稳|小幅|持续)*(${up}|${down})`,
);

interface Step {
  value: Printed;
  name: string;
}

export const trend = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap((mentions, at) => inSentence(mentions, reading.sentences[at - 1] ?? [])),
  ...reading.passages.flatMap((passage) => inTable(passage.text, quoteOf(passage, said), reading)),
  ...reading.passages.flatMap((passage) => afterSentence(passage, reading)),
];

/** “2023年20.3万件，2024年23.7万件，2025年22.9万件。受理量连续三年增长。”: a sentence without numbers, and the one before it */
function afterSentence(passage: Passage, { sentences }: Reading): Finding[] {
  const own = sentences.filter(([first]) => first!.passage === passage);
  return sentencesOf(passage.text).flatMap(({ from, to }) => {
    const match = said.exec(passage.text.slice(from, to));
    const above = own.find(([first]) => first!.sentence.to === from) ?? [];
    const hasNumbers = own.some(([first]) => first!.sentence.from === from);
    const run = match && !hasNumbers && /连续/.test(match[0]) ? runBefore(above) : [];
    const wrong =
      match && run.length > 2
        ? faultOf(
            run.map((one) => ({ value: one.number, name: "" })),
            match,
          )
        : null;
    return wrong
      ? [
          contradiction(
            wrong,
            distinctPlaces([quote(passage, from, from + match!.index + match![0].length), ...run.map(placeOf)]),
          ),
        ]
      : [];
  });
}

const quoteOf = (passage: Reading["passages"][number], pattern: RegExp) => {
  const match = pattern.exec(passage.text);
  return match ? quote(passage, Math.max(0, match.index - 12), match.index + match[0].length) : null;
};

/** “第43周1431件、第44周1438件、第45周1412件，连续两周回落” */
function inSentence(mentions: Mention[], above: Mention[]): Finding[] {
  const { passage, sentence } = mentions[0]!;
  const text = sentenceOf(mentions[0]!);
  const match = said.exec(text);
  if (!match) return [];
  const at = sentence.from + match.index;
  const own = runBefore(mentions.filter((one) => one.at < at));
  const isBeside = own.length < 3 && above[0]?.passage === passage && /连续/.test(match[0]);
  const run = isBeside ? runBefore(above) : own;
  // “1月至4月分别为……，2月以来持续增长”: not from the first of them on
  if (run.length < 3 || isBackwards(text) || /月以来[^，。；\d]*$/.test(text.slice(0, match.index))) return [];
  const wrong = faultOf(
    run.map((one) => ({ value: one.number, name: "" })),
    match,
  );
  return wrong
    ? [contradiction(wrong, distinctPlaces([quote(passage, at, at + match[0].length), ...run.map(placeOf)]))]
    : [];
}

/** values of one kind that only their periods keep apart */
function runBefore(mentions: Mention[]): Mention[] {
  const run: Mention[] = [];
  for (const one of [...mentions].reverse()) {
    const next = run[0];
    const isValue = (one.kind === "count" || one.kind === "rate" || one.kind === "score") && !one.isHedged;
    const between = next ? one.passage.text.slice(one.end, next.at) : "";
    const isNext =
      !next || (isSameUnit(one.unit, next.unit) && /^[、，](?:第?\d{1,4}[年月周季]?(?:份|度)?)?$/.test(between));
    if (!isValue || !isNext) break;
    run.unshift(one);
  }
  return run;
}

const period = /^(?:(?:\d{1,2}月)?[上中下]旬|20\d\d年?|\d{1,2}月份?|第?[一二三四]季度|第\d{1,2}周)$/;

/** “受理量逐年增加”, below the one table whose rows are years */
function inTable(text: string, place: Finding["places"][number] | null, { tables }: Reading): Finding[] {
  const match = said.exec(text);
  if (!match || !place) return [];
  const topic = text
    .slice(Math.max(0, match.index - 12), match.index)
    .split(/[，。；：]/)
    .at(-1)!;
  // “逐月上升，9月达到最高点，10月略有回落”
  if (/略有|有所/.test(text.slice(match.index))) return [];
  const unit = /年|月|季|周|旬/.exec(match[0])?.[0];
  const isOfUnit = (name: string) =>
    unit === undefined || name.includes(unit) || (unit === "年" && /^20\d\d$/.test(name));
  // “6月至8月受理量逐月走高”
  const [, from, to] = /(\d{1,2})月?(?:至|到|-|—)(\d{1,2})月[^，。；\d]*$/.exec(text.slice(0, match.index)) ?? [];
  const since = /(\d{1,2})月以来[^，。；\d]*$/.exec(text.slice(0, match.index))?.[1];
  const isMeant = (name: string) =>
    (since !== undefined && Number.parseInt(name, 10) >= Number(since)) ||
    (since === undefined && !from) ||
    (Number.parseInt(name, 10) >= Number(from) && Number.parseInt(name, 10) <= Number(to));
  const columns = columnsOf(tables).filter(
    ({ rows, head }) =>
      rows.length > 2 && rows.every(({ name }) => period.test(name) && isOfUnit(name)) && topicIs(topic, head),
  );
  const steps = (column: Column) =>
    column.rows.filter(({ name }) => isMeant(name)).map((row) => ({ value: cellOf(column, row), name: row.name }));
  const faults = columns.map((column) => faultOf(steps(column), match));
  const [first] = faults;
  if (!first || faults.some((fault) => fault === null)) return [];
  const rows = columns[0]!.rows.filter(({ name }) => name === first.from.name || name === first.to.name);
  return [contradiction(first, distinctPlaces([place, ...rows.map(rowPlace)]))];
}

const topicIs = (topic: string, head: string): boolean => {
  const core = head.replace(/（.*?）/g, "").replace(/(?<=.{2})[量数件个]+$/, "");
  const isCount = /^(?:件数|数量|受理|诉求|工单|来电)/.test(core);
  return core.length > 1 && !isCount
    ? topic.includes(core)
    : /受理|诉求|总体|量/.test(topic) && (isCount || (head === "" && isOfAll(topic)));
};

/** “欠薪诉求虽逐月回落” is of no column without a heading */
const isOfAll = (topic: string): boolean =>
  topic.replace(
    /受理|诉求|总体|工单|来电|总?量|件数|全[市县区省州]|热线|平台|第?[一二三四]季度|\d{1,2}月份?|20\d\d年|以来|\d+(?=[至到—-])|[至到虽均呈◆—-]/g,
    "",
  ) === "";

interface Fault {
  from: Step;
  to: Step;
  words: string;
}

/** the step that goes the other way, among as many as the words speak of */
function faultOf(steps: Step[], [words, number, way]: RegExpExecArray): Fault | null {
  const count = number ? chineseNumber(number) : steps.length - 1;
  // “2021年、2022年、2023年……，连续三年上升”: the year before the first isn't printed
  if (count === null || count > steps.length) return null;
  const isUp = new RegExp(up).test(way!);
  const last = steps.slice(-count - 1);
  const at = last.findIndex((step, nth) => {
    const before = last[nth - 1];
    return (
      before && !(isUp ? isLess(before.value.value, step.value.value) : isLess(step.value.value, before.value.value))
    );
  });
  return at < 0 ? null : { from: last[at - 1]!, to: last[at]!, words };
}

const contradiction = ({ from, to, words }: Fault, places: Finding["places"]): Finding =>
  finding("wording", {
    confidence: 0.65,
    places,
    values: [from.value.text, to.value.text],
    arithmetic: `${from.name}${from.value.text} → ${to.name}${to.value.text}`,
    message: `文中说“${words}”，其中${from.name}${from.value.text}到${to.name}${to.value.text}却不是。`,
  });
