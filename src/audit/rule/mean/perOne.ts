/** 平均每件: an average of one count for each of another that the two counts before it don't give. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import {
  agreement,
  exactly,
  isPositive,
  middle,
  over,
  type Printed,
  type Range,
  show,
  toNumber,
} from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const each = /(?:平均每([件个家户人单次])[^，。；\d]{0,6}|，([户人家件])均)$/;
/** “惠及324家，户均18万元” */
const alike: Record<string, string> = { 户: "家" };

export const perOne = (reading: Reading): Finding[] => [...ofCounts(reading), ...reading.sentences.flatMap(ofSoMany)];

const soMany = /([两二三四五六七八九十]{1,3}|\d{1,2})(?:个|家)[^，。；\d]{1,10}共(?:受理|承办|办结|接收)?$/;

/** “五个乡镇（街道）共受理1725件，平均每个乡镇（街道）385件” */
const ofSoMany = (mentions: Mention[]): Finding[] =>
  mentions.flatMap((mean, at) => {
    const total = mentions[at - 1];
    const [, word = ""] = soMany.exec(total ? sentenceBefore(total).replace(/（[^（）]*）/g, "") : "") ?? [];
    const many = chineseNumber(word);
    if (!total || many === null || many < 2 || !/^，平均每[个家][^，。；\d]{0,12}$/.test(mean.before)) return [];
    if (mean.isHedged || total.isHedged || !isSameUnit(mean.unit, total.unit)) return [];
    const right = over(total.number.range, exactly(fraction(many)));
    return isMean(mean.number, right) ? [] : [ofMany(mean, total, many, show(middle(right), 1))];
  });

const ofMany = (mean: Mention, total: Mention, many: number, right: string): Finding =>
  finding("average", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(mean), placeOf(total)]),
    values: [mean.number.text, total.number.text],
    arithmetic: `${total.number.text} ÷ ${many} = ${right} ≠ ${mean.number.text}`,
    message: `“${nameOf(total)}”${total.number.text}，${many}个平均应为${right}，印作${mean.number.text}。`,
  });

/** “诉求9491件，涉及劳动者31874人次……平均每件涉及3.4人次” */
const ofCounts = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((mean, at) => {
      const found = each.exec(mean.before);
      const said = found?.[1] ?? found?.[2];
      const above = sentences[nth - 1] ?? [];
      const before = [...(above[0]?.passage === mean.passage ? above : []), ...mentions.slice(0, at)].filter(
        ({ kind, period, isHedged }) => (kind === "count" || kind === "other") && period === "now" && !isHedged,
      );
      const numerators = before.filter((one) => one.unit === mean.unit);
      const named = before.filter((one) => said !== undefined && isSameUnit(one.unit, said));
      const unit = named.length === 0 && found?.[2] ? (alike[said!] ?? said) : said;
      const bases = named.length > 0 ? named : before.filter((one) => one.unit === unit);
      const [numerator, base] = [numerators.at(-1), bases.at(-1)];
      if (
        !numerator ||
        !base ||
        numerator === base ||
        mean.isHedged ||
        mean.unit === unit ||
        !isPositive(base.number.range)
      )
        return [];
      const isOf = (a: Mention, b: Mention) =>
        isPositive(b.number.range) && isMean(mean.number, over(a.number.range, b.number.range));
      if (numerators.some((a) => bases.some((b) => isOf(a, b)))) return [];
      const right = over(numerator.number.range, base.number.range);
      const ratio = toNumber(right.low) / mean.number.approximate;
      // another size is of something else
      return ratio > 0.5 && ratio < 2 ? [contradiction(mean, numerator, base, show(middle(right), 2))] : [];
    }),
  );

/** a whole number may be a mean that was rounded */
const isMean = (mean: Printed, right: Range): boolean =>
  agreement(mean, right) !== "off" || (mean.step === null && Math.abs(toNumber(right.low) - mean.approximate) <= 1);

const contradiction = (mean: Mention, numerator: Mention, base: Mention, right: string): Finding =>
  finding("average", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(mean), placeOf(numerator), placeOf(base)]),
    values: [mean.number.text, numerator.number.text, base.number.text],
    arithmetic: `${numerator.number.text} ÷ ${base.number.text} = ${right} ≠ ${mean.number.text}`,
    message: `“${nameOf(numerator)}”${numerator.number.text}、“${nameOf(base)}”${base.number.text}，平均应为${right}，印作${mean.number.text}。`,
  });
