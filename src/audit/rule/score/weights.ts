/** 权重之和: the weights or full marks that one sentence gives its indicators, which don't make 100. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const isWeighed = /权重|百分制|(?:满分|总分|总分值)(?:为|共)?100分/;
const isAll =
  /[二三四五六七八九两\d](?:个?部分|[大个]?项|[大个]?指标|者)|组成|构成|分为|权重(?:分别)?为|合计|设置|百分制/;

export const weights = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, at) => {
    const above = sentences[at - 1];
    // “满分100分，由四项组成：”, and the items on the next line
    const lead = above?.every(isHundred) && sentenceOf(above[0]!).endsWith("：") ? sentenceOf(above[0]!) : "";
    const text = lead + sentenceOf(mentions[0]!);
    if (!isWeighed.test(text) || !isAll.test(text) || /得分|扣|加\d*分|调整|提高|降低|另/.test(text)) return [];
    const items = mentions.filter(isItem);
    const [first] = items;
    const isRun = items.every(({ unit, before }) => unit === first!.unit && /[\u4e00-\u9fff”]{2}/.test(before));
    const added = items.reduce((all, { number }) => all + number.approximate, 0);
    const hasOthers = mentions.some((one) => !items.includes(one) && !isHundred(one) && !/^[项个类部]$/.test(one.unit));
    if (items.length < 3 || !isRun || hasOthers || added === 100 || added < 80 || added > 130) return [];
    return [
      finding("scorecard", {
        confidence: 0.7,
        places: distinctPlaces(items.map(placeOf)),
        values: items.map(({ number }) => number.text),
        arithmetic: `${items.map(({ number }) => number.text).join(" + ")} = ${added}${first!.unit} ≠ 100${first!.unit}`,
        message: `所列${items.length}项相加为${added}${first!.unit}，不是100${first!.unit}。`,
      }),
    ];
  });

const isHundred = ({ number, unit }: Mention): boolean => number.approximate === 100 && /^[分%]$/.test(unit);

const isItem = (one: Mention): boolean =>
  (one.unit === "%" || one.unit === "分" || one.unit === "成") &&
  one.kind !== "change" &&
  !isHundred(one) &&
  !one.number.text.includes(".");
