/** 变动: an increase, a decrease or a percentage that the two values it lies between don't give. */
import type { Finding } from "../../../domain/finding.ts";
import { type Agreement, agreement, isFarFrom, meets, middle, type Range, show, toNumber } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import {
  calledAgain,
  headOf,
  isElsewhere,
  isOfOtherName,
  isOfSeveral,
  ownSubject,
  rateAbove,
  spokenOf,
  statedAfter,
  subjectAfter,
  subjectOf,
} from "../../read/changed.ts";
import { compared, earlierOf, inOrder, isRate, isStart } from "../../read/changedBase.ts";
import {
  basesBehind,
  bracketBase,
  ledBefore,
  monthsBehind,
  monthsTurned,
  namedAbove,
  namedBetween,
  yearsInOrder,
} from "../../read/changedMonths.ts";
import { isOfGroupMoved } from "../../read/group.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Table } from "../../read/table.ts";
import { DOUBTFUL, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { ofBase, withAmount } from "./changeAmount.ts";
import { beyondFull, expected, isPoints, multiple, unitSlip } from "./changeForm.ts";
import { isOfAmountBefore, isOfOthers, isOfPairBefore, isUsedUp, makes } from "./otherPairs.ts";

export const change = (reading: Reading): Finding[] => [...reading.sentences.flatMap(ledWrong), ...changes(reading)];

const rising = /上升|增长|增加|提高|上涨|增/;

const falling = /下降|减少|降低|回落|下滑|减|降/;

/** “由5月的214件下降到6月的261件” */
function ledWrong(mentions: Mention[]): Finding[] {
  return mentions.flatMap((to, at) => {
    const from = mentions[at - 1];
    if (from?.period !== "last" || to.period !== "now" || !isStart(from) || from.unit !== to.unit) return [];
    const said = /^[^，。；]{0,4}?(上升|增长|增加|提高|上涨|增|下降|减少|降低|回落|下滑|减|降)(?:到|至|为)/.exec(
      to.before,
    )?.[1];
    // “由零下8℃降至零下15℃”, “由-3.2%回落至-5.1%”
    const isSigned = [from, to].some(
      ({ passage, at }) => passage.text.slice(0, at).endsWith("零下") || /[-−]/.test(passage.text[at]!),
    );
    if (!said || isSigned || meets(from.number.range, to.number.range)) return [];
    const isUp = toNumber(to.number.value) > toNumber(from.number.value);
    return (isUp ? falling : rising).test(said)
      ? [wrongWay(to, from, isUp ? "下降" : "上升", isUp ? "上升" : "下降", SURE_OF_WAY, to)]
      : [];
  });
}

/** “受理量（件） 28640 29512”: the first number of the row, as a mention beside the change */
const inTables = (tables: Table[], beside: Mention): Mention[] =>
  tables.flatMap(({ rows }) =>
    rows
      .filter(({ name }) => /^(?:诉求)?(?:受理|诉求)总?量/.test(name))
      .flatMap(({ numbers }) => numbers.find((number) => number) ?? [])
      .map((number): Mention => ({ ...beside, number, kind: "count", unit: "件", label: "受理量", direction: 0 })),
  );

const changes = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions, nth) =>
    mentions.flatMap((mention, at) => {
      if (
        mention.kind !== "change" ||
        isOfSeveral(mention) ||
        (/^，(?:[增升降减]幅|增长|下降)/.test(mention.before) && at > 0 && isOfSeveral(mentions[at - 1]!)) ||
        // “不剔除则增长13.36%”: of what was counted otherwise; “年均增长11.8%”: of each of several years
        /年均[^，。；\d]*$|年平均[^，。；\d]*$|加起来|之和|今年[日月]均|按[日月]均|(?:剔除|扣除|计入|包含)[^，。；\d]{0,8}则/.test(
          mention.before,
        )
      )
        return [];
      // “7月811件，8月793件，这两个月比5月、6月合计的1095件多了509件”
      if (/[两三四五六]个?(?:月|周|天|项|类)[^，。；]{0,6}(?:比|较)[^，。；]*$/.test(clauseText(mention))) return [];
      if (isOfPairBefore(mentions, at) || isOfAmountBefore(mentions, at)) return [];
      const above = reading.sentences[nth - 1] ?? [];
      const own = ownSubject(mentions, at, above);
      if (own) return [...against(own, mentions[at + 1]!, mention), ...direction(own, mentions[at + 1]!, mention)];
      const now =
        rateAbove(mentions, at, above) ??
        statedAfter(mentions, at) ??
        headOf(mentions, at, mentionsBefore(reading, mentions[0]!)) ??
        subjectOf(mentions, at) ??
        calledAgain(mentions, at, above) ??
        spokenOf(
          mentions.find(({ unit }) => !/^[天日年月]$|小时/.test(unit)) ?? mentions[0]!,
          above,
          mentionsBefore(reading, mentions[0]!),
        ) ??
        subjectAfter(mentions, at);
      const months =
        bracketBase(mentions, at) ??
        ledBefore(mentions, at) ??
        basesBehind(mentions, at, subjectOf(mentions, at)) ??
        monthsBehind(mentions, mention) ??
        namedBetween(mentions, at) ??
        namedAbove(mentions, at, mentionsBefore(reading, mentions[0]!)) ??
        monthsTurned(mentions, at) ??
        yearsInOrder(mentions, at);
      if (months)
        return [...against(months.now, months.earlier, mention), ...direction(months.now, months.earlier, mention)];
      if (!now) return [...ofBase(mentions, at), ...ofTotal(mentions, mention, reading)];
      if (isElsewhere(mentions, mention, now) || isOfOtherName(mention, now)) return [];
      const earlier = earlierOf(mentions, mention, now);
      if (earlier && (isOfNamedYear(mention, earlier) || isOfOneOfThem(now, earlier))) return [];
      if (earlier && (isOfGroupMoved(mention, [now, earlier]) || isOfNextClause(mention, earlier))) return [];
      if (earlier && isOfPairBeforeIt(mention, earlier)) return [];
      const before = reading.sentences[nth - 1]?.[0]?.passage === mention.passage ? reading.sentences[nth - 1]! : [];
      const first = reading.mentions.indexOf(mentions[0]!);
      const near = reading.mentions.slice(Math.max(0, first - 8), first).filter(({ kind }) => kind === "count");
      const others = [...near, ...before, ...mentions.filter(({ end }) => end <= mention.at)].filter(
        (other) => other !== now,
      );
      if (earlier && others.some((other) => makes(other, earlier, mention))) return [];
      if (earlier && isUsedUp(earlier, mentions, mention)) return [];
      if (earlier && isOfOthers(reading.mentions, mention, [now, earlier])) return [];
      if (earlier) {
        const [later, former] = inOrder(now, earlier);
        return [...against(later, former, mention), ...direction(later, former, mention)];
      }
      return [...withAmount(mentions, at, now), ...beyondFull(now, mention)];
    }),
  );

/** “与1月相比多1200件，与2月（8000件）相比多4000件”: what stands behind it is the next one's */
const isOfNextClause = ({ end }: Mention, { at, before }: Mention): boolean =>
  at > end && /^[^，]*，(?:与|比|较)[^，。；]*（$/.test(before);

/** “疫情类由8126件降至297件；消费维权5317件，增长32.10%”: of the pair that it stands in */
const isOfPairBeforeIt = ({ at }: Mention, { before, end, at: from, passage }: Mention): boolean =>
  from < at && /由[^，。；\d]*$/.test(before) && /；/.test(passage.text.slice(end, at));

/** “水费类由512件减至486件，……，三类合计958件，比上月增加95件”: what one of them was is no base of all */
const isOfOneOfThem = ({ before: own, at }: Mention, { before, at: earlier }: Mention): boolean =>
  /合计|总计|[两二三四五六七八九十]类/.test(own) && earlier < at && !/合计|总/.test(before);

/** “较上年的52.3万件增长12.0%，较2021年增加21.4万件”: of a year that isn't printed */
function isOfNamedYear({ before }: Mention, earlier: Mention): boolean {
  const year = /[较比](20\d\d)年(?!同期)[^，。；]*$/.exec(before)?.[1];
  return year !== undefined && /上年|去年/.test(earlier.before);
}

const clauseText = ({ passage, sentence, at }: Mention): string =>
  passage.text.slice(Math.max(sentence.from, at - 40), at);

/** of the same paragraph, or of the one before where it begins one */
function mentionsBefore({ mentions }: Reading, first: Mention): Mention[] {
  const before = mentions.slice(0, mentions.indexOf(first));
  const own = before.filter(({ passage }) => passage === first.passage);
  const above = before.at(-1)?.passage;
  return own.length > 0 || first.sentence.from > 0 ? own : before.filter(({ passage }) => passage === above);
}

/** “与上季度比：四季度受理30215件，本季度下降8.26%”: of the report's own total, where no other value may be meant */
function ofTotal(mentions: Mention[], mention: Mention, { sentences, tables }: Reading): Finding[] {
  const base = compared(mention);
  const others = mentions.filter(
    (one) =>
      one.period !== "now" && one.end <= mention.at && one.kind === "count" && (base === "any" || one.period === base),
  );
  const [earlier] = others;
  const text = sentenceBefore(mention);
  // “去年12月2108件，同比增长……” goes on about what the text began with
  const isBare = /^(?:去年|上年|上月)[^，。；\d]*(?:\d{1,2}月)?\d+件，/.test(text);
  const isOfAll = isBare || (/受理|诉求|总量|来电|来件/.test(text) && !/有效|无效/.test(text));
  if (others.length !== 1 || !earlier || !isOfAll || mention.isHedged) return [];
  const printed = sentences.flat().filter((one) => bareName(one) === "受理" && isSameUnit(one.unit, earlier.unit));
  const totals = printed.length > 0 ? printed : inTables(tables, mention);
  const now = totals.find((one) => one.number.step === null) ?? null;
  const ratio = now ? now.number.approximate / earlier.number.approximate : 0;
  if (!now || ratio < 0.5 || ratio > 2 || new Set(totals.map(({ number }) => number.approximate)).size > 2) return [];
  return totals.some((one) => makes(one, earlier, mention))
    ? []
    : [...against(now, earlier, mention), ...direction(now, earlier, mention)];
}

export function against(now: Mention, earlier: Mention, mention: Mention): Finding[] {
  if (mention.unit === "倍") return multiple(now, earlier, mention);
  const right = expected(now.number.range, earlier.number.range, mention, isRate(now));
  if (!right || (mention.unit !== "%" && mention.unit !== "百分点" && !isSameUnit(mention.unit, now.unit))) return [];
  const found = agreement(mention.number, right);
  if (isRate(now) && mention.unit === "%" && isPoints(now, earlier, mention, found))
    return [unitSlip(now, earlier, mention)];
  if (found === "rounded" || found === "cut") return [];
  return [contradiction(now, earlier, mention, right, found)];
}

/** neither how much nor which way: rather of other values than these */
const isAmiss = (now: Mention, earlier: Mention, mention: Mention, right: Range): boolean =>
  isFarFrom(mention.number, right) &&
  toNumber(now.number.value) > toNumber(earlier.number.value) !== mention.direction > 0;

function contradiction(now: Mention, earlier: Mention, mention: Mention, right: Range, found: Agreement): Finding {
  const suffix = mention.unit === "百分点" ? "个百分点" : mention.unit;
  const isWhole = suffix !== "%" && suffix !== "个百分点" && right.low.d === 1n;
  const shown = `${show(middle(right), isWhole ? 0 : 2)}${suffix}`;
  const sign =
    mention.unit === "%"
      ? `(${now.number.text} − ${earlier.number.text}) ÷ ${earlier.number.text}`
      : `${now.number.text} − ${earlier.number.text}`;
  return finding("change", {
    confidence: isAmiss(now, earlier, mention, right) ? DOUBTFUL : 0.85,
    isSlight: found === "slight" && mention.unit === "%",
    places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
    values: [mention.number.text, now.number.text, earlier.number.text],
    arithmetic: `${sign} = ${shown} ≠ ${mention.number.text}`,
    message: `“${nameOf(now)}”${now.number.text}，此前${earlier.number.text}，变动应为${shown}，印作${mention.number.text}。`,
  });
}

/** said to rise though it fell, or the other way round */
export function direction(now: Mention, earlier: Mention, mention: Mention): Finding[] {
  const difference = toNumber(now.number.value) - toNumber(earlier.number.value);
  // a multiple says how large, not where to
  const isOwn = mention.unit === "%" || mention.unit === "百分点" || isSameUnit(mention.unit, now.unit);
  if (mention.unit === "倍" || !isOwn) return [];
  if (meets(now.number.range, earlier.number.range) || Math.sign(difference) === mention.direction) return [];
  const [said, truth] = mention.direction > 0 ? ["上升", "下降"] : ["下降", "上升"];
  const right = expected(now.number.range, earlier.number.range, mention, isRate(now));
  // the way is wrong already
  const confidence = right && isFarFrom(mention.number, right) ? DOUBTFUL : SURE_OF_WAY;
  return [wrongWay(now, earlier, said!, truth!, confidence, mention)];
}

const SURE_OF_WAY = 0.9;

const wrongWay = (
  now: Mention,
  earlier: Mention,
  said: string,
  truth: string,
  confidence: number,
  mention: Mention,
): Finding =>
  finding("change", {
    confidence,
    places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
    values: [now.number.text, earlier.number.text],
    arithmetic: `${now.number.text} ${truth === "上升" ? ">" : "<"} ${earlier.number.text}`,
    message: `“${nameOf(now)}”由${earlier.number.text}变为${now.number.text}，是${truth}，文中写作${said}。`,
  });
