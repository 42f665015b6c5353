/** 件数与占比: counts that a text prints a share with, list by list. */
import { grouped } from "../../domain/grouped.ts";
import type { Mention } from "./mention.ts";
import { type Group, groupsOf, ownShares, sharesOf } from "./parts.ts";
import type { Reading } from "./reading.ts";

export interface Pair {
  count: Mention;
  share: Mention;
}

export interface List {
  pairs: Pair[];
  /** the whole that the text names for it */
  whole: Mention | null;
  /** a whole's own share, with its parts behind it: of no run of paragraphs */
  isAlone?: boolean;
}

/** counts with a share each, sentence by sentence */
export function listsOf(reading: Reading): List[] {
  const groups = groupsOf(reading);
  return reading.sentences.flatMap((mentions, nth) => {
    const next = inNext(mentions, reading.sentences[nth - 1] ?? []);
    if (next) return [next];
    const inside = groups.filter(({ isInside, parts }) => isInside && mentions.includes(parts[0]!));
    const asides = inside.flatMap(({ parts, shares, whole }): List[] => {
      const pairs = parts.flatMap((count, at) => (shares[at] ? [{ count, share: shares[at] }] : []));
      return pairs.length > 0 ? [{ pairs, whole }] : [];
    });
    const own = inside.flatMap(({ parts, shares }) => [...parts, ...shares]);
    return [
      ...listOf(
        mentions.filter((one) => !own.includes(one)),
        groups.filter(({ isInside }) => !isInside),
      ),
      ...asides,
    ];
  });
}

/** “咨询98127件，求助62415件……。上述六类占受理总量的比重依次为43.03%、27.37%……” */
function inNext(mentions: Mention[], above: Mention[]): List | null {
  const { passage, sentence } = mentions[0]!;
  const counts = above.filter(
    (one) => one.passage === passage && one.kind === "count" && one.period === "now" && one.depth === 0,
  );
  const isAll =
    mentions.length > 2 &&
    mentions.length === counts.length &&
    mentions.every(
      ({ unit, kind, before }, at) => unit === "%" && kind !== "change" && (at === 0 || /^[、和及与]$/.test(before)),
    ) &&
    /^(?:上述|以上|这)[^，。；]{1,8}占[^，。；]*(?:依次|分别)(?:为|是)?$/.test(
      passage.text.slice(sentence.from, mentions[0]!.at),
    );
  return isAll
    ? { pairs: counts.map((count, at) => ({ count, share: { ...mentions[at]!, kind: "share" } })), whole: null }
    : null;
}

function listOf(mentions: Mention[], groups: Group[]): List[] {
  // “占13个部门的58.5%” names what the share is of
  const counts = mentions.filter(
    ({ kind, period, before }) => kind === "count" && period === "now" && !/占$/.test(before),
  );
  const shares = sharesOf(mentions, counts);
  const all = ownShares(mentions);
  const last = counts.at(-1);
  const isBehind =
    all.length > 1 && all.length < counts.length && last !== undefined && all.every(({ at }) => at > last.at);
  const isBare = shares.every((share) => share === null) || isBehind;
  const leading = counts.map((count) => shareAhead(mentions, count));
  const listed = leading.some((share) => share)
    ? leading
    : counts.length > 1 && isBare
      ? trailing(mentions, counts)
      : shares;
  const pairs = counts.flatMap((count, at) => (listed[at] ? [{ count, share: listed[at]! }] : []));
  if (pairs.length === 0 || isJoint(pairs, counts)) return [];
  const group = groups.find(({ parts }) => pairs.some(({ count }) => parts.includes(count)));
  // the whole's own share, right behind it, is of something larger
  // “旅行社7件、占23%，景区24件、占80%，……”: an item as the others are
  const isWhole = ({ count, share }: Pair) => count === group?.whole && !/^、占/.test(share.before);
  const own = pairs.filter((pair) => isWhole(pair) && /^，占比?/.test(pair.share.before));
  const others = pairs.filter((pair) => !isWhole(pair));
  // “占全部有效信息的82.84%；其中……占全部投诉举报数量的74.70%”: of two bases
  const words = new Set(
    others.flatMap(({ share }) => /占(?:全部|所有)([^，。；\d]{2,10}?)的?$/.exec(share.before)?.[1] ?? []),
  );
  const byWords =
    words.size < 2
      ? [others]
      : [
          ...grouped(
            others,
            ({ share }) => /占(?:全部|所有)([^，。；\d]{2,10}?)的?$/.exec(share.before)?.[1] ?? "",
          ).values(),
        ];
  return [
    ...byWords.map((alike) => ({ pairs: alike, whole: group?.whole ?? null })),
    { pairs: own, whole: null, isAlone: true },
  ].filter((list) => list.pairs.length > 0);
}

/** “甲3件、乙2件、丙1件，占总量的60%”: one share of all of them together */
function isJoint(pairs: Pair[], counts: Mention[]): boolean {
  const [{ count, share }] = pairs as [Pair];
  const before = counts[counts.indexOf(count) - 1];
  if (pairs.length > 1 || !before || before.unit !== count.unit) return false;
  return (
    /^[^，。；]{0,16}(?:、|和|及)|^、/.test(count.passage.text.slice(before.end, count.at)) ||
    /[共计]/.test(share.before)
  );
}

/** 同一说法的占比: “占立项总数的……” here and there is of one base */
export function alikeInWords(lists: List[]): List[] {
  const pairs = lists.flatMap(({ pairs: own }) => own);
  const wordsOf = ({ share }: Pair) => /占([^，。；\d]{4,14}?)的?$/.exec(share.before)?.[1] ?? "";
  return [...grouped(pairs, wordsOf)].flatMap(([words, alike]) =>
    words !== "" && (alike.length > 2 || (alike.length === 2 && areBeside(alike)))
      ? [{ pairs: alike, whole: null }]
      : [],
  );
}

/** “甲25件，占比10.4%。4、乙21件，占比8.7%；……”: lists of one paragraph whose shares name no base go on with it */
export function together(lists: List[]): List[] {
  const isBare = ({ pairs }: List) =>
    pairs.slice(1).every(({ share }) => /^，占比?为?$/.test(share.before)) &&
    pairs.every(({ count }) => count.depth === 0);
  return [...grouped(lists.filter(isBare), ({ pairs }) => pairs[0]!.count.passage).values()].flatMap((own) => {
    const [first, ...others] = own;
    const isNamed = others.some(({ pairs: [pair] }) => !/^，占比?为?$/.test(pair!.share.before));
    return others.length === 0 || isNamed || first!.isAlone
      ? []
      : [{ pairs: own.flatMap(({ pairs }) => pairs), whole: first!.whole }];
  });
}

const areBeside = ([a, b]: Pair[]): boolean => a!.share.passage === b!.share.passage;

/** 分段列举: single pairs of neighbouring paragraphs or sentences are of one base */
export function scattered(lists: List[], reading: Reading): List[] {
  const runs: Pair[][] = [];
  let last = -9;
  for (const { pairs, whole, isAlone } of lists) {
    if (pairs.length > 1 || whole || isAlone) continue;
    const at = reading.passages.indexOf(pairs[0]!.count.passage);
    if (at - last <= 3 && runs.length > 0) runs.at(-1)!.push(pairs[0]!);
    else runs.push([pairs[0]!]);
    last = at;
  }
  return runs.filter((run) => run.length > 2).map((pairs) => ({ pairs, whole: null }));
}

/** “投诉类占18%，为5867件”, and no count before them that the share may be of */
function shareAhead(mentions: Mention[], count: Mention): Mention | null {
  const share = mentions[mentions.indexOf(count) - 1];
  if (share?.kind !== "share" || count.label !== "" || !/^，(?:为|共|计|即|有|达|达到|受理|共受理)$/.test(count.before))
    return null;
  const isOwn = /(?:^|[，；。、）])[^，；。、）\d]{2,14}(?<!总量|总数|其中)占(?:比)?(?:为)?$/.test(share.before);
  return isOwn ? share : null;
}

/** “A 3件、B 2件，分别占……60%、40%”, with the whole before them in the same sentence */
function trailing(mentions: Mention[], counts: Mention[]): (Mention | null)[] {
  const shares = ownShares(mentions).filter(({ at }) => at > counts.at(-1)!.at);
  // “（分别为214件、168件），占转办量仅2.1%，却占了重办件的三成”: each of a base of its own
  if (shares.slice(1).some(({ before }) => /占[^，。；]*的/.test(before))) return counts.map(() => null);
  // “逾期469件，县区占62.69%，市直占37.31%”: of whom it names, who have no counts
  const isNamedAnew = ({ before }: Mention): boolean => {
    const name = /^，([^，。；\d]{2,12})占$/.exec(before)?.[1];
    return name !== undefined && !counts.some(({ label }) => label.includes(name.slice(0, 2)));
  };
  if (shares.every(isNamedAnew)) return counts.map(() => null);
  const from = counts.length - shares.length;
  return counts.map((_, at) => (from >= 0 && shares.length > 1 && at >= from ? shares[at - from]! : null));
}
