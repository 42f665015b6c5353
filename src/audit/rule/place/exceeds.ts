/** 谁多谁少: “商品类17944件，服务类13564件，服务类首次超过商品类”: two names of one paragraph, each with one count, and the less is said to be more. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const said =
  /([\u4e00-\u9fff]{2,10}?)(?:首次|已经|仍然|仍|继续|再次|远远?|明显|大幅|略|反|也|又|均)*(超过|多于|高于|超|少于|低于|不及)了?([\u4e00-\u9fff]{2,8}?)(?=[，。；”、）]|$)/g;

export const exceeds = ({ passages, mentions }: Reading): Finding[] => {
  const byPassage = grouped(mentions, ({ passage }) => passage);
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(said)].flatMap((match) => against(passage, match, byPassage.get(passage) ?? [])),
  );
};

function against(passage: Passage, match: RegExpExecArray, mentions: Mention[]): Finding[] {
  const [text, first, word, second] = match as unknown as [string, string, string, string];
  const own = mentions.filter(
    ({ kind, period, isHedged, label }) => kind === "count" && period === "now" && !isHedged && label.length > 1,
  );
  const called = (name: string) => own.filter(({ label }) => name.endsWith(label));
  const [a, b] = [called(first), called(second)];
  const [x, y] = [a[0], b[0]];
  // “东区投诉类首次超过商品类”: of some of it
  if (x && !/^(?:其中|而|但|且|的|本[月季年])*$/.test(first.slice(0, first.length - x.label.length))) return [];
  // what was then, and rates of the two, are of other numbers
  if (!x || !y || a.length > 1 || b.length > 1 || x === y || !isSameUnit(x.unit, y.unit)) return [];
  if (
    /增[速幅长]|[升降]幅|占比|率|去年|上年|上[月周季]|预计|目标/.test(
      passage.text.slice(Math.max(0, match.index - 12), match.index + text.length),
    )
  )
    return [];
  const isMore = /超|多|高/.test(word);
  const isWrong = isMore
    ? isLess(x.number.range.high, y.number.range.low)
    : isLess(y.number.range.high, x.number.range.low);
  if (!isWrong) return [];
  return [
    finding("rank", {
      confidence: 0.75,
      places: distinctPlaces([quote(passage, match.index, match.index + text.length), placeOf(x), placeOf(y)]),
      values: [x.number.text, y.number.text],
      arithmetic: `${x.number.text} ${isMore ? "<" : ">"} ${y.number.text}`,
      message: `文中说“${text}”，而前者${x.number.text}，后者${y.number.text}。`,
    }),
  ];
}
