/** 不合群的占比: all the shares of a list but one agree on a base, which the text need not print. */
import type { Finding } from "../../../domain/finding.ts";
import { hundred, meets, middle, type Range, show, sum, toNumber } from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { listsOf, type Pair } from "../../read/shareLists.ts";
import type { Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { baseOf, impliedBase } from "./shareBase.ts";

export const oddShare = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(wholeOfShares),
  ...odds(reading),
  ...reading.tables.flatMap(shareRows),
  ...reading.sentences.flatMap(sharesInText),
];

/** “咨询类占52.3%，求助类占31.8%，……，其他占5.4%” */
function sharesInText(mentions: Mention[]): Finding[] {
  const shares = mentions.filter(
    ({ kind, unit, depth, isHedged }) => kind === "share" && unit === "%" && depth === 0 && !isHedged,
  );
  const isList =
    shares.length > 2 &&
    shares.every(({ before }) =>
      /^(?:[、，；]|[^，。；：]{2,8}：)?(?:其中，?)?[^，；、：]{2,10}占(?:比)?(?:为)?$/.test(before),
    );
  const isBare = mentions.every((one) => shares.includes(one) || one.kind === "other" || one.depth > 0);
  const text = sentenceOf(mentions[0]!);
  if (!isList || !isBare || /人口/.test(text) || /多选|同时|重叠|交叉|合计.{0,6}为/.test(text)) return [];
  const isClosed = /其[他它余]/.test(shares.at(-1)!.before);
  const isApart = /^(?:诉求|按)?[^，。；\d]{0,6}(?:来源|渠道|类型|性质|构成|类别)[^，。；\d]{0,4}：/.test(text);
  const added = sum(shares.map(({ number }) => number.range));
  const [isLess, isMore] = [toNumber(added.high) < 99.5, toNumber(added.low) > 100.5];
  return (isMore && (isClosed || isApart)) || (isLess && isClosed) ? [notWhole(shares, added)] : [];
}

const notWhole = (shares: Mention[], added: Range): Finding =>
  finding("partsAndWhole", {
    confidence: 0.75,
    places: distinctPlaces(shares.map(placeOf)),
    values: shares.map(({ number }) => number.text),
    arithmetic: `${shares.map(({ number }) => number.text).join(" + ")} = ${show(middle(added))}% ≠ 100%`,
    message: `所列${shares.length}项占比相加为${show(middle(added))}%，不是100%。`,
  });

/** “各类占比：” and a line for each, the last of them 其他 */
function shareRows({ rows: all, title, heads, width }: Table): Finding[] {
  // “其中：消费投诉” is in the row above it
  const rows = all.filter(({ name }) => !/^其中/.test(name));
  const columns = columnsUpTo(width).filter((at) =>
    rows.every(({ cells, numbers }) => numbers[at] && /%$/.test(cells[at] ?? "")),
  );
  const [column] = columns;
  const words = `${title} ${heads?.[column ?? -1] ?? ""}`;
  if (column === undefined || columns.length > 1 || rows.length < 4 || !/^其[他它余]/.test(rows.at(-1)!.name))
    return [];
  if (!/占比|构成|比例|比重|分布/.test(words) || /多选|人次|增|降|同比|环比/.test(words)) return [];
  const cells = rows.map(({ numbers }) => numbers[column]!);
  const added = sum(cells.map(({ range }) => range));
  if (meets(added, hundred)) return [];
  const shown = show(middle(added));
  return [
    finding("partsAndWhole", {
      confidence: 0.75,
      places: distinctPlaces(rows.map((row) => cellPlace(row, column))),
      values: cells.map(({ text }) => text),
      arithmetic: `${cells.map(({ text }) => text).join(" + ")} = ${shown}% ≠ 100%`,
      message: `所列${cells.length}项占比连同“其他”相加为${shown}%，不是100%。`,
    }),
  ];
}

/** “占比：甲41.2%，乙27.6%，……，其他5.2%”: all there is, and not the whole */
function wholeOfShares(mentions: Mention[]): Finding[] {
  const at = mentions.findIndex(
    ({ before, kind }) => /(?:占比|构成|比例)[^，。；\d]{0,8}：[^，。；：]*$/.test(before) && kind !== "change",
  );
  if (at < 0) return [];
  const shares = mentions.slice(at);
  const last = shares.at(-1)!;
  const isList = shares.every(({ unit, label, kind }) => unit === "%" && kind !== "change" && !/率/.test(label));
  if (shares.length < 4 || !isList || !/^其[他它余]/.test(last.label)) return [];
  const added = sum(shares.map(({ number }) => number.range));
  if (meets(added, hundred)) return [];
  const shown = show(middle(added));
  return [
    finding("partsAndWhole", {
      confidence: 0.8,
      places: distinctPlaces([placeOf(last), ...shares.map(placeOf)]),
      values: shares.map(({ number }) => number.text),
      arithmetic: `${shares.map(({ number }) => number.text).join(" + ")} = ${shown}% ≠ 100%`,
      message: `所列${shares.length}项占比连同“其他”相加为${shown}%，不是100%。`,
    }),
  ];
}

const odds = (reading: Reading): Finding[] =>
  listsOf(reading).flatMap((list) => {
    const { pairs } = list;
    if (pairs.length < 4 || baseOf(list, reading)) return [];
    const odd = pairs.flatMap((pair) => {
      const agreed = mostAgreed(pairs.filter((other) => other !== pair));
      const rest = agreed.length >= Math.max(LEAST_AGREED, pairs.length - 2) ? impliedBase(agreed) : null;
      return rest && isFarFrom(pair, rest) ? [{ pair, rest, size: agreed.length }] : [];
    });
    const [only] = odd;
    return only && odd.length === 1 && !isAside(only.pair) ? [contradiction(only.pair, only.rest, only.size + 1)] : [];
  });

const LEAST_AGREED = 3;

/** the most of them that one base explains; another may be off by its last digit */
const mostAgreed = (pairs: Pair[]): Pair[] =>
  [pairs, ...pairs.map((odd) => pairs.filter((one) => one !== odd))].find((some) => impliedBase(some) !== null) ?? [];

type Span = NonNullable<ReturnType<typeof impliedBase>>;

const shareOf = ({ count }: Pair, { low, high }: Span): number => (200 * count.number.approximate) / (low + high);

/** a twentieth of it and more than its last digit, so that no rounding can be meant */
function isFarFrom(pair: Pair, rest: Span): boolean {
  const { approximate, step } = pair.share.number;
  const off = Math.abs(shareOf(pair, rest) - approximate);
  return off * 20 > approximate && off > (step ? toNumber(step) : 0);
}

/** “占投诉的54.74%”, “其中物业300件，占25%”: of something else */
const isAside = ({ count, share }: Pair): boolean =>
  /占[^，；。]{2,}/.test(share.before) || count.depth > 0 || /其中/.test(count.before);

function contradiction(pair: Pair, rest: Span, size: number): Finding {
  const right = `${shareOf(pair, rest).toFixed(1)}%`;
  const base = Math.round((rest.low + rest.high) / 2);
  return finding("shareOfBase", {
    confidence: 0.65,
    places: distinctPlaces([placeOf(pair.share), placeOf(pair.count)]),
    values: [pair.share.number.text, pair.count.number.text],
    arithmetic: `${pair.count.number.text} ÷ ${base} ≈ ${right} ≠ ${pair.share.number.text}`,
    message: `“${nameOf(pair.count)}”${pair.count.number.text}，占比印作${pair.share.number.text}；同列的其他${size - 1}项都按约${base}计算，应为${right}左右。`,
  });
}
