/**
 * 逐项的几个数: “举报信息16747件，已核查15956件，查实10276件”, and for each of its kinds the same numbers in the same words:
 * where some of them add up, the one that doesn't is wrong.
 */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, type Range, show, sum, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const LEAST_ITEMS = 3;
const MOST_ITEMS = 12;
/** how many sentences above may tell of all of them */
const MOST_ABOVE = 4;
/** another number of the text is far from the sum */
const MOST_OFF = 0.12;

/** what one sentence counts, by its unit and the words that every item has */
interface Item {
  mentions: Mention[];
  keys: string[];
}

export const parallelItems = ({ sentences }: Reading): Finding[] => [
  ...runsIn(sentences.map(itemOf), 0),
  ...sentences.flatMap((mentions) => runsIn(twosOf(mentions).map(itemOf), 0)),
  ...sentences.flatMap((mentions, at) => {
    const [above, clauses] = [sentences[at - 1] ?? [], clausesOf(mentions)];
    return clauses.length < LEAST_ITEMS ? [] : runsIn([above, ...clauses].map(itemOf), 1);
  }),
];

/** `from`: what stands before is no item */
const runsIn = (items: Item[], from: number): Finding[] =>
  items.slice(from).flatMap((first, nth) => {
    const at = from + nth;
    const isFirst = at === from || !isAlike(items[at - 1], first);
    const run = first.keys.length > 1 && isFirst ? runFrom(items, at) : [];
    if (run.length < LEAST_ITEMS || run.length > MOST_ITEMS) return [];
    const above = items.slice(Math.max(0, at - MOST_ABOVE), at).flatMap(({ mentions }) => mentions);
    // what stands first may be all of them, in the same words
    const [all, ...others] = run;
    return others.length < LEAST_ITEMS
      ? against(run, above)
      : [...against(run, above), ...against(others, all!.mentions)];
  });

/** “进京访14批23人次，其中甲镇5批9人次，乙镇4批6人次，……”: two numbers each, of two units in turn */
function twosOf(mentions: Mention[]): Mention[][] {
  const own = mentions.filter(isCounted);
  const twos = own.flatMap((one, at) => {
    const next = own[at + 1];
    return next && next.unit !== one.unit && next.before === "" ? [[one, next]] : [];
  });
  const alike = twos.filter(([a, b]) => a!.unit === twos[0]![0]!.unit && b!.unit === twos[0]![1]!.unit);
  // what stands before the 其中 is all of what follows it
  const from = alike.findIndex(([a], at) => at > 0 && /其中/.test(a!.before));
  return from < 0 ? alike : alike.slice(from - 1);
}

/** “甲94件，402人次；乙54件，173人次；丙1件，1人次”: each between two semicolons is an item too */
function clausesOf(mentions: Mention[]): Mention[][] {
  const clauses: Mention[][] = [];
  for (const one of mentions) {
    const last = clauses.at(-1);
    if (last && !one.passage.text.slice(last.at(-1)!.end, one.at).includes("；")) last.push(one);
    else clauses.push([one]);
  }
  return clauses;
}

const isCounted = ({ kind, unit, period, isHedged }: Mention): boolean =>
  period === "now" && !isHedged && (kind === "count" || unit === "元");

const itemOf = (mentions: Mention[]): Item => {
  const own = mentions.filter(isCounted);
  return { mentions: own, keys: own.map(({ unit, label }, at) => `${unit}|${at === 0 ? "" : label}`) };
};

const isAlike = (a: Item | undefined, b: Item): boolean =>
  a !== undefined && a.keys.length === b.keys.length && a.keys.every((key, at) => key === b.keys[at]);

function runFrom(items: Item[], from: number): Item[] {
  const stop = items.findIndex((item, at) => at > from && !isAlike(item, items[from]!));
  return items.slice(from, stop < 0 ? items.length : stop);
}

/** each number of the items against the count above that is called so: the first by any words, the others by their own */
function against(run: Item[], above: Mention[]): Finding[] {
  const columns = run[0]!.mentions.map((head, at) => {
    const parts = run.map(({ mentions }) => mentions[at]!);
    const added = sum(parts.map(({ number }) => number.range));
    const called = above.filter(
      (one) => one.unit === head.unit && isNear(one, added) && (at === 0 || one.label.endsWith(head.label.slice(-2))),
    );
    const isMade = called.some(({ number }) => meets(number.range, added));
    return { parts, added, whole: called.at(-1), isMade };
  });
  if (!columns.some(({ isMade }) => isMade)) return [];
  return columns.flatMap(({ parts, added, whole, isMade }) =>
    whole && !isMade ? [contradiction(whole, parts, added)] : [],
  );
}

const isNear = ({ number }: Mention, added: Range): boolean =>
  Math.abs(number.approximate - toNumber(middle(added))) <= MOST_OFF * number.approximate;

function contradiction(whole: Mention, parts: Mention[], added: Range): Finding {
  const texts = parts.map(({ number }) => number.text);
  const scale = /万/.test(whole.number.text) ? 10_000n : 1n;
  const shown = show({ n: middle(added).n, d: middle(added).d * scale }, whole.number.step ? 2 : 0);
  return finding("partsAndWhole", {
    confidence: 0.8,
    places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
    values: [whole.number.text, ...texts],
    arithmetic: `${texts.map((text) => text.replace(/[^\d.万,]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
    message: `“${nameOf(whole)}”印作${whole.number.text}，下面${parts.length}项的“${nameOf(parts[0]!)}”等相加为${shown}；同样几项的其他数都加得起来。`,
  });
}
