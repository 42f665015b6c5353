/** 任意的小城市: months of invented cities as figures files, whole or with parts left out; one whole number makes one. */
import { booksFor } from "../../rulebook/books.ts";
import type { MonthCounts, RequestCounts } from "../../src/domain/measure/counts.ts";
import type { FiguresFile } from "../../src/domain/measure/figures.ts";
import { monthFigures } from "../../src/domain/measure/monthFigures.ts";
import { toFile } from "../../src/domain/measure/toFile.ts";
import { assemble } from "../../src/domain/rule/inForce.ts";
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";

export const PLATFORM = "东州市";
export const MONTH = "2023-05";
/** the release's books that hold there */
export const books = booksFor(PLATFORM).map((book) => book.rows);
export const codes = (assemble(books).rows.category ?? [])
  .filter((row) => row.value.parent !== null)
  .map((row) => row.key);

/** Whole numbers from a seed, so that one integer of fast-check makes a whole world. */
export function dice(seed: number) {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (most: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * (most + 1));
  };
}
type Dice = ReturnType<typeof dice>;

export const row = <K extends RuleRow["kind"]>(kind: K, key: string, value: RuleRow<K>["value"]) =>
  ({ kind, key, from: "2000-01-01", until: null, value, source: "测试", assumption: true }) as RuleRow;

function cast(roll: Dice) {
  const districts = Array.from({ length: roll(3) }, (_, at) => ({
    code: `d${at}`,
    name: `${"甲乙丙丁"[at]}区人民政府`,
    place: `${"甲乙丙丁"[at]}区`,
  }));
  const departments = Array.from({ length: 1 + roll(7) }, (_, at) => ({
    code: `u${at}`,
    name: `市第${at + 1}局`,
    place: null,
  }));
  const unitRow = ({ code, name }: { code: string; name: string }, group: string, order: number) =>
    row("unit", code, { name, group, order, shortNames: [], listedWhenIdle: false });
  const rows = [
    ...districts.map((one, at) => unitRow(one, "district", at)),
    ...departments.map((one, at) => unitRow(one, "department", 10 + at)),
    ...districts.map((one, at) =>
      row("place", `p${at}`, { name: one.place, parent: null, order: at, level: "district", unit: one.code }),
    ),
    ...districts.slice(0, 2).map((one, at) => row("county", one.place, { name: one.place, order: at, unit: one.code })),
  ];
  return { units: [...districts, ...departments].map(({ code }) => code), counties: districts.slice(0, 2), rows };
}

function requests(roll: Dice, size: number) {
  const used = codes.filter((_, at) => at % 7 < 2 && roll(2) > 0);
  return used.flatMap((category): RequestCounts[] =>
    (["firstContact", "dispatched"] as const).flatMap((outcome) =>
      ["咨询", "投诉"].map((type) => ({ category, type, outcome, count: roll(roll(3) === 0 ? size : 3) })),
    ),
  );
}

function ratings(roll: Dice, total: number) {
  const satisfied = roll(total);
  const neutral = roll(total - satisfied);
  const dissatisfied = roll(total - satisfied - neutral);
  return { satisfied, neutral, dissatisfied, noResponse: total - satisfied - neutral - dissatisfied };
}

function month(roll: Dice, units: string[], counties: { place: string }[], size: number): MonthCounts {
  const accepted = requests(roll, size);
  const first = accepted.filter((one) => one.outcome === "firstContact").reduce((sum, one) => sum + one.count, 0);
  const sent = accepted.filter((one) => one.outcome === "dispatched");
  const dispatched = sent.map(({ category, count }) => ({
    unit: units[roll(units.length - 1)] as string,
    category,
    count,
  }));
  const followed = units.map((unit) => {
    const followUps = roll(3) === 0 ? 0 : roll(size);
    const returnsRejected = followUps === 0 ? 0 : roll(3);
    const returns = { returnsRequested: returnsRejected, returnsAccepted: 0, returnsRejected, returnsLate: 0 };
    return {
      unit,
      validOrders: followUps,
      followUps,
      ...returns,
      onTime: roll(followUps),
      informed: roll(followUps),
      ...ratings(roll, followUps),
    };
  });
  const unhappy = followed.reduce((sum, one) => sum + one.dissatisfied, 0);
  const inOne = roll(unhappy);
  const offered = roll(5 * size);
  const answered = roll(offered);
  const rate = () => {
    const denominator = 1 + roll(size);
    return { numerator: roll(denominator), denominator };
  };
  return {
    month: MONTH,
    calls: { offered, answered, answeredWithin15s: roll(answered) },
    requests: accepted,
    mergedRepeats: 0,
    firstContactRatings: ratings(roll, first),
    hotEvents: [],
    dispatched: dispatched.filter(({ count }) => count > 0),
    units: followed.filter(({ followUps }) => followUps > 0),
    dissatisfied: [
      { category: codes[3] as string, count: inOne },
      { category: codes[9] as string, count: unhappy - inOne },
    ],
    dueForFollowUp: followed.reduce((sum, one) => sum + one.followUps, 0),
    followUpChannels: followed.some(({ followUps }) => followUps > 0) ? [{ channel: "sms", count: 1 }] : [],
    overdue: [{ unit: units[0] as string, topic: "断网", count: 1 + roll(4) }],
    overdueBefore: [],
    returns: { requested: 0, accepted: 0, rejected: 0, late: 0 },
    counties: counties.map(({ place }) => {
      const calls = 1 + roll(4 * size);
      return {
        platform: place,
        offered: calls,
        answered: roll(calls),
        firstContact: rate(),
        onTime: rate(),
        followUp: rate(),
        satisfaction: rate(),
        accuracy: 3000,
      };
    }),
    mysteryCalls: counties.flatMap(({ place }) =>
      [0, 1, 2, 3].map(() => {
        const late = roll(3) === 0;
        return {
          platform: place,
          secondsToAnswer: late ? 20 : 8,
          voiceMenu: 50 * roll(20),
          connection: late ? 500 : 1000,
          etiquette: 50 * roll(80),
          knowledge: 50 * roll(60),
          followUp: 50 * roll(20),
        };
      }),
    ),
    leaderDays: [],
    bulkReturns: [],
  };
}

/** 一个小城市的一个月: printed from counts that a seed makes. */
export function world(seed: number): FiguresFile {
  const roll = dice(seed);
  const { units, counties, rows } = cast(roll);
  const size = [3, 12, 60, 900][roll(3)] as number;
  const [counts, before] = [month(roll, units, counties, size), month(roll, units, counties, size)];
  const figures = monthFigures({
    counts,
    before,
    rulebook: assemble([...books, rows]),
    platform: PLATFORM,
    month: MONTH,
  });
  return JSON.parse(JSON.stringify(toFile(figures))) as FiguresFile;
}

const NAMES = new Set([
  "place",
  "unit",
  "platform",
  "category",
  "subcategory",
  "topic",
  "type",
  "item",
  "group",
  "name",
  "id",
]);
/** What a file says of names, not of numbers; and lists of which the entries belong together. */
const WHOLE = new Set(["aliases", "unit", "topics", "items", "subcategories"]);

/** Leaves out keys at random, at any depth, leaves and whole parts alike; entries of lists stay, and so do their names. */
function without(node: unknown, roll: Dice, oneIn: number, depth = 0): unknown {
  if (Array.isArray(node) && node.every((one) => typeof one !== "object")) return node;
  if (Array.isArray(node)) return node.map((one) => without(one, roll, oneIn, depth + 1));
  if (typeof node !== "object" || node === null) return node;
  const isKept = (key: string) => NAMES.has(key) || (depth === 0 && key === "period") || roll(oneIn) > 0;
  const kept = Object.entries(node).filter(([key]) => isKept(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, WHOLE.has(key) ? value : without(value, roll, oneIn, depth + 1)]),
  );
}

/** Leaves out the same key of every row of a list: a report that doesn't print that column. */
function withoutColumns(node: unknown, roll: Dice, gone = new Map<string, boolean>(), path = ""): unknown {
  if (Array.isArray(node)) return node.map((one) => withoutColumns(one, roll, gone, path));
  if (typeof node !== "object" || node === null) return node;
  const isGone = (key: string, value: unknown) => {
    const at = `${path}.${key}`;
    if (NAMES.has(key) || WHOLE.has(key) || key === "period" || typeof value === "object") return false;
    if (!gone.has(at)) gone.set(at, roll(1) === 0);
    return gone.get(at) === true;
  };
  const kept = Object.entries(node).filter(([key, value]) => !isGone(key, value));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, WHOLE.has(key) ? value : withoutColumns(value, roll, gone, `${path}.${key}`)]),
  );
}

/** Leaves out keys at random, names among them; entries of lists stay, be they empty. */
export function withoutAny(node: unknown, roll: Dice, oneIn: number, depth = 0): unknown {
  if (Array.isArray(node) && node.every((one) => typeof one !== "object")) return node;
  if (Array.isArray(node)) return node.map((one) => withoutAny(one, roll, oneIn, depth + 1));
  if (typeof node !== "object" || node === null) return node;
  const isKept = (key: string) => (depth === 0 && (key === "period" || key === "platform")) || roll(oneIn) > 0;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isKept(key))
      .map(([key, value]) => [key, withoutAny(value, roll, oneIn, depth + 1)]),
  );
}

/** 删法: what a report leaves out. */
export const CUTS: Record<string, (file: unknown, roll: Dice) => unknown> = {
  一半的键: (file, roll) => without(file, roll, 1),
  四分之一的键: (file, roll) => without(file, roll, 4),
  个别键: (file, roll) => without(file, roll, 12),
  整列: withoutColumns,
  什么也没有: (file) => file,
};
