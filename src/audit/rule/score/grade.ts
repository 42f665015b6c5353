/** 等次与得分: a grade that the bounds which the report prints don't give for the score beside it. */
import type { Finding } from "../../../domain/finding.ts";
import { toNumber } from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

/** 一档: from `low` on, below `high`; a score on a bound is left alone */
interface Grade {
  name: string;
  low: number;
  high: number;
}

interface Scale {
  grades: Grade[];
  passage: Passage;
}

const names =
  "优秀|优良|良好|较好|中等|一般|合格|达标|基本合格|基本达标|不合格|不达标|较差|待改进|需改进|待提升|优|良|中|差|好|[一二三四五甲乙丙丁]等|[一二三四五]档|[A-E]";
const suffix = "(?:等次|等级|档次|等|档|级)?";
/** “90分（含）至95分为良好”, “待改进：不足85分” */
const named = new RegExp(`(?:为|评为|定为|列为|评定为|属|：|得)[“‘]?(${names})${suffix}[”’]?$`);
const leading = new RegExp(`^[“‘]?(${names})${suffix}[”’]?(?:为|：|指)`);
const bound = /\d+(?:\.\d+)?/g;

export function grade(reading: Reading): Finding[] {
  const scale = scaleOf(reading);
  return scale ? [...reading.tables.flatMap((table) => inTable(table, scale)), ...inText(reading, scale)] : [];
}

/** the first paragraph that prints bounds for two grades or more, which don't overlap */
function scaleOf({ passages }: Reading): Scale | null {
  for (const passage of passages) {
    const grades = gradesIn(passage.text);
    const isWhole = new Set(grades.map(({ name }) => name)).size === grades.length;
    const overlaps = grades.some((one, at) => grades.some((other, to) => to > at && meet(one, other)));
    if (grades.length > 1 && isWhole && !overlaps) return { grades, passage };
  }
  return null;
}

const meet = (a: Grade, b: Grade): boolean => a.low < b.high && b.low < a.high;

const gradesIn = (text: string): Grade[] =>
  text
    .replace(/（[^（）]{1,6}）/g, "")
    .split(/[，；。]/)
    .flatMap((clause) => {
      const name = named.exec(clause)?.[1] ?? leading.exec(clause)?.[1];
      const numbers = [...clause.matchAll(bound)].map(Number);
      return name && /分|以上|以下|不足|%/.test(clause) ? spanOf(name, clause, numbers) : [];
    });

function spanOf(name: string, clause: string, numbers: number[]): Grade[] {
  const [a, b] = numbers;
  if (a === undefined || numbers.length > 2) return [];
  if (b !== undefined) return [{ name, low: Math.min(a, b), high: Math.max(a, b) }];
  if (/以上|不低于|达到|高于|超过|≥|>/.test(clause)) return [{ name, low: a, high: Number.POSITIVE_INFINITY }];
  return /以下|不足|低于|不满|未达|≤|</.test(clause) ? [{ name, low: Number.NEGATIVE_INFINITY, high: a }] : [];
}

/** null for a score that no grade is printed for, or that lies on a bound */
const gradeOf = (score: number, { grades }: Scale): Grade | null =>
  grades.some(({ low, high }) => low === score || high === score)
    ? null
    : (grades.find(({ low, high }) => low < score && score < high) ?? null);

const plain = (cell: string): string => cell.replace(/[“”]/g, "").replace(/(?<=.)(?:等次|等级|档次|等|档|级)$/, "");
const isGrade = (cell: string, { grades }: Scale): boolean => grades.some(({ name }) => plain(name) === plain(cell));

function inTable(table: Table, scale: Scale): Finding[] {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const columns = columnsUpTo(table.width);
  const graded = columns.find((column) => rows.length > 2 && rows.every(({ cells }) => isGrade(cells[column]!, scale)));
  if (graded === undefined) return [];
  const tried = columns.flatMap((column) => {
    const scored = rows.filter(({ numbers }) => numbers[column]);
    const wrong = scored.filter((row) => disagrees(row, column, graded, scale));
    return scored.length === rows.length && wrong.length < rows.length / 2 ? [{ column, wrong }] : [];
  });
  const best = tried.reduce<(typeof tried)[number] | null>(
    (top, next) => (!top || next.wrong.length <= top.wrong.length ? next : top),
    null,
  );
  const isMeant = best && rows.length - best.wrong.length >= Math.max(2, 3 * best.wrong.length);
  return isMeant ? best.wrong.map((row) => contradiction(row, best.column, graded, scale)) : [];
}

function disagrees({ numbers, cells }: Row, column: number, graded: number, scale: Scale): boolean {
  const right = gradeOf(toNumber(numbers[column]!.value), scale);
  if (right === null || plain(right.name) === plain(cells[graded]!)) return false;
  // “发生重大舆情的降一档”
  const isLowered = /降(?:低)?[一1](?:个)?(?:档|级|等)/.test(scale.passage.text);
  const lower = scale.grades.filter(({ high }) => high <= right.low).sort((a, b) => b.high - a.high)[0];
  return !(isLowered && lower && plain(lower.name) === plain(cells[graded]!));
}

const boundWords = ({ low, high }: Grade): string =>
  Number.isFinite(low) ? (Number.isFinite(high) ? `${low}—${high}` : `≥ ${low}`) : `< ${high}`;

function contradiction(row: Row, column: number, graded: number, scale: Scale): Finding {
  const score = row.numbers[column]!;
  const right = gradeOf(toNumber(score.value), scale)!;
  const said = row.cells[graded]!;
  return finding("grade", {
    confidence: 0.85,
    places: [rowPlace(row)],
    values: [said, score.text],
    arithmetic: `${right.name}：${boundWords(right)}，${score.text}`,
    message: `表中“${row.name}”得${score.text}，按文中的界限应为“${right.name}”，印作“${said}”。`,
  });
}

const said = new RegExp(
  `^(?:分)?(?:，|、|（)?(?:等次|等级|档次|评价|考核)?(?:结果)?(?:评为|定为|列为|为|获评|属)[“]?(${names})`,
);

/** “甲县94.20分，等次为优秀” */
const inText = ({ mentions }: Reading, scale: Scale): Finding[] =>
  mentions.flatMap((mention) => {
    if (mention.kind !== "score" || mention.passage === scale.passage) return [];
    const name = said.exec(mention.passage.text.slice(mention.end, mention.end + 16))?.[1];
    const right = gradeOf(toNumber(mention.number.value), scale);
    if (!name || !right || !isGrade(name, scale) || plain(name) === plain(right.name)) return [];
    return [
      finding("grade", {
        confidence: 0.8,
        places: distinctPlaces([placeOf(mention)]),
        values: [name, mention.number.text],
        arithmetic: `${right.name}：${boundWords(right)}，${mention.number.text}`,
        message: `${mention.number.text}按文中的界限应为“${right.name}”，印作“${name}”。`,
      }),
    ];
  });
