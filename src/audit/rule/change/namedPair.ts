/** 两个时期相比: “第一季度34123件，第二季度40795件，二季度比一季度减少6672件”: both are called by their periods. */
import type { Finding } from "../../../domain/finding.ts";
import {
  agreement,
  hundred,
  isPositive,
  meets,
  middle,
  minus,
  over,
  show,
  sizeOf,
  times,
  toNumber,
} from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const period = "(第?[一二三四]季度|\\d{1,2}月份?|[上下]半年)";
const said = new RegExp(`${period}(?:比|较)${period}(?:净|环比)?(增加|增长|上升|提高|多|减少|下降|降低|回落|少)了?$`);
const plain = (name: string): string => name.replace(/^第|份$/g, "");

export const namedPair = ({ mentions }: Reading): Finding[] =>
  mentions.flatMap((change) => {
    const { passage, at, unit, isHedged } = change;
    const [, later, former, word] = said.exec(sentenceBefore(change)) ?? [];
    if (!later || !former || !word || isHedged) return [];
    const called = (name: string) =>
      mentions.filter(
        (one) =>
          one.passage === passage &&
          one.end <= at &&
          (one.kind === "count" || one.kind === "rate") &&
          one.depth === 0 &&
          new RegExp(`(?<![\\d一二三四])${plain(name)}份?(?:受理|为|共)?$`).test(one.before),
      );
    const [[now, ...others], [earlier, ...more]] = [called(later), called(former)];
    if (!now || !earlier || others.length + more.length > 0 || !isSameUnit(now.unit, earlier.unit)) return [];
    const isOfUnit =
      unit === "%" ? now.unit !== "%" : unit === "百分点" ? now.unit === "%" : isSameUnit(unit, now.unit);
    return isOfUnit ? against(change, now, earlier, /多|增|升|提/.test(word)) : [];
  });

function against(change: Mention, now: Mention, earlier: Mention, isUp: boolean): Finding[] {
  const apart = minus(now.number.range, earlier.number.range);
  const size = sizeOf(apart);
  if (change.unit === "%" && !isPositive(earlier.number.range)) return [];
  const right = change.unit === "%" ? times(over(size, earlier.number.range), hundred) : size;
  const fits = change.unit === "%" ? agreement(change.number, right) !== "off" : meets(change.number.range, right);
  const rises = toNumber(now.number.value) > toNumber(earlier.number.value);
  if (fits && (rises === isUp || meets(now.number.range, earlier.number.range))) return [];
  const shown = show(middle(right), change.number.step ? 2 : 0);
  return [
    finding("change", {
      confidence: 0.8,
      places: distinctPlaces([change, now, earlier].map(placeOf)),
      values: [change.number.text, now.number.text, earlier.number.text],
      arithmetic: `${earlier.number.text} → ${now.number.text}：${rises ? "增" : "减"}${shown}`,
      message: `“${nameOf(now)}”由${earlier.number.text}变为${now.number.text}，是${rises ? "上升" : "下降"}${shown}，文中写作${isUp ? "上升" : "下降"}${change.number.text}。`,
    }),
  ];
}
