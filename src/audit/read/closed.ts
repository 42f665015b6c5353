import { chineseNumber } from "./chinese.ts";
import type { Mention } from "./mention.ts";
import { type Group, isSameUnit } from "./parts.ts";
import type { Reading } from "./reading.ts";
import { isPlainCount } from "./wholes.ts";

const closing = /(?:合计|总计|共计|两项共|三项共|以上[^，]{0,6}共)[^，；。]{0,10}$/;

/** “行署直属单位合计805件”: the sum of somebody else */
const isOwnSum = ({ before }: Mention): boolean => {
  const words = before.replace(/^[，；、]/, "").replace(/(?:合计|总计|共计|共)[^，；。]{0,10}$/, "");
  return (
    !/^(?:以上|上述|这|其中|前)?(?:[两二三四五六七八九十]|\d{1,2})?[^，；。]{0,3}$/.test(words) &&
    !/以上|上述|[两二三四五六七八九十\d](?:类|项|者|个|家|地|方面|县|区)/.test(words)
  );
};

const behindParts =
  /^(?:，|；)?(?:以上|上述|这)?([两二三四五六七八九十]|\d{1,2})(?:项|类|者|个?渠道|类渠道|种|方面|个来源|部分)(?:[^。；]{0,8}，)?(?:合计|合为|合起来|相加|加总|共计|共|总计)[^，。；\d]{0,12}$/;

/** “在线解答24246件；派发34637件，两项合为全季受理总量（59613件）” */
function sumInside(mentions: Mention[]): Group | null {
  const at = mentions.findIndex(({ before, kind }) => kind === "count" && behindParts.test(before.replace(/（$/, "")));
  const whole = mentions[at];
  const said = chineseNumber(behindParts.exec(whole?.before.replace(/（$/, "") ?? "")?.[1] ?? "");
  const parts = mentions
    .slice(0, Math.max(0, at))
    .filter((one) => isPlainCount(one) && isSameUnit(one.unit, whole!.unit));
  return whole && said === parts.length && said > 1
    ? { whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }
    : null;
}

/** “电话15210件；网络3518件。两项合计18642件。” */
function sumBehind([whole]: Mention[], before: Mention[]): Group | null {
  const said = behindParts.exec(whole?.before ?? "")?.[1];
  const counts = before.filter(isPlainCount);
  const parts = counts.filter((one) => isSameUnit(one.unit, whole!.unit));
  return said &&
    whole!.kind === "count" &&
    before[0]?.passage === whole!.passage &&
    parts.length === chineseNumber(said) &&
    parts.length === counts.length
    ? { whole: whole!, parts, shares: parts.map(() => null), text: "合计", by: "stated" }
    : null;
}

/** “路灯、井盖、排水，分别为171件、96件、155件，共422件” */
function alignedSum(mentions: Mention[]): Group | null {
  const counts = mentions.filter(isPlainCount);
  const at = counts.findIndex(({ before }) =>
    /^，(?!全年累计)(?:[前上下全][^，。；\d]{1,3})?(?:共计?|累计|合计|总计)(?:受理)?$/.test(before),
  );
  const whole = counts[at];
  const from = counts
    .slice(0, Math.max(at, 0))
    .findLastIndex(({ before }) => /(?:分别|依次)[^，。；]{0,4}$/.test(before));
  const parts = from < 0 ? [] : counts.slice(from, at);
  const isRun = parts.slice(1).every(({ before }) => /^[、和]$/.test(before));
  return whole && parts.length > 1 && isRun && parts.every(({ unit }) => isSameUnit(unit, whole.unit))
    ? { whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }
    : null;
}

/** “430件、2710件、9944件、2606件。（合计15560件）” */
function bracketedSum(mentions: Mention[], above: Mention[]): Group | null {
  const at = mentions.findIndex(
    ({ before, kind, depth }) => kind === "count" && depth === 1 && /（(?:合计|共计|总计|共)$/.test(before),
  );
  const whole = mentions[at];
  if (!whole) return null;
  const isPart = (one: Mention) => isPlainCount(one) && isSameUnit(one.unit, whole.unit);
  const own = mentions.slice(0, at).filter(isPart);
  const parts = own.length > 0 ? own : above.filter((one) => one.passage === whole.passage && isPart(one));
  const isRun = parts.every(
    (part, nth) => nth === 0 || /^[、，；][^。（）]{0,20}$/.test(part.passage.text.slice(parts[nth - 1]!.end, part.at)),
  );
  const isBeside = parts.length > 2 && whole.at - parts.at(-1)!.end < 12 && isRun;
  return isBeside ? { whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" } : null;
}

/** 合计在后: “……，合计N件”, the sum stands after its parts */
export function closedGroups(reading: Reading): Group[] {
  return reading.sentences.flatMap((mentions, nth) => {
    const aligned = alignedSum(mentions);
    if (aligned) return [aligned];
    const behind =
      bracketedSum(mentions, reading.sentences[nth - 1] ?? []) ??
      sumInside(mentions) ??
      sumBehind(mentions, reading.sentences[nth - 1] ?? []);
    if (behind) return [behind];
    const counts = mentions.filter(({ kind, period, depth }) => kind === "count" && period === "now" && depth === 0);
    const at = counts.findIndex(({ before }, nth) => nth > 1 && closing.test(before) && !/^、/.test(before));
    if (at < 0) return [];
    const whole = counts[at]!;
    if (whole.label.length > 6 || /^其[余他它]/.test(whole.label) || isOwnSum(whole)) return [];
    const parts = counts.slice(0, at).filter(({ unit }) => unit === whole.unit);
    if (parts.length < 2 || parts.length !== at) return [];
    return [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" as const }];
  });
}
