/** 和的所在: a number, the others of its unit that may make it, and what stands between them. */
import { meets, sum } from "../../number.ts";
import { type Spot, wordsBetween } from "./scene.ts";

export interface Sum {
  whole: Spot;
  parts: Spot[];
}

export const rangeOf = (parts: Spot[]) => sum(parts.map(({ mention }) => mention.number.range));

export const isMadeBy = (whole: Spot, parts: Spot[]): boolean => meets(rangeOf(parts), whole.mention.number.range);

/** “电话8341件，邮件137件，短信2条”: with what follows in the sentence, whatever its unit */
export const isMadeWithRest = ({ whole, parts }: Sum, spots: Spot[]): boolean => {
  const last = parts.at(-1)!;
  const behind = spots.slice(last.order + 1, last.order + 4).filter(({ sentence }) => sentence === last.sentence);
  const stop = behind.findIndex(({ mention }) => mention.kind !== "count");
  const counts = stop < 0 ? behind : behind.slice(0, stop);
  return counts.some((_, to) => isMadeBy(whole, [...parts, ...counts.slice(0, to + 1)]));
};

export const opening = /其中|包括|包含|含|分为|分成|由|来自|涉及|分别|即|具体|依次/;

const withoutShares = (text: string): string =>
  text.replace(/（[^（）]*）|，?(?:占|[同环]比|增|减|上升|下降|满意率|办结率)[^，；、]*?[\d.]+%/g, "");

/** “甲4802件、乙2013件、丙1596件”: the first is one of them, not what they make */
export const isItemBefore = (between: string, gaps: string[], signs: RegExp): boolean => {
  const sign = withoutShares(between).slice(0, 1);
  return signs.test(sign) && !opening.test(between) && gaps.every((gap) => gap.startsWith(sign));
};

export const gapsOf = (parts: Spot[]): string[] =>
  parts.slice(1).map((spot, at) => withoutShares(wordsBetween(parts[at]!, spot)));

const isShare = ({ mention }: Spot): boolean => mention.unit === "%" && mention.kind !== "change";

/** “甲9466件，乙10944件，分别占46.36%和53.60%” */
function sharesBehind(parts: Spot[], spots: Spot[]): Spot[] | null {
  const last = parts.at(-1)!;
  const next = spots[last.order + 1];
  // “分别占受理总量1000件的52.0%、31.0%、16.0%”: the base stands between
  const isBase = next !== undefined && !isShare(next) && /占[^，。；]*$/.test(next.mention.before);
  const from = last.order + (isBase ? 2 : 1);
  const behind = spots.slice(from, from + parts.length).filter(isShare);
  const [first] = behind;
  const isList = first?.sentence === last.sentence && /分别|依次/.test(wordsBetween(last, first));
  return isList && behind.length === parts.length ? behind : null;
}

/** the share of each, right behind it or behind them all; null where one has none */
export function sharesOf(parts: Spot[], spots: Spot[]): Spot[] | null {
  const behind = sharesBehind(parts, spots);
  if (behind) return behind;
  const shares = parts.map((spot, at) =>
    spots
      .slice(spot.order + 1, Math.min(spot.order + 3, parts[at + 1]?.order ?? spot.order + 3))
      .find(({ mention }) => mention.unit === "%" && mention.kind === "share"),
  );
  return shares.every((share) => share !== undefined) ? shares : null;
}
