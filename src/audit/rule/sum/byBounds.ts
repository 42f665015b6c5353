/** 分档计数: “45家中，2日及以上的20家，2日以下的23家”: every one lies on one side of a bound or the other, and they aren't all. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, show, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const UNIT = "(?:件|个|宗|%|分|天|日|小时|分钟)?";
const open = new RegExp(
  `(?:\\d${UNIT}(?:（[^（）]*）)?(?:及)?以上|(?:达到?|为|保持)100(?:\\.0+)?%|得分(?:为|达到?)?100分的|(?:超过|高于)\\d[\\d.]*${UNIT})[^，。；\\d]{0,10}$`,
);
const closed = new RegExp(
  `(?:\\d${UNIT}(?:（[^（）]*）)?以下|(?:低于|不足|少于|不到)\\d[\\d.]*${UNIT})[^，。；\\d]{0,10}$`,
);
const between = /以上[^，。；]*(?:不足|以下|未满)|(?:至|到|-|～|—)\d|(?:不含)|之间/;

/** the bound that the clause of a count names last */
const boundOf = (one: Mention): number => Number(/(\d[\d.]*)[^\d]*$/.exec(clauseOf(one))?.[1] ?? Number.NaN);

export const byBounds = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) => {
    const { passage } = mentions[0]!;
    const above = (sentences[nth - 1] ?? []).filter((one) => one.passage === passage);
    const counts = mentions.filter(isCount);
    return counts.flatMap((last, at): Finding[] => {
      if (!isIn(closed, last) || between.test(clauseOf(last))) return [];
      const from = counts
        .slice(0, at)
        .findLastIndex((one) => isIn(open, one) && !/以上[^，。；]*不足/.test(clauseOf(one)));
      const parts = from < 0 ? [] : counts.slice(from, at + 1);
      const isRun = parts.every(
        ({ unit }, step) =>
          unit === last.unit && (step === 0 || step === parts.length - 1 || between.test(clauseOf(parts[step]!))),
      );
      if (parts.length < 2 || !isRun) return [];
      // “95%以上的20家，低于90%的5家” leave some between them
      const bounds = new Set([parts[0]!, last].map(boundOf));
      if (parts.length === 2 && bounds.size > 1) return [];
      const added = sum(parts.map(({ number }) => number.range));
      const before = [...above, ...counts.slice(0, from)].filter((one) => isCount(one) && one.unit === last.unit);
      const behind = counts.slice(at + 1).filter(({ unit }) => unit === last.unit);
      const whole = before.at(-1);
      const isOff = whole && !meets(added, whole.number.range);
      // “另有6家本月无转办件”
      const withRest = behind.some(({ number }) => meets(sum([added, number.range]), whole?.number.range ?? added));
      const size = parts.reduce((all, { number }) => all + number.approximate, 0);
      const isNear = whole && Math.abs(size - whole.number.approximate) * 4 < whole.number.approximate;
      // “……；达到98%但不足100%的6家；另有22家没有收到”
      const withAll =
        whole !== undefined && meets(sum([...parts, ...behind].map(({ number }) => number.range)), whole.number.range);
      const isSaid = before.some(({ number }) => meets(added, number.range));
      return isOff && isNear && !isSaid && !(behind.length > 0 && (withRest || withAll))
        ? [contradiction(whole, parts, show(added.low, 0))]
        : [];
    });
  });

const isCount = ({ unit, kind, period, isHedged }: Mention): boolean =>
  (kind === "count" || kind === "other") && /^(?:家|个|人|名|件|户)$/.test(unit) && period === "now" && !isHedged;

/** the words since the last sign, numbers in them or not */
function clauseOf(mention: Mention): string {
  const text = sentenceBefore(mention);
  return text.slice(Math.max(...["，", "、", "；", "：", "。"].map((sign) => text.lastIndexOf(sign))) + 1);
}

const isIn = (pattern: RegExp, mention: Mention): boolean => pattern.test(clauseOf(mention));

const contradiction = (whole: Mention, parts: Mention[], shown: string): Finding =>
  finding("partsAndWhole", {
    confidence: 0.7,
    places: distinctPlaces([whole, ...parts].map(placeOf)),
    values: [whole.number.text, ...parts.map(({ number }) => number.text)],
    arithmetic: `${parts.map(({ number }) => number.text).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
    message: `“${nameOf(whole)}”印作${whole.number.text}，所列${parts.length}档相加为${shown}。`,
  });
