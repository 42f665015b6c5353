/** 加权得分与表: “综合得分为88.42分”, and the weights and scores of the table that stands above it give another. */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf } from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const said = /(?:综合|加权|总)(?:得分|成绩|评分)[^。；\d]{0,30}(?:为|是)?$/;

export const weightedTable = ({ mentions, tables }: Reading): Finding[] => {
  const weighted = tables.flatMap((table) => weightedScores(table));
  if (weighted.length === 0) return [];
  return mentions.flatMap((mention) => {
    const { isHedged, kind } = mention;
    if (kind !== "score" || isHedged || !said.test(sentenceBefore(mention))) return [];
    const value = mention.number.approximate;
    const step = 10 ** -decimalsOf(mention.number.text);
    if (weighted.some(({ score }) => Math.abs(score - value) <= step * 0.6)) return [];
    const near = weighted.find(({ score }) => Math.abs(score - value) * 40 < value);
    return near ? [contradiction(mention, near)] : [];
  });
};

interface Weighted {
  table: Table;
  column: number;
  weight: number;
  score: number;
}

/** a column of weights that make 100 %, and each column of scores */
function weightedScores(table: Table): Weighted[] {
  const { rows, width, heads } = table;
  const weight = heads?.findIndex((head) => /^权重/.test(head)) ?? -1;
  const all = rows.reduce((sum, { values }) => sum + (values[weight] ?? Number.NaN), 0);
  if (weight < 0 || rows.length < 3 || Math.abs(all - 100) > 0.001) return [];
  return columnsUpTo(width)
    .filter((at) => at !== weight && rows.every(({ cells }) => /^\d+(?:\.\d+)?$/.test(cells[at] ?? "")))
    .map((column) => ({
      table,
      column,
      weight,
      score: rows.reduce((sum, { values }) => sum + (values[column]! * values[weight]!) / 100, 0),
    }));
}

function contradiction(mention: Mention, { table, column, weight, score }: Weighted): Finding {
  const shown = score.toFixed(2);
  return finding("scorecard", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(mention), ...table.rows.map((row) => cellPlace(row, column))]),
    values: [mention.number.text, shown],
    arithmetic: `${table.rows.map(({ cells }) => `${cells[column]} × ${cells[weight]}`).join(" + ")} = ${shown} ≠ ${mention.number.text}`,
    message: `“${nameOf(mention)}”印作${mention.number.text}，按表中的权重和得分算应为${shown}。`,
  });
}
