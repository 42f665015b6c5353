import type { CivilDate } from "../../domain/calendar/civil.ts";
import { firstDay } from "../../domain/calendar/month.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rating, Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { Scorecard } from "../../domain/scorecard/scorecard.ts";
import { type Cast, castOf } from "./cast.ts";
import { civilizedOf } from "./civilized.ts";
import { type Category, classesOf, type Subcategory } from "./classes.ts";
import type { Choose } from "./naming.ts";
import { within15sOf } from "./within15s.ts";

/** 小类组: classes that the file treats alike: one printed class, or the unprinted ones of a category. */
export interface ClassGroup {
  id: string;
  category: string;
  classes: Subcategory[];
  order: number;
  civilized: boolean;
}

/** 重建的世界: who and what a month needs, from the file and the rulebook, before any number is chosen. */
export interface World extends Cast {
  month: string;
  categories: Category[];
  subcategories: Subcategory[];
  groups: ClassGroup[];
  canonical: (name: string) => string;
  satisfaction: { numerator: Rating[]; denominator: Rating[] };
  scorecard: Scorecard | null;
  within15sOf: "offered" | "answered";
  channel: "sms" | "phone";
}

const SOURCE = "由月度数字文件推得";
const DEFAULT_RATE: World["satisfaction"] = {
  numerator: ["satisfied"],
  denominator: ["satisfied", "neutral", "dissatisfied"],
};

function groupsOf(subcategories: Subcategory[], civilized: Set<string>): ClassGroup[] {
  const groups = new Map<string, ClassGroup>();
  const lastNamed = Math.max(...subcategories.filter(({ named }) => named).map(({ order }) => order));
  for (const one of subcategories) {
    const inIt = civilized.has(one.code);
    const id = one.named
      ? one.code
      : `${one.category}${inIt ? " 文明" : ""}${one.order < lastNamed ? " 在前" : ""} 其余`;
    const group = groups.get(id) ?? { id, category: one.category, classes: [], order: one.order, civilized: inIt };
    group.classes.push(one);
    groups.set(id, group);
  }
  return [...groups.values()];
}

const longest = (lists: unknown[][]) => Math.max(0, ...lists.map((list) => list.length));

/** 清单长度: how many places the file's rankings print, where it isn't the rulebook's number. */
function lengthRows(file: FiguresFile, on: CivilDate): RuleRow[] {
  const tops = (rows: { top?: unknown[] }[] | undefined) => longest((rows ?? []).map((row) => row.top ?? []));
  const lengths: [string, number][] = [
    ["topCategories", file.topCategories?.length ?? 0],
    ["topSubcategories", file.topSubcategories?.length ?? 0],
    ["districtsTop3.top", tops(file.districtsTop3)],
    ["unitsTop3", file.unitsTop3?.length ?? 0],
    ["unitsTop3.top", tops(file.unitsTop3)],
    ["firstContactHot", file.handling?.firstContactHot?.length ?? 0],
    ["firstContactHot.topics", longest((file.handling?.firstContactHot ?? []).map((row) => row.topics ?? []))],
    ["dispatchedHot", file.handling?.dispatchedHot?.length ?? 0],
    ["dissatisfiedTop", file.followUp?.dissatisfiedTop?.length ?? 0],
  ];
  return lengths
    .filter(([, length]) => length > 0)
    .map(([key, length]): RuleRow => {
      const value = { length, words: `列前${length}项` };
      return { kind: "listLength", key, from: on, until: null, value, source: SOURCE, assumption: true };
    });
}

/** 考核权重 as the file prints them, where they differ from the rulebook's. */
function scorecardOf(file: FiguresFile, book: Rulebook, on: CivilDate): { card: Scorecard | null; rows: RuleRow[] } {
  const card = inForce(book, "scorecard", "countyComposite", on)?.value ?? null;
  const weights = file.appendix2?.weights;
  if (!card || !weights) return { card, rows: [] };
  const stated: Record<string, number | undefined> = {
    dispatched: weights.dispatchedOrders,
    five: weights.fiveRatesOneDegree,
    mysteryCall: weights.mysteryCalls,
  };
  const components = card.components.map((one) => {
    const weight = stated[one.key];
    return weight === undefined ? one : { ...one, weight: Math.round(weight * 10000) };
  });
  if (components.every((one, at) => one.weight === card.components[at]?.weight)) return { card, rows: [] };
  const value = { ...card, components };
  const base = { from: on, until: null, source: SOURCE, assumption: true };
  return { card: value, rows: [{ ...base, kind: "scorecard", key: "countyComposite", value }] };
}

/** 世界: decides the cast of a month before any number is chosen; what goes beyond the rulebook comes as `rows`. */
export function worldOf(file: FiguresFile, book: Rulebook, choose: Choose): World {
  const month = file.period ?? "";
  const on = firstDay(month);
  const classes = classesOf(file, book, on, choose);
  const cast = castOf(file, book, on);
  const civilized = civilizedOf(file, book, on, classes.subcategories, classes.canonical);
  const { card, rows } = scorecardOf(file, book, on);
  const within = within15sOf(file, book, on);
  const rule = inForce(book, "satisfaction", "satisfactionRate", on)?.value;
  return {
    ...cast,
    month,
    categories: classes.categories,
    subcategories: classes.subcategories,
    groups: groupsOf(classes.subcategories, civilized.codes),
    canonical: classes.canonical,
    satisfaction: rule ?? DEFAULT_RATE,
    scorecard: card,
    within15sOf: within.of,
    channel: inForce(book, "followUpMode", "mode", on)?.value.channel ?? "phone",
    rows: [...classes.rows, ...cast.rows, ...civilized.rows, ...lengthRows(file, on), ...rows, ...within.rows],
  };
}
