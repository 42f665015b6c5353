import { attribute, type XmlEvents } from "../xlsx/xml.ts";
import { numeralIn } from "./docxNumerals.ts";

interface Level {
  start: number;
  format: string;
  /** '第%1章', '%1.%2': each sign stands for the number on that level */
  text: string;
  /** all numbers in it are digits, whatever their levels say */
  isPlain: boolean;
  goesOn: boolean;
  gap: string;
}

interface Pattern {
  levels: Level[];
}

interface List {
  pattern: string;
  /** levels that begin again in this list, or look otherwise */
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** 自动编号: the lists of a document and what their numbers look like */
export interface WordLists {
  patterns: Map<string, Pattern>;
  lists: Map<string, List>;
}

/** the format knows nine levels; a longer text of a number is made by hand */
const DEEPEST = 9;
const LONGEST = 40;

const newLevel = (): Level => ({ start: 1, format: "decimal", text: "", isPlain: false, goesOn: false, gap: " " });

const levelSays: Record<string, (level: Level, value: string) => void> = {
  start: (level, value) => (level.start = Number(value) || 0),
  numFmt: (level, value) => (level.format = value),
  lvlText: (level, value) => (level.text = value.slice(0, LONGEST)),
  suff: (level, value) => (level.gap = value === "nothing" ? "" : " "),
  isLgl: (level, value) => (level.isPlain = value !== "0" && value !== "false"),
  lvlRestart: (level, value) => (level.goesOn = value === "0"),
};

/** 读编号的回调: fills the lists while the scanner goes through numbering.xml */
export function listEvents({ patterns, lists }: WordLists): Pick<XmlEvents, "open"> {
  let pattern: Pattern = { levels: [] };
  let list: List | null = null;
  let level = newLevel();
  let at = 0;
  const depth = (attributes: string) => Math.min(DEEPEST - 1, Math.max(0, Number(attribute(attributes, "ilvl")) || 0));
  const opened: Record<string, (attributes: string, value: string) => void> = {
    abstractNum: (attributes) => patterns.set(attribute(attributes, "abstractNumId") ?? "", (pattern = { levels: [] })),
    num: (attributes) => {
      list = { pattern: "", starts: new Map(), levels: new Map() };
      lists.set(attribute(attributes, "numId") ?? "", list);
    },
    abstractNumId: (_, value) => list && (list.pattern = value),
    lvlOverride: (attributes) => (at = depth(attributes)),
    startOverride: (_, value) => list?.starts.set(at, Number(value) || 0),
    lvl: (attributes) => {
      level = newLevel();
      if (list) list.levels.set(depth(attributes), level);
      else pattern.levels[depth(attributes)] = level;
    },
  };
  return {
    open(name, attributes) {
      const value = attribute(attributes, "val") ?? "";
      opened[name]?.(attributes, value);
      levelSays[name]?.(level, value);
    },
  };
}

/** 逐段编号: the number that stands before the next paragraph of a list on a level; “” where it is a sign or nothing */
export function numbersOf({ patterns, lists }: WordLists): (name: string, level: number) => string {
  const counts = new Map<Pattern, (number | undefined)[]>();
  const begun = new Set<List>();
  return (name, level) => {
    const list = lists.get(name);
    const pattern = patterns.get(list?.pattern ?? "");
    if (!list || !pattern) return "";
    const of = (at: number): Level | undefined => list.levels.get(at) ?? pattern.levels[at];
    const startOf = (at: number): number => list.starts.get(at) ?? of(at)?.start ?? 1;
    const own = of(level);
    if (!own) return "";
    // lists of one pattern count on, but where one says where it begins
    const count = counts.get(pattern) ?? [];
    counts.set(pattern, count);
    if (!begun.has(list)) for (const at of list.starts.keys()) count[at] = undefined;
    begun.add(list);
    count[level] = (count[level] ?? startOf(level) - 1) + 1;
    for (let at = level + 1; at < DEEPEST; at += 1) if (!of(at)?.goesOn) count[at] = undefined;
    if (own.format === "bullet") return "";
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return numeralIn(own.isPlain ? "decimal" : (of(at)?.format ?? "decimal"), count[at] ?? startOf(at));
    });
    return text === "" ? "" : text + own.gap;
  };
}
