/** 名次与数值: who is said to stand in which place, and has more than the one before. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { sentenceAfter, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { goesWrong, outOfOrder } from "./orderFinding.ts";

const place =
  /^）?(?:，)?(?:排名|位列|位居|排在|居|列|排)(?:全[市县区省])?第([一二三四五六七八九十]{1,2}|\d{1,2})(?!季度|批|轮|次)(?:位|名)?/;

/** “退单率1.2%，排名第一”: the less, the better */
const isBetterLow = ({ label, before }: Mention): boolean =>
  /退|超期|逾期|差|扣|不满|投诉率|时长|重复|最低|最少/.test(label + before);

/** “甲21件居第一，乙18件居第二”: what stands further down has no more */
export function placed(mentions: Mention[]): Finding[] {
  const found = mentions.flatMap((mention) => {
    const { kind, period } = mention;
    const said = chineseNumber(place.exec(sentenceAfter(mention))?.[1] ?? "");
    const isValue = (kind === "count" || kind === "rate" || kind === "score") && period === "now";
    return said && isValue && !isBetterLow(mention) ? [{ mention, said }] : [];
  });
  return found.flatMap((one, at) => {
    const before = found[at - 1];
    const isNext = before && before.said === one.said - 1 && isSameUnit(before.mention.unit, one.mention.unit);
    if (!isNext || !goesWrong(before.mention, one.mention, false)) return [];
    const [a, b] = [before.mention.number.text, one.mention.number.text];
    return [
      finding("rank", {
        confidence: 0.8,
        places: distinctPlaces([placeOf(one.mention), placeOf(before.mention)]),
        values: [b, a],
        arithmetic: `第${one.said} ${b} > 第${before.said} ${a}`,
        message: `“${nameOf(one.mention)}”${b}列第${one.said}，“${nameOf(before.mention)}”${a}列第${before.said}，名次与数值对不上。`,
      }),
    ];
  });
}

/** “甲402件、乙377件、丙391件，依次排第一至第三位” */
export function placedInTurn(mentions: Mention[]): Finding[] {
  const { sentence } = mentions[0]!;
  const mark = /依次(?:排|列|居|位列|位居|排名)(?:全[市县区省])?(?:在)?第?[一1]位?(?:至|到|-|—)/.exec(
    sentenceOf(mentions[0]!),
  );
  if (!mark) return [];
  const last = mentions.findLast(({ end }) => end <= sentence.from + mark.index);
  const run = mentions.filter(({ end, unit, kind }) => end <= last!.end && unit === last!.unit && kind === last!.kind);
  if (run.some(isBetterLow)) return [];
  return run.length < 3 ? [] : outOfOrder(run, 0.75);
}

/** “甲（88分）、乙（86分）分列第1、2名” */
export function ranked(mentions: Mention[]): Finding[] {
  const { sentence } = mentions[0]!;
  const text = sentenceOf(mentions[0]!);
  const mark = /分[列居获别]{1,2}(?:全[省市县区])?(?:排名)?第?(?:1|一)、/.exec(text);
  if (!mark) return [];
  const values = mentions.filter(
    ({ kind, at, depth }) =>
      at < sentence.from + mark.index && depth > 0 && (kind === "score" || kind === "rate" || kind === "count"),
  );
  if (values.some(isBetterLow)) return [];
  const at = values.findIndex((mention, nth) => nth > 0 && goesWrong(values[nth - 1]!, mention, false));
  if (at < 0) return [];
  const [a, b] = [values[at - 1]!, values[at]!];
  return [
    finding("rank", {
      confidence: 0.85,
      places: distinctPlaces([placeOf(b), placeOf(a)]),
      values: [b.number.text, a.number.text],
      arithmetic: `第${at + 1}名 ${b.number.text} > 第${at}名 ${a.number.text}`,
      message: `排在第${at + 1}的${b.number.text}高于排在第${at}的${a.number.text}，名次与得分对不上。`,
    }),
  ];
}
