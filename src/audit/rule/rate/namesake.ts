/** 同名的率: a rate that is called as the count right before it is, and of what that count is of. */
import { meets, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { type Way, way } from "./rateWays.ts";

/** “决定受理12407件，……。受理的投诉中调解成功8961件”: what the sentence begins with names a count before it */
function calledIn(part: Mention, counts: Mention[]): Mention[] {
  const { sentence } = part;
  const word = /^([\u4e00-\u9fff]{2,6}?)的[^，。；\d]{0,6}中/.exec(sentenceBefore(part))?.[1];
  const called = counts.filter(
    ({ label, end }) => word !== undefined && end <= sentence.from && label.endsWith(word) && !/[不未非]/.test(label),
  );
  return called.length === 1 ? called : [];
}

/** “办结2661件中，调解成功1543件，调解成功率61.74%”: the count is called as the rate is, and its whole stands before it */
export function namesake(rate: Mention, counts: Mention[]): Way | null {
  const stem = /^(.{2,8})率$/.exec(rate.label)?.[1];
  const part = counts.findLast(
    ({ label, sentence, at }) =>
      stem !== undefined &&
      (label === stem || (stem.length > 3 && label.endsWith(stem)) || label.endsWith(`已${stem}`)) &&
      sentence === rate.sentence &&
      at < rate.at,
  );
  const own = part ? counts.filter(({ at, sentence }) => at < part.at && sentence === rate.sentence) : [];
  const before = part && own.length === 0 ? calledIn(part, counts) : own;
  const [whole, ...others] = before;
  // “抽查120件，优秀41件、合格68件、不合格11件，不合格率……”
  const isOfAll =
    part &&
    whole &&
    others.length > 0 &&
    meets(sum([...others, part].map(({ number }) => number.range)), whole.number.range);
  const base = isOfAll ? whole : before.at(-1);
  const isCalled = own.length === 0 && before.length === 1;
  const between = base && part ? part.passage.text.slice(base.end, part.at - part.label.length) : "";
  const isBeside = part && /^(?:，|；)$/.test(rate.passage.text.slice(part.end, rate.at - rate.label.length));
  // “转办4128件，在时限内办结4031件，时限内办结率……”: the count right before the part, and no other
  const isDone =
    part?.label.endsWith(`已${stem}`) === true &&
    before.length === 1 &&
    isBeside &&
    !/签收|回访/.test(base?.label ?? "");
  const isNext =
    isBeside &&
    before.length === 1 &&
    /^(?:(?:计入考核|参与考核|纳入考核)?，(?:截至\d{1,2}月(?:底|末|\d{1,2}日))?[^，。；\d]{0,8})?$/.test(between);
  if (
    !stem ||
    !part ||
    !base ||
    (!isOfAll && !isNext && !isDone && !(isCalled && isBeside) && !/^[^，。；]{0,4}中，$/.test(between))
  )
    return null;
  return way([part], [base], "of");
}
