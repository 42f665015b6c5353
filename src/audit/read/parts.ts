/** 整体与部分: a count and the counts that the text says are in it. */
import { equal, isPositive, meets, percentOf, sum, toNumber } from "../number.ts";
import { familyOf } from "./families.ts";
import type { Mention } from "./mention.ts";
import type { Reading } from "./reading.ts";
import { sentenceBefore, sentenceOf } from "./sentence.ts";

export interface Group {
  whole: Mention;
  parts: Mention[];
  /** the share printed with each part */
  shares: (Mention | null)[];
  /** the text that joins them */
  text: string;
  /** 'stated' by 其中 and the like; 'listed' by a colon; 'family' by what the words mean */
  by: "stated" | "listed" | "family";
  /** 其中 inside one item of a list, which goes on behind it with other wholes */
  isInside?: boolean;
  /** what was done with them and what wasn't, whatever their words */
  isClosed?: boolean;
}

const unitClasses = [
  ["件", "单", "宗", "条", "起", "例", "笔", "批", "票", "件次"],
  ["通", "个", "次", "通次", "人次"],
];
/** 同类的量词: orders are counted with orders, calls with calls */
export const isSameUnit = (a: string, b: string): boolean =>
  a === b || unitClasses.some((units) => units.includes(a) && units.includes(b));

/** what is called 件 above is 个 in the lists of some offices */
export const areOrders = (a: string, b: string): boolean =>
  isSameUnit(a, b) || [a, b].every((unit) => /^[件个]$/.test(unit));

const openers =
  /其中|，分别(?:为|是)(?=[\u4e00-\u9fff]{2,14}\d)|(?<=\d[件个通次宗条起单票例笔批][^，。：；\d]{0,8})中，|(?<=\d[件个通次宗条起单票例笔批])中(?=[^，。；：、\d]{2,8}\d[\d.]*[件个通次宗条起]、)|：|（(?!其中|含)|按[^，。：；]{1,12}?(?:分类|划分|统计|分|看)|从[^，。：；]{1,12}(?:来看|看|分析)|包括|分为/g;

/** 全部的整体与部分 */
export function groupsOf(reading: Reading): Group[] {
  return reading.sentences.flatMap((mentions, at) => {
    const before = reading.sentences[at - 1];
    const { passage, sentence } = mentions[0]!;
    // “其中，……” goes on about the paragraph before
    const isLedOn = sentence.from === 0 && /^其中/.test(passage.text);
    const previous = before?.[0]?.passage === passage || isLedOn ? (before ?? []) : [];
    return groupsIn(mentions, previous);
  });
}

function groupsIn(mentions: Mention[], previous: Mention[]): Group[] {
  const { passage, sentence } = mentions[0]!;
  const text = sentenceOf(mentions[0]!);
  const marks = [...text.matchAll(openers)].map((match) => ({ at: sentence.from + match.index, sign: match[0] }));
  return marks.flatMap((mark, nth) => {
    const next = marks.slice(nth + 1).find(({ sign }) => sign !== "（" && (sign !== "：" || mark.sign === "："));
    const far = Math.min(
      next?.at ?? sentence.to,
      closeOf(passage.text, mark.sign === "（" ? mark.at + 1 : mark.at, sentence.to),
    );
    const items = enumerated(passage.text, mark.at, far);
    const isWithin = enumerated(passage.text, sentence.from, mark.at).length > 0;
    const stop = isWithin ? Math.min(far, items[0] ?? far) : far;
    const until = (to: number) => mentions.filter(({ at }) => at > mark.at && at < to);
    const found = withoutSum(partsOf(isWithin || items.length < 2 ? until(stop) : headsOf(until(far), items)));
    const all = next && isWholeOfNext(found, next) ? found.slice(0, -1) : found;
    const whole = wholeOf(mentions, previous, mark, all);
    if (!whole || all.some(({ at }) => at < whole.at)) return [];
    const near = passage.text.indexOf("；", mark.at);
    const isInside =
      mark.sign === "其中" &&
      near > 0 &&
      near < stop &&
      // “在岗186人，其中双语坐席12人；年内新进41人”
      (isItem(whole, mentions, mark.at) || /^[人名]$/.test(whole.unit)) &&
      !addUp(all, whole);
    const end = isInside ? near : stop;
    const after = until(end);
    const listed = isInside ? partsOf(after) : all;
    // “其中欠薪（612件）……”: the whole once more is no part of itself
    const isAgain =
      listed.length > 1 && listed[0]!.depth > whole.depth && equal(listed[0]!.number.value, whole.number.value);
    // “……、工业噪声62件，合计877件”, “63个小区均已恢复”
    const last = listed.at(-1)!;
    const isSumLast =
      listed.length > 2 &&
      /^，[^，。；\d]{0,8}(?:合计|共计?|总计)$/.test(last.before) &&
      !equal(last.number.value, whole.number.value);
    const isClosing =
      listed.length > 2 && equal(last.number.value, whole.number.value) && /^，(?:合计|共计?|总计)?$/.test(last.before);
    const parts = isAgain ? listed.slice(1) : isClosing || isSumLast ? listed.slice(0, -1) : listed;
    if (parts.length === 0) return [];
    return [
      {
        whole,
        parts,
        shares: sharesOf(after, parts),
        text: isClosing && !isAgain ? "合计" : passage.text.slice(mark.at, end),
        by: mark.sign.length > 1 ? ("stated" as const) : ("listed" as const),
        isInside,
      },
    ];
  });
}

/** “……，餐饮废气664件；噪声投诉249件，其中……”: the last before it is what the next 其中 takes apart */
const isWholeOfNext = (parts: Mention[], next: { at: number; sign: string }): boolean => {
  const last = parts.at(-1);
  return (
    last !== undefined &&
    parts.length > 1 &&
    next.sign === "其中" &&
    /^）?；/.test(last.before) &&
    /^(?:，|（[^（）]*），)$/.test(last.passage.text.slice(last.end, next.at))
  );
};

const enumerator =
  /(?<=[：；。，])(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}(?:是|类)|[①②③④⑤⑥⑦⑧⑨⑩])/g;

/** 一是、二是: where the items of an enumeration begin */
const enumerated = (text: string, from: number, to: number): number[] =>
  [...text.slice(from, to).matchAll(enumerator)].map(({ index }) => from + index);

/** the first count of each item; what else it has explains it */
const headsOf = (after: Mention[], items: number[]): Mention[] =>
  items.flatMap((item, at) => {
    const own = after.find(
      ({ at: place, kind }) => kind === "count" && place > item && place < (items[at + 1] ?? Infinity),
    );
    return own ? [own] : [];
  });

/** one of several in its sentence: others before it, a share of its own, or words that begin a list */
function isItem(whole: Mention, mentions: Mention[], mark: number): boolean {
  const before = sentenceBefore(whole);
  return (
    mentions.some(({ kind, at }) => kind === "count" && at < whole.at) ||
    mentions.some(({ kind, at }) => kind === "share" && at > whole.at && at < mark) ||
    /前[一二三四五六七八九十\d]|分别|依次/.test(before)
  );
}

/** they make the whole, or all but a slip of it: “其中甲；乙；丙” goes on beyond the semicolon */
function addUp(parts: Mention[], { number: whole }: Mention): boolean {
  const added = parts.reduce((total, { number }) => total + number.approximate, 0);
  const isNear = Math.abs(added - whole.approximate) * 10 <= whole.approximate;
  return added === whole.approximate || (isNear && parts.length > 2);
}

/** where the bracket that the mark stands in is closed */
function closeOf(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === "（") depth += 1;
    if (text[at] === "）") depth -= 1;
    if (depth < 0) return at;
  }
  return to;
}

/** “……、美容美发213件，上述三个行业合计906件”: the sum at their end is no part */
function withoutSum(parts: Mention[]): Mention[] {
  const last = parts.at(-1);
  const isSum = last && parts.length > 2 && /^，[^，。；\d]{1,8}(?:合计|共计|总计)$/.test(last.before);
  return isSum ? parts.slice(0, -1) : parts;
}

/** people, households and money are taken apart as orders are */
const isCountable = ({ kind, unit }: Mention): boolean =>
  kind === "count" || (kind === "other" && /^(?:人|名|户|元|台|处|栋)$/.test(unit));

/** the counts of one kind and level; those of another family tell of something else */
function partsOf(after: Mention[]): Mention[] {
  // “上月结转5844件” is worked off now
  const counts = after.filter(
    (mention) => isCountable(mention) && (mention.period === "now" || /结转|遗留/.test(mention.before)),
  );
  const [first] = counts;
  if (!first) return [];
  const level = counts.filter(({ depth, unit }) => depth === first.depth && isSameUnit(unit, first.unit));
  const family = level.map(({ label }) => familyOf(label)).find((found) => found >= 0) ?? -1;
  const own = familyOf(first.label);
  // “县区15120件、转派市直单位2076件、……”, “转派31件、“市长信箱”来信19件”: one list is of one kind
  const isOneList = level.length > 2 && level.slice(1).every(({ before }) => /^(?:、|，)[^，。；]*$/.test(before));
  const isSetOff = isOneList && level.slice(1).every(({ before }) => /^、“/.test(before));
  if (isSetOff || (own < 0 && (family < 0 || isOneList))) return level;
  return level.filter(({ label }) => familyOf(label) === own);
}

function wholeOf(
  mentions: Mention[],
  previous: Mention[],
  mark: { at: number; sign: string },
  parts: Mention[],
): Mention | null {
  const [first] = parts;
  if (!first) return null;
  const fits = (mention: Mention) =>
    mention.depth <= first.depth &&
    isCountable(mention) &&
    // “占消费维权诉求2310件的37.9%”: the base of a share
    !/占[^，。；（）]{2,}$/.test(mention.before) &&
    isSameUnit(mention.unit, first.unit) &&
    mention.period === "now" &&
    isPositive(mention.number.range);
  const own = mentions.filter((mention) => mention.end <= mark.at && fits(mention));
  if (mark.sign === "：" || mark.sign === "（") {
    const last = own.at(-1);
    const isNext = last && mark.at - last.end <= (mark.sign === "（" ? 0 : 14);
    // “……583件；按类型分：” leads on from something else
    const isOwn = isNext && !/[；。]/.test(last.passage.text.slice(last.end, mark.at));
    return isOwn && parts.length > 1 ? last : null;
  }
  const near = own.length > 0 ? own : previous.filter(fits);
  const biggest = parts.reduce(
    (big, { number }) => (number.value.n * big.d > big.n * number.value.d ? number.value : big),
    first.number.value,
  );
  return near.findLast(({ number }) => number.value.n * biggest.d >= biggest.n * number.value.d) ?? null;
}

/** “1443件，占80.7%；344件，占19.24%”: by their shares, each of the whole, there are others; few where 其他 ends the list */
export function leavesOthers(whole: Mention, parts: Mention[], shares: (Mention | null)[]): boolean {
  const own = shares.flatMap((share) => (share ? [share.number.range] : []));
  const isEach =
    own.length === parts.length &&
    own.every((share, at) => meets(share, percentOf(parts[at]!.number.range, whole.number.range)));
  const most = own.length > 0 ? toNumber(sum(own).high) : 0;
  return isEach && most < (/^其[他它余]/.test(parts.at(-1)!.label) ? LEAST_CLOSED : 100);
}

/** shares of a list that 其他 ends leave nothing out where they make so many percent */
const LEAST_CLOSED = 98;

/** 占比: the one printed after each part, or a list of them printed after all parts */
export function sharesOf(after: Mention[], parts: Mention[]): (Mention | null)[] {
  const shares = ownShares(after);
  const listed = shares.filter(({ at }) => at > (parts.at(-1)?.at ?? 0));
  if (listed.length === parts.length && shares.length === listed.length) return listed;
  const aligned = alignedShares(after, parts);
  return parts.map((part, nth) => {
    if (aligned.has(part)) return aligned.get(part)!;
    const next = after.find((one) => isCountable(one) && one.at > part.at)?.at ?? parts[nth + 1]?.at ?? Infinity;
    // “城管局（14件）占9.33%”
    const behind = shares.find(({ at }) => at > part.at && at < next);
    const isAside =
      behind !== undefined &&
      /（$/.test(part.before) &&
      /^）(?:是[^（）、；。，]*，)?占[^，。；（）]*$/.test(part.passage.text.slice(part.end, behind.at));
    if (isAside) return behind;
    // otherwise behind a bracket it is of what stands before the bracket
    return shares.find(({ at, depth }) => at > part.at && at < next && depth >= part.depth) ?? null;
  });
}

/** “甲183件、乙142件，分别占28.5%和22.2%” among others that have their own */
function alignedShares(after: Mention[], parts: Mention[]): Map<Mention, Mention> {
  const found = new Map<Mention, Mention>();
  for (const [at, share] of after.entries()) {
    if (share.kind !== "share" || !/(?:分别|依次)[^，。；]*$/.test(share.before)) continue;
    const run = [share];
    for (const next of after.slice(at + 1)) {
      if (next.unit !== "%" || !/^(?:、|和|及|与)$/.test(next.before)) break;
      run.push(next);
    }
    const own = parts.filter((part) => part.at < share.at).slice(-run.length);
    if (run.length > 1 && own.length === run.length)
      for (const [nth, part] of own.entries()) found.set(part, run[nth]!);
  }
  return found;
}

/** the shares that the counts before them may have; one that follows another's is of that one too */
export function ownShares(mentions: Mention[]): Mention[] {
  const own: Mention[] = [];
  let isAnothers = false;
  for (const [at, mention] of mentions.entries()) {
    isAnothers = mention.kind === "share" && (isAnothers || isOthers(mention) || isOfOrders(mention, mentions[at - 1]));
    if (mention.kind === "share" && !isAnothers) own.push(mention);
  }
  return own;
}

/** “小区203个，诉求占供暖类的48.6%”: of the orders, and no share of what was counted before */
const isOfOrders = ({ before }: Mention, last: Mention | undefined): boolean =>
  /(?:诉求|工单|来电|投诉|受理)量?占/.test(before) && last?.kind === "count" && /^(?:个|家|户|处|份)$/.test(last.unit);

/** “；二次办理后仍不满意的占38.2%”, “三家占68.58%”: a share whose own words say of what, or of how many together, it is */
const isOthers = ({ before }: Mention): boolean =>
  /[；。]|女性|男性|党员|大专|本科|学历/.test(before) ||
  // “上午时段最为集中，占全部来电的41.06%”
  /最[^，。；]{1,4}，占[^，。；]*$/.test(before) ||
  // “三省公众使用频繁，举报数量合计约占全国总数的31%”
  /，[^，。；、\d]{2,8}合计约?占[^，]*$/.test(before) ||
  // “，在居民生活类问题中，供暖问题占比为93.58%”
  /，在[^，。；]{2,16}中，[^，。；]*占/.test(before) ||
  /(?:[两三四五六七八九十]|\d{1,2})(?:大?类|项|者|个|家|地|方面|种|[日天月]|[省市县区镇乡州盟旗])[^，]{0,14}占[^，]*$|[^，]的占[^，]*$/.test(
    before,
  );
