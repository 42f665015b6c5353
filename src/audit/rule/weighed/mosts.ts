/** 疑似不合的最高最低: a name that is said to have the most, or to be in some place, and the names with a value each that it is among. */

import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { digitsOf } from "../../number.ts";
import { kindOf, nearness } from "../../read/columns.ts";
import { bareNames } from "../../read/names.ts";
import { quote } from "../../read/passage.ts";
import { placingsOf } from "../../read/placing.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding } from "../../write.ts";
import { type Doubt, weighed } from "./doubt.ts";
import { type MostSaid, mostsIn, placesOf, type Way } from "./mostSaid.ts";
import { mosts as points } from "./points.ts";
import { beyond, furthest, type Member, type Series, seriesOf } from "./series.ts";

export const weighedMosts = (reading: Reading): Finding[] => weighed(mostDoubts(reading), points);

/** “住建局” for 区住建局, “停水及水压类” for 停水及水压, “青石” for 青石乡 */
function waysOf(series: Series[]): Way[] {
  const full = [...new Set(series.flatMap(({ members }) => members.map(({ name }) => name)))];
  const shorter = full.flatMap((name) =>
    [name, name.replace(/^[市县区省州](?=.{2})/, ""), name.replace(/类?(?:投诉|诉求|问题)$|类$/, "")]
      .filter((written) => written.length > 1)
      .map((written) => ({ written, name })),
  );
  const bare = series.flatMap(({ members }) => bareNames(members.map(({ name }) => name)));
  return [...shorter, ...bare.filter(({ written }) => !full.includes(written))].sort(
    (a, b) => b.written.length - a.written.length,
  );
}

export function mostDoubts(reading: Reading): Doubt[] {
  const series = seriesOf(reading);
  if (series.length === 0) return [];
  const ways = waysOf(series);
  const own = grouped(reading.mentions, ({ passage }) => passage);
  const said = [
    ...reading.passages.flatMap((passage) => mostsIn(passage, ways, own.get(passage) ?? [])),
    ...placingsOf(reading).flatMap(placesOf),
  ];
  return said.flatMap((one) => doubtsOf(one, series));
}

const falls = /降|减少|回落|下滑/;
const moves = /增|涨|升|降|减|变|环比|同比|幅/;
const rates = /[率度]|占比|比重/;
const isMoving = ({ of, head }: Series): boolean => of === "growth" || of === "difference" || moves.test(head);
const isPercent = ({ unit }: Series): boolean => /[%点]/.test(unit);
const isOfTime = ({ head, unit }: Series): boolean =>
  /时长|用时|耗时|天数|工作日|小时|分钟|秒/.test(head) || /天|小时|分钟|秒|日$/.test(unit);
const isCount = (series: Series): boolean =>
  (series.of === "column" || series.of === "list") && !isMoving(series) && !/[%点分]/.test(series.unit);

/** 说的是这一列: by what kind of measure the words name; a bare 最多 is of counts */
function isOfTopic(series: Series, { topic, word }: MostSaid): boolean {
  if (moves.test(topic))
    return isMoving(series) && (series.of === "difference") === !/[幅率%快猛狠]|环比|同比/.test(topic + word);
  if (rates.test(topic)) return false;
  return isCount(series) && /^(?:[^，。]{0,8}(?:[量数件]|诉求|投诉|举报|来电|工单|问题|反映))?$/.test(topic);
}

/** −1: the word means the least of these values, 最快 of days and 降幅最大 of changes; 0: it can't be said of them */
function signOf({ word, isMost, topic }: MostSaid, series: Series): -1 | 0 | 1 {
  const isSigned = isMoving(series) && series.members.some(({ range }) => range.low.n < 0n);
  const isTime = isOfTime(series);
  const own = isMost ? 1 : -1;
  if (isSigned) return !isMost ? 0 : falls.test(topic + word) ? -1 : 1;
  if (/[快慢]/.test(word)) return isTime ? (/快/.test(word) ? -1 : 1) : isMoving(series) ? own : 0;
  if (/[长短]/.test(word)) return isTime ? own : 0;
  return isTime && /[好差]/.test(word) ? (/好/.test(word) ? -1 : 1) : own;
}

interface Known {
  series: Series;
  own: Member;
  better: Member[];
  worse: Member[];
  /** it stands in the place that is said */
  isRight: boolean;
  /** a number printed with it is its own here */
  holds: boolean;
  /** how well the words name the heading */
  near: number;
}

function knownIn(said: MostSaid, series: Series): Known[] {
  const own = series.members.find(({ name }) => name === said.name);
  const sign = own ? signOf(said, series) : 0;
  if (!own || sign === 0) return [];
  const isPeer = ({ name }: Member) => kindOf(own.name) < 0 || kindOf(name) === kindOf(own.name);
  const peers = { ...series, members: series.members.filter(isPeer) };
  const [better, worse] = [beyond(peers, own, sign === 1), beyond(peers, own, sign !== 1)];
  // among those of its kind, or among all
  const isRight = [peers, series].some((among) => {
    const [above, below] = [beyond(among, own, sign === 1), beyond(among, own, sign !== 1)];
    return above.length < said.place && said.place <= among.members.length - below.length;
  });
  const holds = said.values.some(({ number }) => digitsOf(own.text) === digitsOf(number.text));
  return [{ series, own, better, worse, isRight, holds, near: nearness(said.topic, series.head) }];
}

/** 说的是哪几列: those that the number printed with it, the words or the kind of measure point to most */
function meantBy(said: MostSaid, known: Known[], line: number): Known[] {
  const nearest = Math.max(0, ...known.map(({ near }) => near));
  const isOther = ({ series, near }: Known) =>
    moves.test(said.topic) !== isMoving(series) ||
    (nearest >= 2 && near === 0 && /[率度]$/.test(said.topic)) ||
    (rates.test(said.topic) && !/[%点分]/.test(series.unit));
  const strength = known.map((one) => {
    const { series, holds, near } = one;
    if (isOther(one) || !(isOfTopic(series, said) || holds || near > 0)) return 0;
    const isScore = said.topic === "" && /总分|得分|成绩/.test(series.head);
    return 1 + 8 * +holds + 4 * +(near > 0 && near === nearest) + 2 * +isScore + +(Math.abs(series.line - line) < 4);
  });
  const most = Math.max(0, ...strength);
  return most === 0 ? [] : known.filter((_, nth) => strength[nth] === most);
}

function doubtsOf(said: MostSaid, all: Series[]): Doubt[] {
  const { passage, place, topic, between, word } = said;
  const line = quote(passage, said.from, said.to).line ?? 0;
  const known = all.flatMap((series) => knownIn(said, series));
  const meant = meantBy(said, known, line);
  const [one] = meant;
  // “前三：甲1704、乙1633、丙688”: of another list
  if (one && !one.holds && said.values.length > 0 && (/^第\d$/.test(word) || topic === "")) return [];
  if (!one || meant.some(({ isRight, better, worse }) => isRight || better.length + worse.length === 0)) return [];
  const { series, own, better, worse, near } = one;
  const fitting = known.filter(({ isRight }) => isRight);
  // who is there instead, or the one that is beyond all
  const other = better.length > 0 ? furthest(better, said.isMost) : furthest(worse, said.isMost);
  const off = Math.abs(better.length + 1 - place);
  const apart = Math.abs(series.line - line);
  const clues = {
    valueHere: +one.holds,
    valueElsewhere: +(said.values.length > 0 && !one.holds),
    noFit: +(fitting.length === 0),
    fits: Math.min(3, fitting.length),
    headBest: +(near > 0 && near === Math.max(...known.map((each) => each.near))),
    headSame: +(near >= 2),
    noTopic: +(topic === ""),
    made: +(series.of === "rate" || series.of === "growth" || series.of === "difference"),
    difference: +(series.of === "difference"),
    column: +(series.of === "column"),
    onlyMeant: +(meant.length === 1),
    onlySeries: +(known.length === 1),
    isRate: +isPercent(series),
    oneBetter: +(off === 1),
    manyBetter: +(off > 3),
    isPlace: +(place > 1),
    isListed: +/^第\d$/.test(word),
    isOpposite: +(worse.length === 0),
    size: Math.min(8, series.members.length),
    behind: +said.isBehind,
    linked: +(said.isBehind ? /^的?(?:是|为|：)$/.test(between) : between === ""),
    apart: Math.min(3, Math.floor(between.length / 5)),
    sameSentence: +(series.of !== "column" && series.line === line),
    nearby: +(apart < 4),
    farAway: +(apart > 20),
    partial: +/某|以上|以下|超过|仅|单/.test(said.words),
    among: +/中[^，。；]{0,6}$/.test(said.words),
    first: +/第一|首|之首/.test(word),
    peak: +/峰/.test(word),
    manner: +/集中|突出|明显|频繁|严重|领先|[忙闲狠猛旺热重好差快慢]/.test(word),
    titled: +(nearness(topic, series.title) > 0),
  };
  const named = series.head ? `“${series.head}”` : "数";
  return [
    {
      about: said.mark,
      clues,
      values: [own.text, other.text],
      right: [],
      told: (confidence) =>
        finding("rank", {
          confidence,
          places: distinctPlaces([quote(passage, said.from, said.to), own.place, other.place]),
          values: [own.text, other.text],
          arithmetic: `${other.name} ${other.text} ${better.length > 0 === said.isMost ? ">" : "<"} ${own.name} ${own.text}`,
          message:
            place > 1
              ? `文中说“${own.name}”列${word}，它的${named}是${own.text}，按大小排在第${better.length + 1}。`
              : `文中说“${own.name}”${word}，它的${named}是${own.text}，“${other.name}”是${other.text}。`,
        }),
    },
  ];
}
