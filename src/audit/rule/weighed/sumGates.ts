/** 不是和的: numbers one after the other that the text doesn't say make a whole, though they nearly do. */
import { meets, middle, plus, slipBetween, toNumber } from "../../number.ts";
import { isOfLaterAct } from "../../read/act.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceAfter, sentenceOf } from "../../read/sentence.ts";
import { isToldByShare } from "../../read/toldByShare.ts";
import type { Silences } from "../../silence.ts";
import { mayOverlap } from "../sum/sureness.ts";
import { asPrinted, type Spot, wordsBefore, wordsBetween } from "./scene.ts";
import { gapsOf, isItemBefore, isMadeBy, rangeOf, type Sum, sharesOf } from "./sumScene.ts";

export interface Seen extends Sum {
  /** what may be a whole or a part, in all of the text */
  items: Spot[];
  /** all its numbers */
  spots: Spot[];
  mentions: Mention[];
  /** the larger counts, by their size */
  printed: Set<number>;
}

export const sumSilences: Silences<Seen> = {
  // “申请退单15件次，其中超期的1件次；同意1件次、驳回14件次”: some of them, one after the other, are all of it
  isMadeBySome: ({ whole, parts }) =>
    parts.some((_, from) =>
      parts.some((__, to) => to > from && to - from < parts.length - 1 && isMadeBy(whole, parts.slice(from, to + 1))),
    ),
  // “甲4802件；乙2013件；丙1596件”: the first is an item of the list as the others are, as what stands before it may be too
  isOneOfThem: ({ whole, parts: [first, second, ...others] }) =>
    whole.sentence === first!.sentence &&
    whole.order < first!.order &&
    (isItemBefore(wordsBetween(whole, first!), gapsOf([first!, second!, ...others]), /[、；]/) ||
      (/^、/.test(whole.mention.before) && isItemBefore(wordsBetween(whole, first!), gapsOf([first!, second!]), /、/))),
  // “长安区1451件，西咸新区471件、雁塔区410件”: what ends as the names of the others do is one of them
  isOfTheirKind: ({ whole, parts }) => {
    const kinds = [whole, ...parts].map(
      ({ mention }) => /[县区市旗镇乡局委办]$|街道$|公司$|集团$|类$/.exec(mention.label)?.[0],
    );
    return kinds[0] !== undefined && new Set(kinds).size === 1;
  },
  // “427件（含来电14件）”: what stands in another's bracket is in it
  areOfSeveralLevels: ({ parts: [first, ...others] }) =>
    others.some(({ mention }) => mention.depth !== first!.mention.depth),
  isOneOfThemAgain: ({ whole, parts }) =>
    parts.some(({ mention }) => mention.number.approximate === whole.mention.number.approximate),
  // “知识库新增1500条，更新320条”: of no orders
  isOfKnowledge: ({ whole }) => /知识库|知识点/.test(whole.mention.before),
  // “市直部门按时办结1544件，县区按时办结1657件。涉及……”: one of two, and the next sentence tells of neither alone
  isBesideAnother: ({ whole, parts, items }) =>
    whole.sentence !== parts[0]!.sentence &&
    whole.mention.label.length > 4 &&
    items.some(
      (one) =>
        one !== whole &&
        one.sentence === whole.sentence &&
        one.mention.label.length > 4 &&
        one.mention.label.slice(-4) === whole.mention.label.slice(-4),
    ),
  // “受理1000件，其中无效20件。有效诉求：……”, “除5件未到期外，其余1053件均已办结”: with another number of its sentence, or without it, they agree
  isMadeWithAnother: ({ whole, parts, items }) =>
    items.some((one) => {
      if (one === whole || one.sentence !== whole.sentence) return false;
      const size = rangeOf(parts.filter((part) => part !== one));
      const [all, other] = [whole.mention.number.range, one.mention.number.range];
      return meets(plus(size, other), all) || meets(size, plus(all, other));
    }),
  // “物业类698件，其中268件、266件、164件；环卫类678件”: they make another that stands right before them
  makeAnother: ({ whole, parts, items }) =>
    items.some(
      (one) =>
        one !== whole && one.passage === parts[0]!.passage && one.order < parts[0]!.order && isMadeBy(one, parts),
    ),
  // “到期应办结3701件，按时办结3695件，未到期26件”
  isOfWhatWasDue: ({ whole, parts }) =>
    /到期|应办/.test(whole.mention.label) && parts.some(({ mention }) => /未到期/.test(mention.label)),
  // “按时办结562件；……（回访527件，不满意45件）”
  isOfFollowUps: ({ whole, parts }) =>
    /办结/.test(whole.mention.label) && parts.some(({ mention }) => /回访|满意/.test(mention.label)),
  // “日均20.7件”
  areMeans: ({ whole, parts }) =>
    /均[^，。；]{0,4}$/.test(whole.mention.before) ||
    parts.some(({ mention }) => /[日月周人]均|万人/.test(mention.before)),
  // “转办74件，留言51件，来电48492件。其中10月……”: of all that its sentence counts
  isWithOthers: ({ whole, parts, items }) => {
    const beside = items.filter(({ sentence }) => sentence === whole.sentence);
    const before = beside.filter(({ order }) => order < whole.order);
    const behind = beside.filter(({ order }) => order > whole.order && order < parts[0]!.order);
    return [
      ...before.map((_, from) => [...before.slice(from), whole]),
      ...behind.map((_, to) => [whole, ...behind.slice(0, to + 1)]),
    ].some((wholes) => meets(rangeOf(wholes), rangeOf(parts)));
  },
  // “206件（拆分后交办211件）”: the bracket right behind it says what they make
  isSaidBehind: ({ whole, parts, items }) =>
    items.some(
      (one) => one.order === whole.order + 1 && one.mention.depth > whole.mention.depth && isMadeBy(one, parts),
    ),
  // “解答咨询9221件、受理投诉14996件、……解答咨询3201件”: of several, and no parts of one
  isNamedTwice: ({ parts }) => {
    const names = parts.map(({ mention }) => mention.label).filter((label) => label !== "");
    return new Set(names).size < names.length;
  },
  // “两地办结投诉31.40万件……甲地办结投诉23.10万件，办结举报8.20万件”: of another kind than the whole
  isOfOtherKind: ({ whole, parts }) => {
    const [own, ...more] = kindsIn(whole);
    return (
      own !== undefined &&
      more.length === 0 &&
      parts.some((part) => kindsIn(part).length > 0 && !kindsIn(part).includes(own))
    );
  },
  // “主要有甲1000件、乙999件”, “甲5件、乙3件等”: those that are left out aren't many
  isSelection: ({ whole, parts }) =>
    toNumber(middle(rangeOf(parts))) < whole.mention.number.approximate &&
    whole.order < parts[0]!.order &&
    (choosing.test(wordsBetween(whole, parts[0]!)) || goingOn.test(sentenceAfter(parts.at(-1)!.mention))),
  isSoManyEach: ({ parts }) => /各\d/.test(sentenceOf(parts[0]!.mention)),
  // “其中物业服务反映较多的有：”, below a line of something else
  isLedByAnother: ({ whole, parts: [first] }) => {
    const led = /^其中([\u4e00-\u9fff]{2})[^，。；]{2,}：/.exec(sentenceOf(first!.mention))?.[1];
    return led !== undefined && whole.passage !== first!.passage && !whole.mention.before.includes(led);
  },
  // they make another count of the text, which this one is no slip of
  isPrintedElsewhere: ({ whole, parts, printed }) => {
    const added = middle(rangeOf(parts));
    const { number } = whole.mention;
    return slipBetween(asPrinted(added, number), number.text) === null && printed.has(toNumber(added));
  },
  // “咨询2109件、投诉661件，目前已办结反馈355件”: what was done with the last of them is none
  isDoneAmong: ({ parts }) => {
    const done = parts.filter(({ mention }) =>
      /(?:已|截至[^，；]*)(?:办结|反馈|回复|处理)[^，；]*$/.test(mention.before),
    );
    return done.length > 0 && done.length < parts.length && /目前|截至/.test(done[0]!.mention.before);
  },
  // no list goes on behind 其中 or under another heading
  areOfSeveralLists: ({ parts }) =>
    gapsOf(parts).some((gap) => /^中|其中|目前\d|[：。]./.test(gap.replace(/^(.{0,12})：$/, "$1"))),
  // what follows its parts in another sentence sums them up or isn't their whole
  isBehindUnsaid: ({ whole, parts: [first] }) =>
    whole.order > first!.order &&
    whole.sentence !== first!.sentence &&
    !/合计|共计|总计|小计|相加|以上|上述|[几两二三四五六七八九十]类/.test(wordsBefore(whole, 30)),
  // “甲4677件、乙5617件、丙454件、丁88件”: the list goes on as it went, or began before
  isCutOff: ({ whole, parts, items }) => {
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const own = items.filter(
      ({ mention, sentence }) =>
        sentence === first.sentence && mention.unit === first.mention.unit && mention.depth <= first.mention.depth,
    );
    const [sign, ...others] = signsIn(parts);
    const isAsBefore = (pair: Spot[]): boolean =>
      pair.length === 2 &&
      !pair.includes(whole) &&
      pair[0]!.mention.depth === pair[1]!.mention.depth &&
      signsIn(pair)[0] === sign;
    const [from, to] = [own.indexOf(first), own.indexOf(last)];
    return (
      others.every((other) => other === sign) &&
      (isAsBefore(own.slice(Math.max(0, from - 1), from + 1)) || isAsBefore(own.slice(to, to + 2)))
    );
  },
  // “1443件，占80.7%；344件，占19.24%”: by their shares there are others
  isShortByShares: ({ parts, spots }) => {
    const shares = sharesOf(parts, spots);
    return shares !== null && toNumber(rangeOf(shares).high) < 100;
  },
  // “甲（65件，占8.1%）、乙（13件）、丙（37件）”: the first of a list in brackets is no whole of the others
  isListItem: ({ whole, parts }) =>
    whole.mention.depth > 0 && /^[^。；：（）]{0,20}）、/.test(wordsBetween(whole, parts[0]!)),
  isOfLaterAct: ({ whole, parts }) => isOfLaterAct(whole.mention, mentionsOf(parts)),
  isToldByShare: ({ whole, parts, mentions }) =>
    isToldByShare(whole.mention, rangeOf(parts), parts.at(-1)!.mention, mentions),
  mayOverlap: ({ whole, parts }) =>
    parts.reduce((all, { mention }) => all + mention.number.approximate, 0) > whole.mention.number.approximate &&
    mayOverlap(sentenceOf(parts[0]!.mention), mentionsOf(parts)),
};

const mentionsOf = (spots: Spot[]): Mention[] => spots.map(({ mention }) => mention);

const kinds = ["投诉", "举报", "咨询", "求助", "建议"];
const kindsIn = ({ mention: { label } }: Spot): string[] => kinds.filter((kind) => label.includes(kind));

const choosing = /主要|集中|较[多大高]|居多|突出|典型|热点|重点|为主|位列前|列前/;
/** “……170件等”, “……，其余放弃”, “……，列前三位” */
const goingOn =
  /^等|(?:其[余他它]|剩余|余下|另有|还有|尚有|及其他|以及)[^，。；\d]*[，。；]|前[\d一二三四五六七八九十]+[位名，。]?|居首|次之/;

const signsIn = (parts: Spot[]): string[] => gapsOf(parts).map((gap) => gap.replace(/[^，、；：。]/g, ""));
