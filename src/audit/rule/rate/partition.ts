/**
 * 划分与总体的率: one sentence gives a rate of the whole and of parts that are all of it — departments and districts, town and
 * country, three months of a quarter, or as the sentence itself says — and the whole's lies beyond theirs.
 */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { placeOf } from "../../write.ts";
import { contradiction, isOutside } from "./pooledFinding.ts";

const wholes =
  /全[市县区省州镇乡年天月体程]|总体|整体|总的?(?:办|满|签|接|回|响|解)|[合总共]计|合并|汇总|综合|平台|平均[满办响]|[一二三四]季度|上半年|全部事项/;

/** each part is of another kind, and no kind is missing */
const partitions: RegExp[][] = [
  [/[市区县州省]直|部门/, /[县区镇乡州](?!直)|街道/],
  [/城[区镇]|市区/, /乡|农村|镇|县/],
  [/线上|网络/, /线下|电话/],
  [/白班/, /夜班/],
  [/上旬/, /中旬/, /下旬/],
  [/上半年/, /下半年/],
  [/(?<!\d)1月/, /2月/, /3月/],
  [/4月/, /5月/, /6月/],
  [/7月/, /8月/, /9月/],
  [/10月/, /11月/, /12月/],
  [/一季度/, /二季度/, /三季度/, /四季度/],
  [/一季度/, /二季度/],
  [/咨询/, /求助/, /投诉/],
];

const isAll =
  /仅此|只[分有按]|仅分|无其他|别无|再无|两(?:大?块|级|部分|渠道)|由[^。]{2,30}(?:构成|组成|汇总)|[这上]述?[两三四五](?:类|项|级)[^。]{0,10}全部/;

export const partition = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap((mentions, at) => ofBefore(mentions, reading.sentences[at - 1] ?? [])),
  ...inSentence(reading),
];

/** “满意率94.2%。其中乡镇满意率93.2%，县直单位满意率91.8%”: the whole's closes the sentence before */
function ofBefore(mentions: Mention[], above: Mention[]): Finding[] {
  const { passage } = mentions[0]!;
  const text = sentenceOf(mentions[0]!);
  const isRate = ({ unit, kind, isHedged, period }: Mention) =>
    ((unit === "%" && kind === "rate") || /^(?:天|日|工作日|小时|分钟|秒|分)$/.test(unit)) &&
    !isHedged &&
    period === "now";
  const whole = above.filter(isRate).at(-1);
  const rates = mentions.filter((one) => isRate(one) && one.unit === whole?.unit);
  const measure = /([^的，。；\d]{2}率|满意度|平均[^的，。；\d]{2,4}(?:时长|时间|用时|得分))(?:为|达)?$/.exec(
    whole?.before ?? "",
  )?.[1];
  const isLed = /^其中|^分[^，。；]{1,4}看|^从[^，。；]{1,8}看/.test(text);
  if (!isLed || !whole || !measure || above[0]!.passage !== passage || rates.length < 2) return [];
  const isSaid = isAll.test(text);
  const parts = isSaid ? rates : rates.filter(({ before }) => before.replace(/[为达]$/, "").endsWith(measure));
  const numbers = parts.map(({ number }) => number);
  const isWhole = parts.length === rates.length && (isSaid || partitions.some((kinds) => isPartition(kinds, parts)));
  return isWhole && isOutside(whole, numbers) ? [contradiction(whole, numbers, parts.map(placeOf), 0.65)] : [];
}

const inSentence = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const text = sentenceOf(mentions[0]!);
    const measures = new Set([...text.matchAll(/([\u4e00-\u9fff]{2}率|满意度|占比)/g)].map(([word]) => word));
    if (measures.size !== 1 || /上[月季期]|去年|上年|同期|目标|要求|剔除|不含|口径|未/.test(text)) return [];
    const rates = mentions.filter(({ unit, kind, isHedged }) => unit === "%" && kind !== "change" && !isHedged);
    if (rates.length < 3 || mentions.some(({ kind }) => kind === "change")) return [];
    // “第一季度83.88%，第二季度88.06%，第三季度91.96%” is a series
    if (rates.every(({ before }) => /[一二三四]季度|\d月/.test(lastClause(before)))) return [];
    const called = rates.filter(({ before }) => wholes.test(lastClause(before)));
    const isHalf = called.some(({ before }) => /上半年|下半年|全年/.test(lastClause(before)));
    return called.flatMap((whole) => {
      // a quarter is a part of the half year beside it
      if (isHalf && /[一二三四]季度/.test(lastClause(whole.before))) return [];
      const parts = rates.filter((one) => one !== whole);
      const numbers = parts.map(({ number }) => number);
      if (!isAll.test(text) && !partitions.some((kinds) => isPartition(kinds, parts))) return [];
      if (!isOfOneMeasure(whole, parts)) return [];
      return isOutside(whole, numbers) ? [contradiction(whole, numbers, parts.map(placeOf), 0.65)] : [];
    });
  });

/** shares of one whole add up to it; what is far beyond the parts is of something else */
function isOfOneMeasure({ number }: Mention, parts: Mention[]): boolean {
  const values = parts.map((one) => one.number.approximate);
  const added = values.reduce((all, value) => all + value, 0);
  return Math.abs(added - number.approximate) > 1 && values.some((value) => Math.abs(value - number.approximate) < 45);
}

const lastClause = (before: string): string => before.split(/[，；：]/).at(-1)!;

const isPartition = (kinds: RegExp[], parts: Mention[]): boolean =>
  kinds.length === parts.length && kinds.every((kind) => parts.filter((part) => kind.test(wordsOf(part))).length === 1);

/** what stands in brackets explains the words before it */
const wordsOf = (mention: Mention): string => lastClause(sentenceBefore(mention).replace(/（[^（）]*）/g, ""));
