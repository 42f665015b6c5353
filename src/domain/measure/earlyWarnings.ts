/** 预警: matters of which far more was told than in the periods before, by the thresholds of the rulebook. */
import { lastDay } from "../calendar/month.ts";
import type { PeriodKey } from "../calendar/period.ts";
import type { CategoryCode } from "./counts.ts";
import { districtFinder } from "./districts.ts";
import { count, rate } from "./figure.ts";
import type { Measured } from "./measured.ts";
import {
  categoryName,
  categoryOrder,
  isSubcategory,
  referenceTo,
  registered,
  ruleOf,
  type Setting,
} from "./setting.ts";
import { tally, total } from "./tally.ts";

/** 受理诉求 by subcategory and place */
export interface TopicCounts {
  category: CategoryCode;
  place: string | null;
  count: number;
}

/** 一期的受理诉求 */
export interface PeriodTopics {
  period: PeriodKey;
  rows: TopicCounts[];
}

/** 预警的一项: a subcategory, in the whole city or in one district */
export interface EarlyWarning<N> {
  topic: string;
  /** null: everywhere */
  district: string | null;
  count: N;
  /** the earliest first */
  earlier: { period: PeriodKey; count: N }[];
  /** above the mean of the earlier periods; without a value where none of them had any */
  growth: N;
  share: N;
}

/** 预警; null: no period before this one is wholly recorded, or no rule says what is unusual */
export interface EarlyWarnings<N> {
  words: string;
  /** the greatest increase first */
  grown: EarlyWarning<N>[];
}

/** a subcategory, and where: '' everywhere */
interface Matter {
  category: CategoryCode;
  district: string;
}

const keyOf = ({ category, district }: Matter) => `${category} ${district}`;

/** 每类诉求全市的和各区县的件数 */
function byMatter(rows: TopicCounts[], districtOf: (place: string | null) => string | null) {
  const matters = rows.flatMap(({ category, place, count: size }) =>
    ["", districtOf(place)].flatMap((district) => (district === null ? [] : [{ category, district, count: size }])),
  );
  return {
    matters: [...new Map(matters.map((row) => [keyOf(row), row])).values()],
    counts: tally(matters, keyOf, (row) => row.count),
  };
}

const sizeOf = (rows: TopicCounts[]) => total(rows, (row) => row.count);

/** 可作基数的各期: back to the first of which so little is recorded that it can't be all there was, such as old orders that came over. */
function whole(setting: Setting, now: TopicCounts[], before: PeriodTopics[]): PeriodTopics[] {
  const share = ruleOf(setting, "threshold", "warningBase")?.value.value ?? 0;
  const fragment = before.findIndex(({ rows }) => sizeOf(rows) * 100 < sizeOf(now) * share);
  return fragment === -1 ? before : before.slice(0, fragment);
}

/** 预警 of a period against those before it, the latest of them first; `now` and they are counted alike. */
export function earlyWarnings(
  setting: Setting,
  now: TopicCounts[],
  recorded: PeriodTopics[],
): EarlyWarnings<Measured> | null {
  const before = whole(setting, now, recorded);
  const [least, growth] = [ruleOf(setting, "threshold", "warningLeast"), ruleOf(setting, "threshold", "warningGrowth")];
  if (!least || !growth || before.length === 0) return null;
  const words = `${least.value.words}，${growth.value.words}`;
  const rule = referenceTo(growth, words);
  const districtOf = districtFinder(setting.rulebook, lastDay(setting.month));
  const names = new Map(
    registered(setting.rulebook, "place", setting.month).map(({ key, value }) => [key, value.name]),
  );
  const { matters, counts } = byMatter(now, districtOf);
  const earlier = before.map(({ period, rows }) => ({ period, counts: byMatter(rows, districtOf).counts })).reverse();
  const accepted = sizeOf(now);
  const sizes = matters.map((matter) => {
    const size = counts.get(keyOf(matter)) ?? 0;
    const past = earlier.map((one) => one.counts.get(keyOf(matter)) ?? 0);
    const base = past.reduce((sum, one) => sum + one, 0);
    return { ...matter, size, past, base, above: size * past.length - base };
  });
  const grown = sizes.filter(
    ({ category, size, base, above }) =>
      isSubcategory(setting, category) && size >= least.value.value && above * 100 >= base * growth.value.value,
  );
  // where a district has all of it, the whole city's line says so already
  const everywhere = new Map(grown.filter(({ district }) => district === "").map((one) => [one.category, one.size]));
  return {
    words,
    grown: grown
      .filter(({ category, district, size }) => district === "" || everywhere.get(category) !== size)
      .toSorted(
        (a, b) =>
          b.above - a.above ||
          categoryOrder(setting, a.category) - categoryOrder(setting, b.category) ||
          (a.district < b.district ? -1 : 1),
      )
      .map(({ category, district: code, size, past, base, above }) => {
        const topic = categoryName(setting, category, "earlyWarnings");
        const district = code === "" ? null : (names.get(code) ?? code);
        const about = { of: district === null ? topic : `${topic} · ${district}`, rule };
        const at = "further.earlyWarnings.grown[]";
        return {
          topic,
          district,
          count: count(setting, `${at}.count`, size, about),
          earlier: earlier.map(({ period }, place) => ({
            period,
            count: count({ ...setting, month: period }, `${at}.earlier[].count`, past[place]!, about),
          })),
          growth: rate(setting, `${at}.growth`, { numerator: above, denominator: base }, about),
          share: rate(setting, `${at}.share`, { numerator: size, denominator: accepted }, about),
        };
      }),
  };
}
