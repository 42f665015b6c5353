/** 期初期末: what was left over, what came, what was done and what is left now; and the year up to now with this month's. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, plus, show } from "../../number.ts";
import { isOfLaterAct } from "../../read/act.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const roles = {
  before:
    /(?:上[期月周季年]?|去年|年初|期初|此前)(?:末)?(?:结转|遗留|未结|存量|在办)?[^，。；]{0,6}$|结转$|遗留[^，。；]{0,4}$|年初$|期初$/,
  came: /新增|新收|新受理|本[期月周季]新|当月新/,
  done: /办结|销账|销号|清理|化解|完成|办理/,
  left: /期末|月末|年末|结转下|尚存|存量|在办|未结|未办结|仍有/,
};

export const carriedOver = ({ sentences }: Reading): Finding[] =>
  sentences
    .flatMap((mentions) => {
      const counts = mentions.filter(({ kind, isHedged, depth }) => kind === "count" && !isHedged && depth === 0);
      return counts.flatMap((_, at) => {
        const [a, b, c, d] = counts.slice(at, at + 4);
        if (!a || !b || !c || !d || [b, c, d].some(({ unit }) => !isSameUnit(unit, a.unit))) return [];
        const isStock =
          roles.before.test(a.before) &&
          roles.came.test(b.before) &&
          roles.done.test(c.before) &&
          roles.left.test(d.before);
        if (!isStock) return [];
        const right = minus(plus(a.number.range, b.number.range), c.number.range);
        if (meets(right, d.number.range)) return [];
        const shown = show(middle(right), 0);
        return [
          finding("partsAndWhole", {
            confidence: 0.75,
            places: distinctPlaces([a, b, c, d].map(placeOf)),
            values: [d.number.text, a.number.text, b.number.text, c.number.text],
            arithmetic: `${a.number.text} + ${b.number.text} − ${c.number.text} = ${shown} ≠ ${d.number.text}`,
            message: `期初${a.number.text}，新增${b.number.text}，办结${c.number.text}，期末应为${shown}，印作${d.number.text}。`,
          }),
        ];
      });
    })
    .concat(sentences.flatMap(toDate));

const soFar = /截至|前[\d一二三四五六七八九十]{1,2}个月|1月?(?:至|-|—)\d{1,2}月|前[一二三]季度|上[周月]末/;

/** “9月634件，加上前8个月的5660件，年初至今累计6294件” */
function toDate(mentions: Mention[]): Finding[] {
  const counts = mentions.filter(({ kind, isHedged }) => kind === "count" && !isHedged);
  const before = counts.filter((one) => soFar.test(clauseOf(one)) && !/至今/.test(clauseOf(one)));
  const [a] = before;
  const all = counts.find(
    (one) =>
      one !== a &&
      /累计|合计|至今|全年|上升到|增至|达到/.test(clauseOf(one)) &&
      (before.length === 1 || one === before[1]),
  );
  const own = counts.filter((one) => one !== a && one !== all);
  const [b] = own;
  // “1-5月累计11874宗，月均2375宗；上年同期累计12106宗”
  if (/[日周月]均|平均/.test(b?.before ?? "") || all?.period === "lastYear") return [];
  if (counts.length !== 3 || !a || !all || !b || ![b, all].every(({ unit }) => isSameUnit(unit, a.unit))) return [];
  if (isOfLaterAct(all, [a, b]) || /预计|力争/.test(all.before)) return [];
  const right = plus(a.number.range, b.number.range);
  const ratio = all.number.approximate / (a.number.approximate + b.number.approximate);
  if (
    meets(right, all.number.range) ||
    all.number.approximate < a.number.approximate ||
    !(ratio > 0.75 && ratio < 1.35) ||
    b.number.approximate > a.number.approximate * 0.9
  )
    return [];
  const shown = show(middle(right), 0);
  return [
    finding("partsAndWhole", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(all), placeOf(a), placeOf(b)]),
      values: [all.number.text, a.number.text, b.number.text],
      arithmetic: `${a.number.text} + ${b.number.text} = ${shown} ≠ ${all.number.text}`,
      message: `累计印作${all.number.text}，此前${a.number.text}加本期${b.number.text}是${shown}。`,
    }),
  ];
}

const clauseOf = (mention: Mention): string =>
  sentenceBefore(mention)
    .split(/[，；：]/)
    .at(-1)!;
