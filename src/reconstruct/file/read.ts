import { isCivilDate } from "../../domain/calendar/civil.ts";
import { isMonth } from "../../domain/calendar/month.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { sameNames } from "./sameNames.ts";
import { FIGURES_SHAPE, type Leaf, type Shape } from "./shape.ts";

/** 读出的数字文件: what was understood, and the paths of what was not and is left aside. */
export interface ReadFigures {
  file: FiguresFile & { platform: string; period: string };
  ignored: string[];
}
interface Found {
  wrong: string[];
  ignored: string[];
}

/** The month after which no date of the records would have four digits. */
const LAST_MONTH = "9999-01";
const MOST = 100_000_000;
/** More units than any city has. */
const MOST_UNITS = 2_000;
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const hundredths = (value: unknown) => isNumber(value) && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
const between = (value: unknown, low: number, high: number) =>
  hundredths(value) && (value as number) >= low && (value as number) <= high;
const isText = (value: unknown, most: number): boolean =>
  typeof value === "string" && value.trim() !== "" && value.length <= most;
/** A NUL can't be stored as text. */
const NUL = "\u0000";
const clean = (value: unknown) => typeof value === "string" && !value.includes(NUL);

const LEAVES: Record<Leaf, { fits: (value: unknown) => boolean; words: string }> = {
  count: { fits: (value) => Number.isSafeInteger(value) && between(value, 0, MOST), words: "应为0至1亿的整数" },
  percent: { fits: (value) => between(value, 0, 100), words: "应为0至100、最多两位小数的数" },
  rate: { fits: (value) => between(value, 0, 100_000), words: "应为不小于0、最多两位小数的数" },
  points: { fits: (value) => between(value, -100, 100), words: "应为-100至100、最多两位小数的数" },
  change: { fits: (value) => between(value, -100, MOST), words: "应为不小于-100、最多两位小数的数" },
  weight: { fits: (value) => isNumber(value) && value >= 0 && value <= 1, words: "应为0至1的数" },
  text: { fits: (value) => isText(value, 100) && clean(value), words: "应为不超过100字的文字" },
  note: { fits: (value) => typeof value === "string" && value.length <= 10_000 && clean(value), words: "应为文字" },
  month: { fits: (value) => typeof value === "string" && isMonth(value), words: "应为“2022-11”样式的月份" },
  date: { fits: (value) => typeof value === "string" && isCivilDate(value), words: "应为“2022-11-16”样式的真实日期" },
  channel: { fits: (value) => value === "sms" || value === "phone", words: "应为 sms 或 phone" },
  cutoff: { fits: (value) => value === "followUp", words: "只支持 followUp（以回访时间为截点）" },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const shown = (value: unknown) =>
  (typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "空")).slice(0, 40);
/** Leaves and parts that may be null: the figure has no value, or the month had no such thing; a null count is one not told. */
const MAY_BE_NULL: Leaf[] = ["percent", "rate", "points", "change"];
const NONE_THIS_MONTH = ["hotEvent", "leaderDay", "bulkReturn"];

function walkFields(of: Record<string, Shape>, value: Record<string, unknown>, path: string, found: Found): unknown {
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key;
    const shape = Object.hasOwn(of, key) ? of[key] : undefined;
    if (!shape) found.ignored.push(at);
    else kept[key] = walk(shape, inner, at, found);
  }
  return kept;
}

function walkList(shape: Shape, most: number, value: unknown[], path: string, found: Found): unknown {
  if (value.length > most) found.wrong.push(`${path} 有${value.length}项，最多${most}项`);
  return value.slice(0, most).map((inner, at) => walk(shape, inner, `${path}[${at}]`, found));
}

const walkMap = (shape: Shape, value: Record<string, unknown>, path: string, found: Found) =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, walk(shape, inner, `${path}["${key}"]`, found)]),
  );

/** null stands for a figure that the report doesn't give; for a table or a name it says no more than its absence. */
function absent(shape: Shape, path: string, found: Found): null | undefined {
  if (path.endsWith("]") && !MAY_BE_NULL.includes(shape as Leaf)) found.wrong.push(`${path} 不能是 null`);
  return MAY_BE_NULL.includes(shape as Leaf) || NONE_THIS_MONTH.includes(path) ? null : undefined;
}

function walk(shape: Shape, value: unknown, path: string, found: Found): unknown {
  if (value === null) return absent(shape, path, found);
  const wrong = (words: string) => void found.wrong.push(`${path || "文件"} ${words}，却是 ${shown(value)}`);
  if (typeof shape === "string") return LEAVES[shape].fits(value) ? value : wrong(LEAVES[shape].words);
  if ("list" in shape)
    return Array.isArray(value) ? walkList(shape.list, shape.most, value, path, found) : wrong("应为清单");
  if ("pair" in shape) {
    if (Array.isArray(value) && value.length <= 2) return walkList(shape.pair, 2, value, path, found);
    return wrong("应为“[率, 得分]”两个数");
  }
  if (!isObject(value)) return wrong("应为一组数据");
  return "map" in shape ? walkMap(shape.map, value, path, found) : walkFields(shape.fields, value, path, found);
}

/** What a file may say without stating a figure. */
const NO_FIGURES = ["platform", "period", "source", "note", "issued", "categories", "places", "derived"];

/** A file that was understood in every leaf may still say what no month can have. */
function wrongAsAWhole(file: ReadFigures["file"], ignored: string[]): string[] {
  const wrong = sameNames(file);
  const { bulkReturn, period } = file;
  const units = (file.appendix1?.groups ?? []).reduce((sum, { rows = [] }) => sum + rows.length, 0);
  if (units > MOST_UNITS) wrong.push(`appendix1 各组共有${units}行，最多${MOST_UNITS}行`);
  if (period >= LAST_MONTH) wrong.push(`period 应早于 ${LAST_MONTH}，却是 ${period}`);
  for (const key of ["openSince", "returnedIn"] as const)
    if ((bulkReturn?.[key] ?? "") > period)
      wrong.push(`bulkReturn.${key} 不能晚于 period（${period}），却是 ${bulkReturn?.[key]}`);
  const held = file.leaderDay?.date;
  if (held && !held.startsWith(period)) wrong.push(`leaderDay.date 不在 ${period} 之内，却是 ${held}`);
  if (ignored.length > 0 && Object.keys(file).every((key) => NO_FIGURES.includes(key)))
    wrong.push(`文件里没有一个认得的数字，只有 ${ignored.slice(0, 5).join("、")}`);
  return wrong;
}

/** 读数字文件: checks every leaf; refuses a file with any that can't be meant, naming each (at most ten are printed). */
export function readFigures(value: unknown): ReadFigures | Refused {
  const found: Found = { wrong: [], ignored: [] };
  const file = walk(FIGURES_SHAPE, value, "", found) as FiguresFile | null | undefined;
  for (const key of ["platform", "period"] as const)
    if (isObject(value) && (value[key] ?? null) === null) found.wrong.push(`缺少 ${key}`);
  if (value === null) found.wrong.push("文件应为一组数据，却是 null");
  if (found.wrong.length === 0) found.wrong.push(...wrongAsAWhole(file as ReadFigures["file"], found.ignored));
  if (found.wrong.length === 0) return { file: file as ReadFigures["file"], ignored: found.ignored };
  const more = found.wrong.length > 10 ? `……等${found.wrong.length}处` : "";
  return refuse("badFigures", `数字文件有看不懂的内容：${found.wrong.slice(0, 10).join("；")}${more}。`);
}
