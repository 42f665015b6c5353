/** 占比之和: shares of a list that ends with 其他 and doesn't make the whole. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

export const shareSum = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => [...runsOf(mentions).flatMap(against), ...ofKinds(mentions), ...binsIn(mentions)]);

/** “18岁以下占1.2%，19至35岁占34.7%，36至59岁占48.8%，60岁及以上占19.3%”: from one end to the other */
function binsIn(mentions: Mention[]): Finding[] {
  const shares = mentions.filter(({ kind, period, isHedged }) => kind === "share" && period === "now" && !isHedged);
  const isClosed =
    shares.length > 2 &&
    /\d[^，。；\d]{0,3}以[下内]占?$/.test(sentenceBefore(shares[0]!)) &&
    /\d[^，。；\d]{0,3}以上占?$/.test(sentenceBefore(shares.at(-1)!));
  const isRun = shares
    .slice(1)
    .every(({ before }) => /(?:^|[岁天日件分月])[^，。；]*占?$/.test(before) && !/。|；其中/.test(before));
  return isClosed && isRun ? against(shares) : [];
}

const kinds = /(?:只有|仅有|只分|仅分|全部经由|全部来自)[^。；\d]{0,40}([两三四五])(?:类|种|项|个渠道)/;

/** “只有电话和网络两类，电话占87.4%，网络占14.6%”, “全部经由电话、网络和其他三类渠道进入，占比分别为……” */
function ofKinds(mentions: Mention[]): Finding[] {
  const { sentence } = mentions[0]!;
  const match = kinds.exec(sentenceOf(mentions[0]!));
  const shares = mentions.filter(({ kind, period, isHedged }) => kind === "share" && period === "now" && !isHedged);
  const isAll = match !== null && shares.length === chineseNumber(match[1]!);
  return isAll && shares.every(({ at }) => at > sentence.from + match.index) ? against(shares) : [];
}

const name = (one: Mention): string => one.label.replace(/(?:诉求|投诉|问题|事项)?占比?$/, "").replace(/.*[，、]/, "");

/** shares under names of their own, without counts, 其他 among them */
function runsOf(mentions: Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  let run: Mention[] = [];
  for (const one of mentions) {
    const isItem =
      one.kind === "share" &&
      one.period === "now" &&
      !one.isHedged &&
      /占比?(?:为)?$/.test(one.before) &&
      name(one).length > 1;
    const isNext = run.length > 0 && /^(?:，|、|；)[^。]{2,30}$/.test(one.before);
    if (isItem && isNext) run.push(one);
    else run = isItem ? [one] : [];
    if (run.length === 1) runs.push(run);
  }
  return runs.filter((one) => one.length > 3 && one.some(({ before }) => /其[他它余]/.test(before)));
}

function against(run: Mention[]): Finding[] {
  const added = run.reduce((all, { number }) => all + number.approximate, 0);
  // a digit cut off from each of them
  const slack = run.reduce((all, { number: { step } }) => all + (step ? Number(step.n) / Number(step.d) : 0.5), 0.05);
  if (Math.abs(added - 100) <= slack || added < 85 || added > 115) return [];
  const shown = added.toFixed(2);
  return [
    finding("shareOfBase", {
      confidence: 0.65,
      places: distinctPlaces(run.map(placeOf)),
      values: run.map(({ number }) => number.text),
      arithmetic: `${run.map(({ number }) => number.text.replace("%", "")).join(" + ")} = ${shown}% ≠ 100%`,
      message: `所列${run.length}项占比相加为${shown}%，不是100%。`,
    }),
  ];
}
