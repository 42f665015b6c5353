/** 规则的毛病: what an operator's new row may not say, given all that is in force on its first day. One sentence, or null. */
import { addDays, dateWords, isCivilDate, weekday } from "../calendar/civil.ts";
import { sheetFault } from "../inspection/sheet.ts";
import { type Refused, refuse } from "../refusal.ts";
import { cardFault } from "../scorecard/fault.ts";
import { allInForce, inForce } from "./inForce.ts";
import { inUse, type Retirable } from "./retired.ts";
import type { Rulebook, RuleKind, RuleRow } from "./rulebook.ts";

type Check<K extends RuleKind> = (row: RuleRow<K>, book: Rulebook) => string | null;

const exists = (book: Rulebook, kind: RuleKind, key: string, { from }: RuleRow) =>
  inForce(book, kind, key, from) !== null;

/** Names that two keys share at once can't be told apart on paper. */
function nameTaken<K extends "unit" | "category" | "unitGroup">(kind: K, row: RuleRow<K>, book: Rulebook) {
  const other = allInForce(book, kind, row.from).find(
    (one) => one.key !== row.key && one.value.name === row.value.name,
  );
  return other ? `“${row.value.name}”已是代码“${other.key}”的名称。` : null;
}

/** Whether going up from `parent` ever comes to the row itself. */
function isCircle(kind: "unit" | "place", row: RuleRow<"unit" | "place">, book: Rulebook): boolean {
  const seen = new Set<string>();
  for (let at = row.value.parent ?? null; at !== null && !seen.has(at); ) {
    if (at === row.key) return true;
    seen.add(at);
    at = inForce(book, kind, at, row.from)?.value.parent ?? null;
  }
  return false;
}

function parentFault(kind: "unit" | "place", row: RuleRow<"unit" | "place">, book: Rulebook): string | null {
  const { parent } = row.value;
  if (parent === undefined || parent === null) return null;
  if (isCircle(kind, row, book)) return `上级“${parent}”又在“${row.key}”之下，成了一个圈。`;
  return exists(book, kind, parent, row) ? null : `没有代码为“${parent}”的上级。`;
}

const unitFault = (unit: string | undefined, row: RuleRow, book: Rulebook) =>
  unit === undefined || exists(book, "unit", unit, row) ? null : `没有代码为“${unit}”的承办单位。`;

const kindNames = { unit: "承办单位", category: "诉求分类", place: "地区" };

/** Whoever succeeds is in use himself, and of the same kind; `until` would bring the earlier row back. */
function retirableFault(row: RuleRow<Retirable>, book: Rulebook): string | null {
  const [kind, name] = [row.kind, kindNames[row.kind]];
  const { successor } = row.value.retired ?? {};
  if (successor === row.key) return "不能由自己接替。";
  if (successor !== undefined && !inUse(book, kind, successor, row.from))
    return `没有在用的、代码为“${successor}”的${name}。`;
  if (row.until === null || !inForce(book, kind, row.key, row.until)) return null;
  return `到${dateWords(row.until)}会恢复成以前的那一行；要停用，请另写一行，自停用那天起，勾上“停用”，有接替的写明接替它的代码。`;
}

const isSubcategory = (book: Rulebook, key: string, { from }: RuleRow) =>
  inForce(book, "category", key, from)?.value.parent != null;

const marksSubcategory: Check<"civilized" | "business"> = (row, book) =>
  isSubcategory(book, row.key, row) ? null : `“${row.key}”不是诉求小类。`;

const category: Check<"category"> = (row, book) => {
  const { parent, retired } = row.value;
  const successor = retired?.successor;
  if (successor !== undefined && parent !== null && !isSubcategory(book, successor, row))
    return `“${successor}”不是诉求小类。`;
  const above = parent === null ? null : inForce(book, "category", parent, row.from);
  const below = allInForce(book, "category", row.from).some((one) => one.value.parent === row.key);
  if (parent === row.key || (parent !== null && above?.value.parent !== null)) return `“${parent}”不是诉求大类。`;
  if (parent !== null && below) return `“${row.key}”下面有小类，不能变成小类。`;
  return nameTaken("category", row, book);
};

const directory: Check<"directory"> = (row, book) => {
  const [subcategory, place] = row.key.split("@") as [string, string?];
  if (!isSubcategory(book, subcategory, row)) return `“${subcategory}”不是诉求小类。`;
  if (place !== undefined && !exists(book, "place", place, row)) return `没有代码为“${place}”的地区。`;
  return unitFault(row.value.unit, row, book);
};

/** A notice names some days of the neighbouring years too. */
const calendarYear: Check<"calendarYear"> = ({ key, value: { holidays, workdays } }) => {
  const all = [...holidays, ...workdays];
  const [first, last] = [addDays(`${key}-01-01`, -15), addDays(`${key}-12-31`, 15)];
  const outside = all.find((date) => date < first || date > last);
  if (outside) return `${dateWords(outside)}不在 ${key} 年。`;
  if (new Set(all).size < all.length) return "有日期写了两次，或者既放假又上班。";
  const working = workdays.find((date) => weekday(date) <= 5);
  return working ? `${dateWords(working)}本来就是工作日，不是调休。` : null;
};

const ranking: Check<"ranking"> = ({ value: { show, grades } }) => {
  if (show === "grades" && grades.length < 2) return "分档至少要两档。";
  if (grades.some(({ from }, at) => from >= (grades[at - 1]?.from ?? Number.POSITIVE_INFINITY)))
    return "各档要由高到低，起点不能相同。";
  if (new Set(grades.map(({ name }) => name)).size < grades.length) return "有两档名称相同。";
  return grades.length > 0 && grades.at(-1)!.from !== 0 ? "最低的一档要从 0 分起。" : null;
};

const MOST: Record<string, number> = {
  superviseBlue: 100,
  signInAttempts: 20,
  queryCodeAttempts: 20,
  sessionHours: 24,
  warningPeriods: 12,
  warningBase: 100,
  mysteryLateShare: 100,
};
/** limits that run backwards from a deadline, which no calendar counts */
const IN_HOURS = ["remindAcknowledge"];
const LEAST: Record<string, number> = { warningPeriods: 1 };
const known =
  <K extends RuleKind>(kind: K): Check<K> =>
  ({ key }, book) =>
    ((book.rows[kind] ?? []) as RuleRow[]).some((row) => row.key === key) ? null : `没有哪一处用到“${key}”这一项。`;

/** 各种规则的检查; a kind whose keys the program reads by name takes no other. */
const checks: { [K in RuleKind]?: Check<K>[] } = {
  limit: [
    known("limit"),
    ({ key, value }) => (IN_HOURS.includes(key) && value.in !== "hours" ? "提前多久催办，按小时计。" : null),
  ],
  threshold: [
    known("threshold"),
    ({ key, value }) => (value.value > (MOST[key] ?? value.value) ? `不能大于 ${MOST[key]}。` : null),
    ({ key, value }) => (value.value < (LEAST[key] ?? value.value) ? `不能小于 ${LEAST[key]}。` : null),
  ],
  retention: [
    known("retention"),
    ({ key, value }) => (key === "accessLog" && value.months < 6 ? "访问日志至少保存6个月。" : null),
  ],
  followUpMode: [
    known("followUpMode"),
    ({ value: { channel, attempts } }) => (channel === "sms" && attempts !== 1 ? "短信回访只发一次，次数写 1。" : null),
  ],
  answerWithin: [known("answerWithin")],
  satisfaction: [
    known("satisfaction"),
    ({ value: { numerator, denominator } }) =>
      numerator.every((rating) => denominator.includes(rating)) ? null : "分子里有分母没有的评价。",
  ],
  scorecard: [known("scorecard"), ({ value }) => cardFault(value)],
  ranking: [known("ranking"), ranking],
  scoreSheet: [known("scoreSheet"), ({ value }) => sheetFault(value)],
  report: [
    known("report"),
    ({ value }, book) => {
      const sections = new Set((book.rows.report ?? []).flatMap((one) => one.value.sections));
      const unknown = value.sections.find((section) => !sections.has(section));
      return unknown ? `没有“${unknown}”这一节。` : null;
    },
  ],
  unitGroup: [(row, book) => nameTaken("unitGroup", row, book)],
  unit: [
    (row, book) =>
      exists(book, "unitGroup", row.value.group, row) ? null : `没有代码为“${row.value.group}”的单位分组。`,
    (row, book) => parentFault("unit", row, book),
    retirableFault,
    (row, book) => nameTaken("unit", row, book),
  ],
  category: [category, retirableFault],
  directory: [directory],
  place: [
    retirableFault,
    (row, book) => parentFault("place", row, book),
    (row, book) => unitFault(row.value.unit, row, book),
  ],
  county: [(row, book) => unitFault(row.value.unit, row, book)],
  civilized: [marksSubcategory],
  business: [marksSubcategory],
  alias: [
    ({ value, from }, book) =>
      allInForce(book, "category", from).some((one) => one.value.name === value.of)
        ? null
        : `没有名为“${value.of}”的分类。`,
  ],
  hotEvent: [
    (row, book) => {
      const unknown = row.value.categories.find((code) => !exists(book, "category", code, row));
      return unknown ? `没有代码为“${unknown}”的分类。` : null;
    },
  ],
  calendarYear: [({ key }) => (/^20\d\d$/.test(key) ? null : "键要写成年份，如 2027。"), calendarYear],
};

function periodFault({ from, until }: RuleRow): string | null {
  if (!isCivilDate(from) || (until !== null && !isCivilDate(until))) return "日期不对。";
  return until !== null && until <= from ? "失效日期不晚于生效日期。" : null;
}

/** 规则有没有毛病: refuses (`ruleNonsense`) what can't be meant. */
export function ruleFault<K extends RuleKind>(row: RuleRow<K>, book: Rulebook): Refused | null {
  const all = [periodFault, ...((checks[row.kind] ?? []) as Check<K>[])];
  for (const check of all) {
    const sentence = check(row, book);
    if (sentence) return refuse("ruleNonsense", sentence, "请改正后再提交。");
  }
  return null;
}
