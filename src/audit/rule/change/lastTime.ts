/** 上月与本月各在一处: “上月未办结工单297单”, and lines below “本月未办结工单159单，比上月下降23.19%”. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, hundred, isPositive, middle, minus, over, show, sizeOf, times } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const now = /本[月周季期]([\u4e00-\u9fff]{3,10})$/;
const before = /上[月周季期]([\u4e00-\u9fff]{3,10})$/;
const compared = /^，(?:比|较)上[月周季期][^，。；]{0,2}(?:下降|减少|上升|增加|增长)了?$/;

export const lastTime = ({ sentences, mentions }: Reading): Finding[] =>
  sentences.flatMap((own) =>
    own.flatMap((change, at) => {
      const value = own[at - 1];
      const name = value ? now.exec(value.before)?.[1] : undefined;
      if (change.kind !== "change" || change.unit !== "%" || !value || !name || !compared.test(change.before))
        return [];
      const earlier = mentions.filter(
        (one) => one.kind === "count" && before.exec(one.before)?.[1] === name && isSameUnit(one.unit, value.unit),
      );
      const [base] = earlier;
      const isOne = new Set(earlier.map(({ number }) => number.approximate)).size === 1;
      return base && isOne && isPositive(base.number.range) ? against(change, value, base) : [];
    }),
  );

function against(change: Mention, value: Mention, base: Mention): Finding[] {
  const apart = minus(value.number.range, base.number.range);
  const right = times(over(sizeOf(apart), base.number.range), hundred);
  const isUp = value.number.approximate > base.number.approximate;
  if (agreement(change.number, right) !== "off" && isUp === change.direction > 0) return [];
  const shown = show(middle(right));
  return [
    finding("change", {
      confidence: 0.75,
      places: distinctPlaces([change, value, base].map(placeOf)),
      values: [change.number.text, value.number.text, base.number.text],
      arithmetic: `|${value.number.text} − ${base.number.text}| ÷ ${base.number.text} = ${shown}% ≠ ${change.number.text}`,
      message: `“${nameOf(value)}”${value.number.text}，上期${base.number.text}，应为${isUp ? "上升" : "下降"}${shown}%，印作${change.direction > 0 ? "上升" : "下降"}${change.number.text}。`,
    }),
  ];
}
