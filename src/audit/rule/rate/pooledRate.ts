/** 总体率与分项率: a rate of all that lies outside the range of the rates of its parts, as the text prints them. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { alignedLists } from "../../read/lists.ts";
import { isRateNow, type Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter, sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { placeOf } from "../../write.ts";
import { contradiction, isOutside, overall } from "./pooledFinding.ts";

export const pooledRate = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(bracketed),
  ...reading.sentences.flatMap(listed),
  ...listedNext(reading),
  ...afterParts(reading),
  ...closingAfter(reading),
  ...afterAligned(reading),
  ...reading.sentences.flatMap(afterRun),
  ...reading.sentences.flatMap(closingRate),
  ...halfYears(reading),
];

const halves: { said: RegExp; quarters: [RegExp, RegExp] }[] = [
  { said: /上半年[^，。；]{0,10}$/, quarters: [/一季度[^，。；]{0,6}$/, /二季度[^，。；]{0,6}$/] },
  { said: /下半年[^，。；]{0,10}$/, quarters: [/三季度[^，。；]{0,6}$/, /四季度[^，。；]{0,6}$/] },
];

/** “一季度94.87%，二季度95.22%……。上半年满意率94.61%” */
const halfYears = ({ mentions, passages }: Reading): Finding[] => {
  const rates = mentions.filter(({ kind, unit }) => kind === "rate" && unit === "%");
  const at = new Map(passages.map((passage, nth) => [passage, nth]));
  return rates.flatMap((whole) =>
    halves.flatMap(({ said, quarters }) => {
      if (!said.test(whole.before)) return [];
      const near = rates.filter(
        (one) =>
          Math.abs(at.get(one.passage)! - at.get(whole.passage)!) <= 1 &&
          one !== whole &&
          !/去年|上年/.test(one.before),
      );
      const parts = quarters.map((quarter) => near.find(({ before }) => quarter.test(before)));
      const [first, second] = parts;
      if (!first || !second || !isOutside(whole, [first.number, second.number])) return [];
      return [contradiction(whole, [first.number, second.number], [first, second].map(placeOf), 0.65)];
    }),
  );
};

/** “甲、乙满意率依次为93%、91%，总体满意率96%”: of all of them, or of those that it names */
const afterAligned = (reading: Reading): Finding[] =>
  alignedLists(reading).flatMap(({ names, values }) => {
    const [first] = values as [Mention];
    if (first.unit !== "%" || first.kind === "share" || first.kind === "change" || names.length !== values.length)
      return [];
    const own = reading.mentions.filter(({ passage }) => passage === first.passage);
    return own.flatMap((mention) => {
      const isLater = mention.at > values.at(-1)!.at && isRateNow(mention);
      if (!isLater || !/总体|整体|综合|合计|合并|平均/.test(mention.label)) return [];
      const word = /([^的]{2}率|满意度)$/.exec(mention.label)?.[1];
      const said = sentenceBefore(first);
      if (!word || !said.includes(word)) return [];
      const named = names.flatMap((name, at) => (mention.label.includes(name.slice(-6)) ? [at] : []));
      const parts = named.length > 1 ? named.map((at) => values[at]!) : named.length === 0 ? values : [];
      const numbers = parts.map(({ number }) => number);
      return parts.length > 1 && isOutside(mention, numbers)
        ? [contradiction(mention, numbers, parts.map(placeOf), 0.75)]
        : [];
    });
  });

/** “7至9月满意率分别为92.90%、92.29%和93.05%，全季满意率94.16%” */
function afterRun(mentions: Mention[]): Finding[] {
  const at = mentions.findIndex(
    ({ kind, unit, before }) =>
      kind === "rate" &&
      unit === "%" &&
      /^，(?:(?:第?[一二三四]季度|[上下]半年)?全[季年期市县区省周月]|总体|综合|合计|整体|平均)[^，。；]{0,12}(?:率|满意度)[为是达]?$/.test(
        before,
      ),
  );
  const whole = mentions[at];
  const parts = mentions.slice(0, Math.max(at, 0)).filter(isRateNow);
  const [first, ...others] = parts;
  const word = /([^的]{2}率|满意度)$/.exec(whole?.label ?? "")?.[1];
  const isRun = others.every(({ before }) => /^(?:、|和|及|与)$/.test(before)) && mentions[at - 1] === parts.at(-1);
  if (
    !whole ||
    !first ||
    others.length < 1 ||
    !word ||
    !isRun ||
    !new RegExp(`${word}[^，。；]{0,6}(?:分别|依次)(?:为|是)$`).test(first.before)
  )
    return [];
  // “7至9月分别为……，全年”: of more months than these
  if (/全年/.test(whole.before) && parts.length < 12 && /\d月|季度/.test(first.before)) return [];
  const numbers = parts.map(({ number }) => number);
  return isOutside(whole, numbers) ? [contradiction(whole, numbers, parts.map(placeOf), 0.75)] : [];
}

/** “甲区93.4%、乙区95.1%、丙县94.6%，三地合计95.6%” */
function closingRate(mentions: Mention[]): Finding[] {
  const rates = mentions.filter((one) => isRateNow(one) && one.depth === 0);
  const at = rates.findIndex(({ before }) =>
    /(?:[两三四五六七八九十][^，。；、（]{0,4}(?:（[^（）]*）)?(?:合计|合并|总体|综合|平均)|^，(?:总体|综合|整体|平均)|合[并计][^（）]{0,4}）(?:总体)?)[^，。；]{0,9}$/.test(
      before,
    ),
  );
  const whole = rates[at];
  const parts = rates.slice(0, Math.max(0, at));
  const said = /([^的]{2}率|满意度)$/.exec(parts[0]?.label ?? "")?.[1];
  const isList = parts.every(
    ({ label, before }, nth) =>
      !/率|度/.test(label) || nth === 0 || /^、/.test(before) || (said && label.endsWith(said)),
  );
  // “办结率分别为100%、100%、98.85%和99.29%，平均满意率92.6%”: of another rate
  const called = /([^的]{2}率|满意度)$/.exec(whole?.label ?? "")?.[1];
  if (called && said && called !== said) return [];
  const numbers = parts.map(({ number }) => number);
  const isOfTwo =
    parts.length === 2 &&
    /^，(?:两者|二者|两项|两类|两组|两级|双方)(?:合计|合并|综合|总体|平均)|^，全[^，。；：]{0,4}（[^（）]*合[并计][^（）]*）/.test(
      whole?.before ?? "",
    );
  return whole && ((parts.length > 2 && isList) || isOfTwo) && isOutside(whole, numbers)
    ? [contradiction(whole, numbers, parts.map(placeOf), 0.7)]
    : [];
}

/** “总体满意率87%（其中甲92%、乙44%）” */
function bracketed(mentions: Mention[]): Finding[] {
  const rates = mentions.filter(isRateNow);
  return rates.flatMap((whole, at) => {
    const word = /[^，]*?([^，的]{2}率|满意度)$/.exec(whole.label)?.[1];
    const own = rates.slice(at + 1).filter(({ depth, label }) => depth > whole.depth && word && label.endsWith(word));
    const text = whole.passage.text.slice(whole.end, own[0]?.at ?? whole.end);
    if (own.length < 2 || !overall.test(whole.label) || !/^（/.test(text)) return [];
    if (
      !isOutside(
        whole,
        own.map(({ number }) => number),
      )
    )
      return [];
    return [
      contradiction(
        whole,
        own.map(({ number }) => number),
        own.map(placeOf),
        0.9,
      ),
    ];
  });
}

/** “平均接通率98.6%，其中早班97.1%、中班96.5%、晚班98.2%”: three or more parts, none of them picked out */
function listed(mentions: Mention[]): Finding[] {
  const rates = mentions.filter((one) => isRateNow(one) && one.depth === 0);
  const [whole, ...parts] = rates;
  const halves = parts.length === 2 && /上半年/.test(parts[0]!.before) && /下半年/.test(parts[1]!.before);
  if (
    !whole ||
    (parts.length < 3 && !halves) ||
    !/总体|整体|综合|平均|全[市县区省州盟年]/.test(whole.before + whole.label)
  )
    return [];
  const text = sentenceAfter(whole);
  const isPlain =
    parts.every(({ label }) => !/率|度|占/.test(label)) &&
    /^(?:，其中|[，；][^，。；：]{0,14}(?:依次|分别)(?:为|是))/.test(text);
  if (
    !isPlain ||
    /最|较|高于|超过|低于|以上|等/.test(text) ||
    !isOutside(
      whole,
      parts.map(({ number }) => number),
    )
  )
    return [];
  return [
    contradiction(
      whole,
      parts.map(({ number }) => number),
      parts.map(placeOf),
      0.65,
    ),
  ];
}

/** “综合满意率90.41%。分承办主体看，乡镇满意率……，县直部门满意率……，企业满意率……” */
const listedNext = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) => {
    const { passage } = mentions[0]!;
    const lead = /^(?:其中，?)?(?:[分按从][^，。；\d]{1,10}(?:看|分|统计)，)/.test(sentenceOf(mentions[0]!));
    const above = lead ? (sentences[nth - 1] ?? []) : [];
    const called = above.findLast((one) => isRateNow(one) && /总体|整体|综合|平均|全[市县区省州]/.test(one.label));
    // “满意率97.21%。分承办主体看，……”: the only rate of its sentence
    const [only, ...more] = above.filter(isRateNow);
    const whole = called ?? (more.length === 0 ? only : undefined);
    const said = /([^的]{2}率|满意度)$/.exec(whole?.label ?? "")?.[1];
    const parts = mentions.filter(isRateNow);
    const others = mentions.filter((one) => !parts.includes(one));
    const isList =
      others.every(({ kind }) => kind === "count") &&
      parts.length > 2 &&
      (others.length === 0 || others.length >= parts.length) &&
      parts.every(({ label }) => said && label.endsWith(said));
    const numbers = parts.map(({ number }) => number);
    return whole && whole.passage === passage && isList && isOutside(whole, numbers)
      ? [contradiction(whole, numbers, parts.map(placeOf), 0.75)]
      : [];
  });

/** “派发的69058件中，甲41285件，办结率92.35%；乙……；丙……。全市总体办结率95.18%。”: parts whose counts make the whole that opens the sentence */
const closingAfter = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) => {
    const [whole, ...more] = mentions as [Mention];
    const word = /(?:总体|综合|整体|平均|全[市县区省])(.{2,}率|满意度)$/.exec(whole.label)?.[1];
    const above = (sentences[nth - 1] ?? []).filter(({ passage }) => passage === whole.passage);
    const rates = above.filter((one) => isRateNow(one) && one.label.endsWith(word ?? "-"));
    const [first, ...counts] = above.filter(({ kind, period }) => kind === "count" && period === "now");
    const heads = rates.map((rate) => {
      const from = rates[rates.indexOf(rate) - 1]?.end ?? first?.end ?? 0;
      return counts.find(({ at }) => at > from && at < rate.at);
    });
    const added = heads.reduce((all, one) => all + (one?.number.approximate ?? Number.NaN), 0);
    const numbers = rates.map(({ number }) => number);
    return more.length === 0 && rates.length > 1 && added === first?.number.approximate && isOutside(whole, numbers)
      ? [contradiction(whole, numbers, rates.map(placeOf), 0.8)]
      : [];
  });

const together =
  /([两二三四五六七八九十]|\d{1,2})(?:类|种|个|方|地|者|项|级|部分|县市区?|市州|区县|县区|镇街|乡镇|街道|所|家|部门|单位)[^，。；]{0,6}(?:合计|合并|总计|综合|平均)/;

/** “甲满意率93.12%，乙……，丙……。三类合计，总体满意率93.68%” */
const afterParts = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((mention) => {
      const { label } = mention;
      const said = chineseNumber(together.exec(sentenceBefore(mention))?.[1] ?? "");
      const called = /(?:总体|综合|整体|平均|合计|合并|全[市县区省])(.{2,}率|满意度)$/.exec(label)?.[1];
      // “三类主体合并计算，全市按时办结率为98.06%”
      const isBare = /合并[^。；]*，(?:全[市县区省州])?[^，。；]{2,8}$/.test(mention.before.replace(/[为是达]$/, ""));
      const word = called ?? (isBare ? label : undefined);
      if (!said || said < 2 || !word || !isRateNow(mention)) return [];
      const parts = (sentences[nth - 1] ?? []).filter((one) => isRateNow(one) && one.label.endsWith(word));
      const numbers = parts.map(({ number }) => number);
      return parts.length === said && isOutside(mention, numbers)
        ? [contradiction(mention, numbers, parts.map(placeOf), 0.8)]
        : [];
    }),
  );
