/** 占比与件数: a share that isn't its count's of the base that the other shares of the list have. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, percentOf, plus, toNumber } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { areOrders, isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { alikeInWords, type List, listsOf, type Pair, scattered, together } from "../../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isInOneWay, isOfActElsewhere, isOfNamedKind, isOfOtherBase, isOfOtherName } from "./otherName.ts";
import {
  agrees,
  type Base,
  baseOf,
  baseOfKind,
  type Candidate,
  candidatesOf,
  fits,
  impliedBase,
  isOfRun,
} from "./shareBase.ts";
import { contradiction, type Habit } from "./shareFinding.ts";

interface Based {
  list: List;
  base: Base | null;
}

export function shareOfBase(reading: Reading): Finding[] {
  const lists = listsOf(reading);
  const based = [...lists, ...scattered(lists, reading), ...alikeInWords(lists), ...together(lists)].map((list) => ({
    list,
    base: baseOf(list, reading),
  }));
  const habit = habitOf(based);
  const joint = based.flatMap(({ list }, at) => sumBehind(list, based[at - 1], reading));
  return based
    .flatMap(({ list, base }) => {
      if (base)
        return isOfTwo(list, base, reading) || isOfTwoTogether(list, base, reading) || isOfUnprinted(list)
          ? []
          : list.pairs.flatMap((pair) =>
              (!lists.includes(list) && isOfOwnList(pair, lists, reading)) ||
              (isOfAnother(pair, base, reading) && !isInOneWay(pair, base, list)) ||
              isOfOtherName(pair, base, list, reading) ||
              isOfNearest(pair, base, reading) ||
              isOfOtherBase(pair, base, mentionsBeside(pair, reading)) ||
              (isOfNamedKind(pair, base) && !baseOfKind(pair, reading)) ||
              isOfWork(pair) ||
              [base, ...namedIn(pair, reading)].some((one) => isOfRun(pair, one, mentionsBeside(pair, reading))) ||
              isOfOtherSpan(pair, base) ||
              isOfNamedIn(pair, reading) ||
              // “这11家……，占投诉总量的81.02%”
              !areOrders(pair.count.unit, base.mention?.unit ?? pair.count.unit) ||
              (!lists.includes(list) && (isOfTotal(pair, base, reading) || isOfClosing(pair, reading)))
                ? []
                : contradiction(pair, baseOfKind(pair, reading) ?? base, habit),
            );
      return ofImplied(list, reading);
    })
    .concat(joint);
}

/** “甲624件，占26.94%；乙511件，占22.06%。两类合计1135件，占48.00%”: of the base of the list right before it */
function sumBehind({ pairs: [only, ...more] }: List, before: Based | undefined, reading: Reading): Finding[] {
  if (!only || more.length > 0 || !before?.base) return [];
  const { list, base } = before;
  const isSum =
    /(?:合计|共计?|相加)$/.test(only.count.before) &&
    /^，占比?$/.test(only.share.before) &&
    list.pairs.some(({ count }) => count.passage === only.count.passage);
  const isSure = list.pairs.filter((pair) => agrees(fits(pair, base))).length > 1;
  const isOfOne = candidatesOf(reading, [only]).some((one) => fits(only, one) === "rounded");
  return isSum && isSure && !isOfOne ? contradiction(only, { ...base, confidence: 0.7 }, "unknown") : [];
}

const mentionsBeside = ({ count }: Pair, { sentences }: Reading): Mention[] =>
  sentences.find((mentions) => mentions.includes(count)) ?? [];

/** “占服务类的50.2%”: the counts of that name */
const namedIn = ({ share }: Pair, { mentions }: Reading): Mention[] =>
  mentions.filter(({ kind, label }) => kind === "count" && label.length > 1 && share.before.includes(`占${label}`));

/** “石门县抽查50件，占到10件，比例为20%”, “11家超过2件，其中小型8家，占72.73%”: of a count before it in its sentence */
const isOfNearest = (pair: Pair, base: Candidate, reading: Reading): boolean =>
  mentionsBeside(pair, reading).some(
    (one) =>
      one.at < pair.count.at &&
      one.kind === "count" &&
      one.period === "now" &&
      one !== base.mention &&
      isSameUnit(one.unit, pair.count.unit) &&
      fits(pair, one) === "rounded",
  );

/** “登记的投诉中已办结11874件，占77.27%”: of what its clause begins with */
function isOfNamedIn(pair: Pair, { mentions }: Reading): boolean {
  const name = /([\u4e00-\u9fff]{2})中[^，。；]*$/.exec(pair.count.before)?.[1];
  return (
    name !== undefined &&
    mentions.some((one) => one.kind === "count" && one.label.endsWith(name) && fits(pair, one) === "rounded")
  );
}

/** “大于500台的有20家，占维保总量的44.02%”: of the work that they do, and not of how many they are */
const isOfWork = ({ count, share }: Pair): boolean =>
  count.unit === "家" && /占到?[^，。；]*总量的?$/.test(share.before) && !/[家位企业]总量的?$/.test(share.before);

/** “2022年派往单位224485件，占受理量的37.2%”: not of what came in over five years */
const isOfOtherSpan = ({ count }: Pair, { name }: Candidate): boolean =>
  /20\d\d年/.test(count.before) && /累计|[两三四五六七八九十]年/.test(name);

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

/** “5120件（其中投诉3580件，举报412件，……）”, “来电15176件，网络交办934件，其中咨询10471件，占65%”, and shares that are of both together */
function isOfTwoTogether({ pairs }: List, base: Candidate, { sentences }: Reading): boolean {
  const others = pairs.filter((pair) => !agrees(fits(pair, base)));
  return (
    others.length > 1 &&
    sentences.some((own) => {
      const first = own.indexOf(others[0]!.count);
      const counts = own.filter(
        ({ kind, unit, depth }, at) =>
          kind === "count" && (depth > 0 || at < first) && isSameUnit(unit, others[0]!.count.unit),
      );
      return counts.slice(1).some((one, at) => {
        const both = plus(counts[at]!.number.range, one.number.range);
        return others.every(({ count, share }) => agrees(agreement(share.number, percentOf(count.number.range, both))));
      });
    })
  );
}

/** coarse shares may all be of one count that isn't printed, though most of them would be of this one as well */
function isOfUnprinted({ pairs }: List): boolean {
  if (pairs.length < 4 || !pairs.every(({ share }) => /^[1-9]\d*%$/.test(share.number.text))) return false;
  return impliedBase(pairs) !== null;
}

/** all shares of its own list are of a count that the list is of */
const isOfOwnList = (pair: Pair, lists: List[], reading: Reading): boolean =>
  lists.some(
    ({ pairs }) =>
      pairs.length > 1 &&
      pairs.some(({ count }) => count === pair.count) &&
      candidatesOf(reading, pairs).some((own) => pairs.every((one) => agrees(fits(one, own)))),
  );

/** “企业诉求31872件，占6.68%”, beside shares of something else: of the report's own total */
const isOfTotal = (pair: Pair, base: Candidate, { mentions }: Reading): boolean =>
  !agrees(fits(pair, base)) && mentions.some((one) => bareName(one) === "受理" && fits(pair, one) === "rounded");

/** in a run of paragraphs it may be of the closing row of the table above */
const isOfClosing = (pair: Pair, reading: Reading): boolean =>
  candidatesOf(reading, [pair]).some((candidate) => candidate.mention === null && fits(pair, candidate) === "rounded");

const total = /受理|接收|接听|诉求|工单|来电|总/;

/** 倒算总量: shares that agree on one base among themselves, which isn't the whole that the text prints */
function ofImplied({ pairs, whole }: List, { mentions }: Reading): Finding[] {
  const [first] = pairs as [Pair];
  const said =
    whole ??
    mentions.findLast(
      (other) => other.passage === first.count.passage && other.at < first.count.at && isTotal(other, pairs),
    );
  if (!said || pairs.length < 3 || pairs.some((pair) => agrees(fits(pair, said)))) return [];
  if (pairs.some((pair) => isOfActElsewhere(pair, { name: said.label }))) return [];
  // “高速公路812件，占道路类的38.5%；……”: what has a share itself is one of them
  const behind = mentions[mentions.indexOf(said) + 1];
  const isOneOfThem =
    behind?.kind === "share" &&
    /^，占/.test(behind.before) &&
    !/其中/.test(said.passage.text.slice(said.end, Math.max(said.end, first.count.at)));
  if (isOneOfThem) return [];
  const base = impliedBase(pairs);
  const isBase = ({ kind, number }: Mention) =>
    kind === "count" && base !== null && toNumber(number.value) >= base.low && toNumber(number.value) <= base.high;
  if (base === null || mentions.some(isBase)) return [];
  const { low, high } = base;
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

function habitOf(based: Based[]): Habit {
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
