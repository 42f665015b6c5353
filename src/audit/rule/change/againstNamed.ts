/** 与所提一数相比: “二季度9870件，较一季度6334件减少3536件”: the two stand right before it, whatever their periods are called. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, type Range, show, sizeOf, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const againstNamed = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => mentions.flatMap((change, at) => against(mentions, change, at)));

function against(mentions: Mention[], change: Mention, at: number): Finding[] {
  const [now, base] = mentions.slice(Math.max(0, at - 2), at);
  const isPair =
    now &&
    base &&
    change.kind === "change" &&
    !change.isHedged &&
    change.direction !== 0 &&
    isSameUnit(now.unit, base.unit) &&
    isValue(now) &&
    isValue(base) &&
    now.depth === base.depth &&
    base.depth === change.depth &&
    // what is of an earlier period by its words is held against elsewhere
    base.period === "now" &&
    /^，?(?:比|较|与)(?!去年|上年|上[月期周季个]|同期)[^，。；：（）\d]{0,3}(?:\d{1,2}月份?|[^，。；：（）\d]{1,6})(?:的|为)?$/.test(
      base.before,
    ) &&
    /^(?:相比)?，?(?:净)?[^，。；、\d倍]{2,4}(?:了)?$/.test(change.passage.text.slice(base.end, change.at));
  if (!isPair || change.unit === "%" || (change.unit !== "百分点" && !isSameUnit(change.unit, now.unit))) return [];
  const apart = minus(now.number.range, base.number.range);
  const isSaid = meets(sizeOf(apart), change.number.range);
  const isOtherWay = toNumber(apart.low) * change.direction < 0 && toNumber(apart.high) * change.direction < 0;
  if (isSaid && !isOtherWay) return [];
  return [contradiction(now, base, change, apart, isSaid)];
}

const isValue = ({ kind, isHedged, number }: Mention): boolean =>
  kind !== "change" && !isHedged && number.approximate > 0;

function contradiction(now: Mention, base: Mention, change: Mention, apart: Range, isSaid: boolean): Finding {
  const right = show(middle(sizeOf(apart)), now.number.step ? 2 : 0);
  const way = change.direction > 0 ? "上升" : "下降";
  return finding("change", {
    confidence: isSaid ? 0.85 : 0.7,
    places: distinctPlaces([placeOf(change), placeOf(now), placeOf(base)]),
    values: [change.number.text, now.number.text, base.number.text],
    arithmetic: `${now.number.text} − ${base.number.text} = ${show(middle(apart), now.number.step ? 2 : 0)}`,
    message: isSaid
      ? `“${nameOf(now)}”由${base.number.text}变为${now.number.text}，文中写作${way}。`
      : `“${nameOf(now)}”由${base.number.text}变为${now.number.text}，相差${right}，印作${change.number.text}。`,
  });
}
