/** 率与件数: a rate that no usual formula gives from the counts printed beside it. */

import type { Finding } from "../../../domain/finding.ts";
import { agreement, isSlip, middle, printed, show, toNumber } from "../../number.ts";
import { isRateNow, type Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { isSilent } from "../../silence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { namesake } from "./namesake.ts";
import { rateSilences, waySilences } from "./ofOthers.ts";
import { isPrintedOf, plainWays, satisfactionWays, type Way, way } from "./rateWays.ts";

const isCountNow = ({ kind, period }: Mention): boolean => kind === "count" && period === "now";

export const rateOfCounts = ({ mentions }: Reading): Finding[] =>
  mentions.filter(isRateNow).flatMap((rate) => {
    const counts = mentions.filter(
      (one) => one.passage === rate.passage && isCountNow(one) && one.at < rate.at && one.unit !== "家",
    );
    if (isSilent(rateSilences, { rate, counts, mentions })) return [];
    const last = counts.at(-1);
    const beside = mentions.filter((one) => one.sentence === rate.sentence);
    const seen = { rate, last, beside, counts: beside.filter(({ kind }) => kind === "count") };
    const isOfOthers = (way: Way) => isSilent(waySilences, { ...seen, way });
    const own = namesake(rate, counts);
    if (own) return isOfOthers(own) ? [] : contradiction(rate, [own], 0.6);
    // “非常满意、满意、基本满意分别为9716件、1588件、1102件”: names and counts apart
    if (/满意[率度]/.test(rate.label) && counts.some(({ before }) => /满意[^，。；]*分别(?:为|是)$/.test(before)))
      return [];
    const ways = /(?<!不)满意[率度]/.test(rate.label)
      ? satisfactionWays(counts.filter((count) => isTogether(count, rate)))
      : plainWays(rate, counts);
    if (ways.length === 0) return farContradiction(rate, mentions);
    if (last && isCountOf(last, rate) && !ways.some(({ used: [part] }) => part === last)) return [];
    return ways.some(isOfOthers) || isSomeones(rate, ways, mentions.filter(isCountNow))
      ? []
      : contradiction(rate, ways);
  });

/** “全部转办工单办结89989件，办结率99.65%”: of the count right before it, or of none */
function isCountOf(last: Mention, rate: Mention): boolean {
  const stem = /(.{2})率$/.exec(rate.label)?.[1];
  return (
    last.sentence.from === rate.sentence.from &&
    stem !== undefined &&
    last.label.endsWith(stem) &&
    /^，$/.test(rate.passage.text.slice(last.end, rate.at - rate.label.length))
  );
}

const distinct = (ways: Way[]): Way[] =>
  ways.filter(({ used, kind }, at) => ways.findIndex((one) => one.used[0] === used[0] && one.kind === kind) === at);

/** a part of one of the ways gives the rate with another count of the paragraph: “需办理8633件，办结7884件” */
const isSomeones = (rate: Mention, ways: Way[], bases: Mention[]): boolean =>
  distinct(ways).some(({ used: [part], kind }) =>
    bases.some((base) => {
      const other = part && part !== base ? way([part], [base], kind) : null;
      return other !== null && isPrintedOf(rate, other.value);
    }),
  );

/** after a semicolon it is another's rate, and nearest before it stand its own counts */
const isTogether = (count: Mention, rate: Mention): boolean => !/；/.test(rate.passage.text.slice(count.end, rate.at));

/** the value, in percent, with one digit otherwise or two of them swapped, is what is printed */
const isSlipped = (rate: Mention, { value }: Way): boolean =>
  isSlip(printed(show(middle(value)), 0, "", `${show(middle(value))}%`), rate.number);

/** the counts stand in another paragraph: only a slip of the pen is told, and only where no count of all fits */
function farContradiction(rate: Mention, mentions: Mention[]): Finding[] {
  // what is signed for or reported in time is none of the counts that a report usually prints
  if (/签收|联系|响应|接单|反馈|审核/.test(rate.label)) return [];
  const counts = mentions.filter(
    ({ kind, period, depth, unit, passage, at, label }) =>
      kind === "count" &&
      (/回访/.test(rate.label) || !/回访/.test(label)) &&
      // “涉及县区10504件” is no whole of the city's
      !/[县区旗]|部门|企业|乡镇|街道/.test(label) &&
      period === "now" &&
      depth === 0 &&
      unit !== "家" &&
      (passage !== rate.passage || at < rate.at) &&
      // “涉企专席……，按期办结率99.42%”: of theirs
      (/企业|涉企/.test(passage.text) || !/企业|涉企/.test(sentenceBefore(rate))),
  );
  const ways = /满意/.test(rate.label) ? [] : plainWays(rate, counts);
  if (isSomeones(rate, ways, mentions.filter(isCountNow))) return [];
  // what is more than its whole leaves less than nothing, and no slip of the pen gives that
  const slips = ways.filter((one) => one.value.low.n >= 0n && isSlipped(rate, one));
  const [slip] = slips;
  if (!slip || new Set(slips.map(({ value }) => show(middle(value)))).size > 1) return [];
  return contradiction(rate, ways.filter(({ value }) => agreement(rate.number, value) !== "off").concat(slip), 0.55);
}

function contradiction(rate: Mention, ways: Way[], sure = 0.6): Finding[] {
  const tried = ways.map((one) => ({
    ...one,
    found: agreement(rate.number, one.value),
    off: Math.abs(toNumber(one.value.low) - toNumber(rate.number.value)),
  }));
  if (tried.length === 0 || tried.some(({ found }) => found === "rounded" || found === "cut")) return [];
  const nearest = tried.reduce((best, next) => (next.off < best.off ? next : best));
  if (nearest.off > 10 && !isSlipped(rate, nearest)) return [];
  const isSame = nearest.used.every(({ sentence }) => sentence.from === rate.sentence.from);
  const right = `${show(middle(nearest.value))}%`;
  return [
    finding("rateOfCounts", {
      confidence: isSame ? 0.8 : sure,
      isSlight: nearest.found === "slight",
      places: distinctPlaces([placeOf(rate), ...nearest.used.map(placeOf)]),
      values: [rate.number.text, ...new Set(nearest.used.map(({ number }) => number.text))],
      arithmetic: `${nearest.working} = ${right} ≠ ${rate.number.text}`,
      message: `“${nameOf(rate)}”印作${rate.number.text}，按文中的${[...new Set(nearest.used.map((used) => `${nameOf(used)}${used.number.text}`))].join("、")}算应为${right}。`,
    }),
  ];
}
