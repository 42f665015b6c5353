/** 占比与件数: a share that isn't its count's of the base that the other shares of the list have. */
import type { Finding } from "../../../domain/finding.ts";
import {
  agreement,
  hundred,
  isPositive,
  middle,
  over,
  percentOf,
  printed,
  show,
  times,
  toNumber,
} from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { alikeInWords, type List, listsOf, type Pair, scattered } from "../../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { agrees, type Base, baseOf, baseOfKind, type Candidate, candidateOf, candidatesOf, fits } from "./shareBase.ts";

export function shareOfBase(reading: Reading): Finding[] {
  const lists = listsOf(reading);
  const based = [...lists, ...scattered(lists, reading), ...alikeInWords(lists)].map((list) => ({
    list,
    base: baseOf(list, reading),
  }));
  const habit = habitOf(based);
  return based
    .flatMap(({ list, base }) => {
      if (base)
        return isOfTwo(list, base, reading) || isOfUnprinted(list)
          ? []
          : list.pairs.flatMap((pair) =>
              (!lists.includes(list) && isOfOwnList(pair, lists, reading)) ||
              (isOfAnother(pair, base, reading) && !isInOneWay(pair, base, list)) ||
              isOfNearest(pair, base, reading) ||
              (!lists.includes(list) && (isOfTotal(pair, base, reading) || isOfClosing(pair, reading)))
                ? []
                : contradiction(pair, baseOfKind(pair, reading) ?? base, habit),
            );
      return impliedBase(list, reading);
    })
    .concat(
      reading.sentences.flatMap(ofNamedCount),
      reading.sentences.flatMap(ofThese),
      reading.sentences.flatMap(ofBracketed),
      reading.sentences.flatMap((mentions) => asideOf(mentions, reading)),
      reading.mentions.flatMap(worked),
    );
}

/** “甲2410件，占总量12050件的22%” */
function ofNamedCount(mentions: Mention[]): Finding[] {
  return mentions.flatMap((base, at) => {
    const [count, share] = [mentions[at - 1], mentions[at + 1]];
    const isAmount = (one: Mention | undefined) => one?.kind === "count" || one?.unit === "元";
    const isSo = isAmount(count) && isAmount(base) && share?.unit === "%" && share.before === "的";
    // “合计663件，占7家的66.2%”: of theirs, however many they are
    if (!isSo || !/占[^，。；]*$/.test(base.before) || !isSameUnit(count!.unit, base.unit)) return [];
    return contradiction({ count: count!, share: share! }, { ...candidateOf(base), confidence: 0.85 }, "named");
  });
}

/** “326件来件中，匿名39件，占11.96%” */
function ofThese(mentions: Mention[]): Finding[] {
  return mentions.flatMap((base, at) => {
    const [count, share] = [mentions[at + 1], mentions[at + 2]];
    if (base.kind !== "count" || count?.kind !== "count" || share?.kind !== "share" || base.period !== "now") return [];
    const text = base.passage.text;
    const isSo =
      /^(?:的|[^，。；：\d]{0,10})中，[^，。；]*$/.test(text.slice(base.end, count.at)) &&
      /^，占(?:比)?(?:为|了)?$/.test(text.slice(count.end, share.at)) &&
      isSameUnit(count.unit, base.unit);
    return isSo ? contradiction({ count, share }, { ...candidateOf(base), confidence: 0.85 }, "unknown") : [];
  });
}

/** “受理146件，占市政公用类（488件）的29.9%” */
function ofBracketed(mentions: Mention[]): Finding[] {
  return mentions.flatMap((base, at) => {
    const [count, share, next] = [mentions[at - 1], mentions[at + 1], mentions[at + 2]];
    // “甲88件、乙61件，占全局（214件）的41.1%和28.5%”
    const isOfSeveral = next?.unit === "%" && /^(?:、|和|及|与)$/.test(next.before);
    const isSo =
      !isOfSeveral &&
      count?.kind === "count" &&
      base.kind === "count" &&
      share?.unit === "%" &&
      /^）(?:总量|总数)?的$/.test(share.before);
    if (
      !isSo ||
      base.period !== "now" ||
      !/^，占[^，。；（）]{2,14}（$/.test(base.before) ||
      !isSameUnit(count.unit, base.unit)
    )
      return [];
    return contradiction(
      { count, share: { ...share, kind: "share" } },
      { ...candidateOf(base), confidence: 0.8 },
      "named",
    );
  });
}

/** “部件类问题1059件。其中道路交通类452件（占部件类42.68%）”: of the count that was called so, right before */
function asideOf(mentions: Mention[], { sentences }: Reading): Finding[] {
  const above = sentences[sentences.indexOf(mentions) - 1] ?? [];
  return mentions.flatMap((share, at) => {
    const count = mentions[at - 1];
    const name = /^（占(?!全|总|比)([^，。；（）\d]{2,8}?)(?:问题|诉求|工单|投诉)?(?:总量|总数)?的?$/.exec(
      share.before,
    )?.[1];
    if (!name || share.kind !== "share" || count?.kind !== "count") return [];
    const near = [...(above[0]?.passage === share.passage ? above : []), ...mentions.slice(0, at - 1)];
    const base = near.findLast(
      (one) => one.kind === "count" && one.label.startsWith(name) && isSameUnit(one.unit, count.unit),
    );
    return base ? contradiction({ count, share }, { ...candidateOf(base), confidence: 0.75 }, "named") : [];
  });
}

/** “占噪声扰民类的43.30%（417/963）”: the working stands beside it */
function worked(share: Mention): Finding[] {
  const [, a, b] =
    /^（(?:[^（），]{0,16}，)?(\d+)[件个通起宗]?(?:\s?[/÷]\s?|，总[量数])(\d+)[件个通起宗]?）/.exec(
      share.passage.text.slice(share.end),
    ) ?? [];
  if (share.unit !== "%" || !a || !b || Number(b) === 0 || Number(a) > Number(b)) return [];
  const right = percentOf(printed(a, 0, "", a).range, printed(b, 0, "", b).range);
  if (agreement(share.number, right) !== "off") return [];
  const shown = show(middle(right), 2);
  return [
    finding("shareOfBase", {
      confidence: 0.85,
      places: [placeOf(share)],
      values: [share.number.text, a, b],
      arithmetic: `${a} ÷ ${b} = ${shown}% ≠ ${share.number.text}`,
      message: `“${share.number.text}（${a}/${b}）”：应为${shown}%，印作${share.number.text}。`,
    }),
  ];
}

/** “石门县抽查50件，占到10件，比例为20%”: of the count right before it */
const isOfNearest = (pair: Pair, base: Candidate, { sentences }: Reading): boolean => {
  const own = sentences.find((mentions) => mentions.includes(pair.count)) ?? [];
  const nearest = own[own.indexOf(pair.count) - 1];
  return nearest?.kind === "count" && nearest !== base.mention && fits(pair, nearest) === "rounded";
};

/** “占两地投诉举报总量的56.55%”: whose own words name a base, and another count of the text is it */
const isOfAnother = (pair: Pair, base: Candidate, { mentions }: Reading): boolean =>
  /占[^，。；]{2,}的?$/.test(pair.share.before) &&
  !(/占[该本此]类/.test(pair.share.before) && base.mention?.passage === pair.count.passage) &&
  !agrees(fits(pair, base)) &&
  mentions.some(
    (other) =>
      other.kind === "count" &&
      other !== pair.count &&
      other.period === "now" &&
      isSameUnit(other.unit, pair.count.unit) &&
      agrees(fits(pair, other)),
  );

/** shares of two wholes one after the other: those that aren't of the base are all of another count */
function isOfTwo({ pairs }: List, base: Candidate, reading: Reading): boolean {
  const others = pairs.filter((pair) => !agrees(fits(pair, base)));
  return (
    others.length > 1 &&
    candidatesOf(reading, others).some(
      (other) =>
        other.mention?.period === "now" &&
        !pairs.some(({ count }) => count === other.mention) &&
        others.every((pair) => agrees(fits(pair, other))),
    )
  );
}

/** coarse shares may all be of one count that isn't printed, though most of them would be of this one as well */
function isOfUnprinted({ pairs }: List): boolean {
  if (pairs.length < 4 || !pairs.every(({ share }) => /^[1-9]\d*%$/.test(share.number.text))) return false;
  const bases = pairs.map(({ count, share }) => over(times(count.number.range, hundred), share.number.range));
  const low = Math.max(...bases.map((base) => toNumber(base.low)));
  const high = Math.min(...bases.map((base) => toNumber(base.high)));
  return low <= high;
}

/** all shares of its own list are of a count that the list is of */
const isOfOwnList = (pair: Pair, lists: List[], reading: Reading): boolean =>
  lists.some(
    ({ pairs }) =>
      pairs.length > 1 &&
      pairs.some(({ count }) => count === pair.count) &&
      candidatesOf(reading, pairs).some((own) => pairs.every((one) => agrees(fits(one, own)))),
  );

/** “占转派总量的71.93%；……占转派总量的7.04%；……占转派总量的4.90%”: the others of its words are of the base */
const isInOneWay = (pair: Pair, base: Candidate, { pairs }: List): boolean => {
  const words = wordsOf(pair);
  return (
    words.length > 2 &&
    !/^[该本此其]/.test(words) &&
    pairs.filter((other) => other !== pair && wordsOf(other) === words && agrees(fits(other, base))).length > 1
  );
};
const wordsOf = ({ share }: Pair): string => /占([^，。；\d]*)$/.exec(share.before)?.[1] ?? "";

/** “企业诉求31872件，占6.68%”, beside shares of something else: of the report's own total */
const isOfTotal = (pair: Pair, base: Candidate, { mentions }: Reading): boolean =>
  !agrees(fits(pair, base)) && mentions.some((one) => bareName(one) === "受理" && fits(pair, one) === "rounded");

/** in a run of paragraphs it may be of the closing row of the table above */
const isOfClosing = (pair: Pair, reading: Reading): boolean =>
  candidatesOf(reading, [pair]).some((candidate) => candidate.mention === null && fits(pair, candidate) === "rounded");

const total = /受理|接收|接听|诉求|工单|来电|总/;

/** 倒算总量: shares that agree on one base among themselves, which isn't the whole that the text prints */
function impliedBase({ pairs, whole }: List, { mentions }: Reading): Finding[] {
  const [first] = pairs as [Pair];
  const said =
    whole ??
    mentions.findLast(
      (other) => other.passage === first.count.passage && other.at < first.count.at && isTotal(other, pairs),
    );
  if (!said || pairs.length < 3 || pairs.some((pair) => agrees(fits(pair, said)))) return [];
  const bases = pairs.map(({ count, share }) => over(times(count.number.range, hundred), share.number.range));
  const low = Math.max(...bases.map((base) => toNumber(base.low)));
  const high = Math.min(...bases.map((base) => toNumber(base.high)));
  if (
    low > high ||
    mentions.some(
      (other) => other.kind === "count" && toNumber(other.number.value) >= low && toNumber(other.number.value) <= high,
    )
  )
    return [];
  const added = pairs.reduce((all, { count }) => all + toNumber(count.number.value), 0);
  if (added >= low * 0.99 && added <= high * 1.01) return []; // parts that are all of it are held against it elsewhere
  const implied = Math.round((low + high) / 2);
  return [
    finding("shareOfBase", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(said), ...pairs.map(({ share }) => placeOf(share))]),
      values: [said.number.text, ...pairs.map(({ share }) => share.number.text)],
      arithmetic: `${first.count.number.text} ÷ ${first.share.number.text} ≈ ${implied} ≠ ${said.number.text}`,
      message: `“${nameOf(said)}”印作${said.number.text}，按所列${pairs.length}项占比倒算都约为${implied}。`,
    }),
  ];
}

const isTotal = ({ kind, unit, label, number }: Mention, pairs: Pair[]): boolean =>
  kind === "count" &&
  total.test(label) &&
  isSameUnit(unit, pairs[0]!.count.unit) &&
  pairs.every(({ count }) => toNumber(count.number.value) <= toNumber(number.value));

/** what the share of a count is of a base, where it is printed otherwise */
export function contradiction(pair: Pair, base: Base, habit: Manner): Finding[] {
  // rough words are held against what stands beside them only
  const isRough = /[成半之]/.test(pair.share.number.text);
  if (!isPositive(base.number.range) || (isRough && habit !== "named")) return [];
  const found = fits(pair, base);
  if (found === "rounded" || (found === "cut" && habit !== "rounds")) return [];
  const { count, share } = pair;
  const right = show(middle(percentOf(count.number.range, base.number.range)), 2);
  return [
    finding("shareOfBase", {
      confidence: base.confidence,
      isSlight: found !== "off",
      places: distinctPlaces([placeOf(share), placeOf(count), base.place]),
      values: [share.number.text, count.number.text, base.number.text],
      arithmetic: `${count.number.text} ÷ ${base.number.text} = ${right}% ≠ ${share.number.text}`,
      message: `“${nameOf(count)}”${count.number.text}，占比印作${share.number.text}；按“${base.name}”${base.number.text}算应为${right}%。`,
    }),
  ];
}

/** 取舍的习惯 of a report: whether its shares are seen to be rounded half up, so that cutting digits off is a slip */
type Habit = "rounds" | "cuts" | "unknown";
/** “named”: the text itself says of which count */
type Manner = Habit | "named";

function habitOf(based: { list: List; base: Base | null }[]): Habit {
  let [rounds, cuts] = [0, 0];
  for (const { list, base } of based) {
    if (!base) continue;
    for (const { count, share } of list.pairs) {
      const exact = percentOf(count.number.range, base.number.range);
      const isUpper = share.number.value.n * exact.low.d > exact.low.n * share.number.value.d;
      const found = agreement(share.number, exact);
      if (found === "rounded" && isUpper) rounds += 1;
      if (found === "cut") cuts += 1;
    }
  }
  return rounds >= 3 && cuts <= 1 ? "rounds" : cuts > rounds ? "cuts" : "unknown";
}
