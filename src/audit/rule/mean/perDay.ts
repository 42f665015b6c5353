/** 每天几、几天共几: “每日合计96人次，8天共786人次”: so many days at so many a day don't make it. */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const each = /每[日天](?:合计|共|共计)?$/;
const all = /^，(\d{1,2}|[两三四五六七八九十]{1,2})[天日](?:共|合计|共计|累计)$/;

export const perDay = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(meanOfTime),
  ...totalOfDays(reading),
];

/** “四小时登记168宗，平均每小时52宗” */
function meanOfTime(mentions: Mention[]): Finding[] {
  return mentions.flatMap((mean, at) => {
    const [unit] = /(?:小时|天|日)$/.exec(/^，平均每(?:小时|天|日)$/.exec(mean.before)?.[0] ?? "") ?? [];
    const whole = mentions[at - 1];
    if (!unit || !whole || whole.kind !== "count" || whole.unit !== mean.unit || whole.isHedged || mean.isHedged)
      return [];
    const words = sentenceBefore(whole);
    const many = chineseNumber(
      new RegExp(`([两三四五六七八九十]|\\d{1,2})个?${unit}[^，。；\\d]*$`).exec(words)?.[1] ?? "",
    );
    const right = many ? whole.number.approximate / many : mean.number.approximate;
    const step = mean.number.step ? 10 ** -decimalsOf(mean.number.text) : 1;
    if (Math.abs(right - mean.number.approximate) <= step) return [];
    const shown = right.toFixed(decimalsOf(mean.number.text));
    return [
      finding("average", {
        confidence: 0.75,
        places: distinctPlaces([placeOf(mean), placeOf(whole)]),
        values: [mean.number.text, whole.number.text],
        arithmetic: `${whole.number.text} ÷ ${many} = ${shown} ≠ ${mean.number.text}`,
        message: `${many}${unit}共${whole.number.text}，平均每${unit}应为${shown}${mean.unit}，印作${mean.number.text}。`,
      }),
    ];
  });
}

/** “每日合计96人次，8天共786人次” */
const totalOfDays = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((one, at) => {
      const whole = mentions.slice(at + 1).find(({ unit }) => unit === one.unit);
      const text = whole ? whole.passage.text.slice(one.end, whole.at) : "";
      const days = chineseNumber(all.exec(text)?.[1] ?? "");
      if (!whole || !days || !each.test(one.before) || one.isHedged || whole.isHedged) return [];
      const right = days * one.number.approximate;
      if (right === whole.number.approximate) return [];
      return [
        finding("average", {
          confidence: 0.75,
          places: distinctPlaces([placeOf(whole), placeOf(one)]),
          values: [whole.number.text, one.number.text],
          arithmetic: `${one.number.text} × ${days} = ${right} ≠ ${whole.number.text}`,
          message: `每天${one.number.text}，${days}天应为${right}${one.unit}，印作${whole.number.text}。`,
        }),
      ];
    }),
  );
