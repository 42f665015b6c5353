/**
 * 学分量: what each clue of a doubt weighs, learnt from the sets of invented reports whose contradictions are known. Writes
 * `src/audit/rule/weighed/points.ts`, which is kept: `node test/audit/learn.ts`, whenever a clue or the reading changed, or a
 * set was added. Logistic regression, a penalty of one on each weight, by Newton's method: exact enough to give the same
 * hundredths everywhere.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "../../src/audit/read/reading.ts";
import { readDocument } from "../../src/audit/read/reading.ts";
import type { Clues, Doubt } from "../../src/audit/rule/weighed/doubt.ts";
import { meanDoubts } from "../../src/audit/rule/weighed/means.ts";
import { pooledDoubts } from "../../src/audit/rule/weighed/pooled.ts";
import { rateDoubts } from "../../src/audit/rule/weighed/rates.ts";
import { sumDoubts } from "../../src/audit/rule/weighed/sums.ts";
import { textDocument } from "../world/audited.ts";

/** 疑点的种类, and how likely one must be to be told */
const kinds: Record<string, { doubtsOf: (reading: Reading) => Doubt[]; told: number }> = {
  sums: { doubtsOf: sumDoubts, told: 0.75 },
  rates: { doubtsOf: rateDoubts, told: 0.55 },
  means: { doubtsOf: meanDoubts, told: 0.65 },
  pooled: { doubtsOf: pooledDoubts, told: 0.55 },
};

interface Planted {
  lines: number[];
  why?: string;
}

interface Report {
  reading: Reading;
  planted: Planted[];
}

const here = import.meta.dirname;

const reports: Report[] = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(here, name)).map((file) => join(here, name, file)))
  .filter((file) => file.endsWith(".expected.json"))
  .map((file) => ({
    reading: readDocument(textDocument(readFileSync(file.replace(".expected.json", ".txt"), "utf8"))),
    planted: JSON.parse(readFileSync(file, "utf8")) as Planted[],
  }));

const numbersOf = (text: string): Set<string> =>
  new Set(text.replace(/(?<=\d)[,，](?=\d{3})/g, "").match(/\d+(?:\.\d+)?/g));

/**
 * 对不对: true for a doubt about what was planted, by its line and by the numbers that its author gives as the reason; null
 * for another one in such a line, which teaches nothing.
 */
function isPlanted({ values, right, told }: Doubt, planted: Planted[]): boolean | null {
  const lines = told(0).places.map(({ line }) => line ?? 0);
  const inLine = planted.filter((one) => one.lines.some((line) => lines.includes(line)));
  const isReason = ({ why = "" }: Planted): boolean => {
    const said = numbersOf(why);
    const known = values.filter((value) => said.has(value.replace(/[^\d.]/g, "")));
    return (
      said.has(values[0]!.replace(/[^\d.]/g, "")) &&
      known.length > 1 &&
      (right.length === 0 || right.some((value) => said.has(value)))
    );
  };
  return inLine.some(isReason) ? true : inLine.length > 0 ? null : false;
}

function learn(doubts: { clues: Clues; is: boolean }[]): { base: number; clue: Record<string, number> } {
  const names = [...new Set(doubts.flatMap(({ clues }) => Object.keys(clues)))];
  const rows = doubts.map(({ clues }) => [...names.map((name) => clues[name] ?? 0), 1]);
  const weights: number[] = Array(names.length + 1).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const slope: number[] = weights.map((weight, at) => (at < names.length ? weight : 0));
    const curve = weights.map((_, at) => weights.map((__, other): number => +(at === other)));
    for (const [nth, row] of rows.entries()) {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
      const held = row.flatMap((value, at) => (value === 0 ? [] : [at]));
      for (const a of held) {
        slope[a]! += row[a]! * (chance - +doubts[nth]!.is);
        for (const b of held) curve[a]![b]! += row[a]! * row[b]! * chance * (1 - chance);
      }
    }
    const step = solved(curve, slope);
    for (const [at, by] of step.entries()) weights[at]! -= by;
  }
  const hundredths = weights.map((weight) => Math.round(weight * 100));
  return { base: hundredths.at(-1)!, clue: Object.fromEntries(names.map((name, at) => [name, hundredths[at]!])) };
}

/** Gauss, the largest of a column first */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let at = 0; at < rows.length; at += 1) {
    const largest = rows
      .slice(at)
      .reduce((best, row, nth) => (Math.abs(row[at]!) > Math.abs(rows[best]![at]!) ? nth + at : best), at);
    [rows[at], rows[largest]] = [rows[largest]!, rows[at]!];
    for (const row of rows.slice(at + 1)) {
      const factor = row[at]! / rows[at]![at]!;
      for (let column = at; column < row.length; column += 1) row[column]! -= factor * rows[at]![column]!;
    }
  }
  const found: number[] = Array(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at -= 1)
    found[at] =
      (rows[at]!.at(-1)! -
        found.reduce((sum, value, column) => (column > at ? sum + value * rows[at]![column]! : sum), 0)) /
      rows[at]![at]!;
  return found;
}

const tables = Object.entries(kinds).map(([name, { doubtsOf, told }]) => {
  const doubts = reports.flatMap(({ reading, planted }) =>
    doubtsOf(reading).flatMap((doubt) => {
      const is = isPlanted(doubt, planted);
      return is === null ? [] : [{ clues: doubt.clues, is }];
    }),
  );
  const { base, clue } = learn(doubts);
  console.log(`${name}: ${doubts.filter(({ is }) => is).length} of ${doubts.length}`);
  const lines = Object.entries(clue).map(([key, points]) => `    ${key}: ${points},`);
  return `export const ${name}: Points = {\n  base: ${base},\n  told: ${told},\n  clue: {\n${lines.join("\n")}\n  },\n};\n`;
});

writeFileSync(
  join(here, "../../src/audit/rule/weighed/points.ts"),
  `/** 分量表: written by \`node test/audit/learn.ts\` from ${reports.length} invented reports; not by hand. */

export interface Points {
  /** hundredths of the logarithm of the odds, before any clue */
  base: number;
  /** how likely a doubt must be to be told */
  told: number;
  /** what each clue adds, in the same hundredths; times how many of it there are */
  clue: Record<string, number>;
}

${tables.join("\n")}`,
);
