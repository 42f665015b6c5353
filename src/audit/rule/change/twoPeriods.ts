/** 本期与上期的升降: a sentence of one value of this period and one of an earlier, whose only word of direction says the opposite. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const rises = /延长|上升|增[加长多]|攀升|走高|不降反升|上涨/;
const falls = /缩短|压缩|下降|减少|回落|走低|下滑|降低|不升反降/;

/** “比上月缩短1.9秒”: how much, and no value of either period */
const moved = /(?:延长|缩短|压缩)了?$/;

export const twoPeriods = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    // “由41件减到9件，而两区其他河段略有增加”: of something else
    const text = sentenceOf(mentions[0]!).replace(/，[而但][^，。；\d]*[。；]?$/, "");
    const way = Number(rises.test(text)) - Number(falls.test(text.replace(/不降反升/g, "")));
    const [now, ...others] = mentions.filter(({ period, before }) => period === "now" && !moved.test(before));
    const [before, ...more] = mentions.filter(({ period, before }) => period !== "now" && !moved.test(before));
    // of two things
    if (/；/.test(text)) return [];
    // “上半年3377宗，一季度1847宗，二季度已有回落”: the one is in the other
    if (/半年|全年|累计|\d月?[-至]\d{1,2}月/.test(text) && /季度|\d月/.test(text)) return [];
    // “异味反映增多，停车类由33件降至21件”: its own way stands between them
    if (now && before && /[升增降减][加长少]?[至到为]/.test(now.before)) return [];
    if (way === 0 || !now || !before || others.length > 0 || more.length > 0 || !isAlike(now, before)) return [];
    const gap = (now.number.approximate - before.number.approximate) * way;
    if (gap >= 0) return [];
    return [
      finding("change", {
        confidence: 0.65,
        places: distinctPlaces([placeOf(now), placeOf(before)]),
        values: [now.number.text, before.number.text],
        arithmetic: `${before.number.text} → ${now.number.text}`,
        message: `由${before.number.text}变为${now.number.text}，文中写作${way > 0 ? "上升" : "下降"}。`,
      }),
    ];
  });

const spans = /^(?:秒|分钟|小时|天|工作日)$/;

const isAlike = (now: Mention, before: Mention): boolean =>
  now.unit === before.unit &&
  now.kind === before.kind &&
  (now.kind === "count" || spans.test(now.unit)) &&
  !now.isHedged &&
  !before.isHedged;
