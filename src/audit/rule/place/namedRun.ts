/** 一串名称和数: a text gives several rows of a table their numbers, and one of them isn't its own. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { digitCount, isSameValue } from "../../number.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import { type Mention, sentencesOf } from "../../read/mention.ts";
import { namesOf } from "../../read/names.ts";
import { type Named, namedIn } from "../../read/placing.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

export const namedRun = ({ passages, mentions, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  if (names.length === 0) return [];
  const byPassage = grouped(mentions, ({ passage }) => passage);
  return passages.flatMap((passage) =>
    sentencesOf(passage.text).flatMap((sentence) => {
      const own = (byPassage.get(passage) ?? []).filter(
        ({ kind, period, isHedged }) => kind !== "change" && period === "now" && !isHedged,
      );
      const said = namedIn(passage, sentence, own, names).filter(
        ({ at }) => !ofSomebody.test(passage.text.slice(0, at)),
      );
      const runs = grouped(said, ({ value }) => `${value!.unit}|${value!.kind}`);
      return [...runs.values()].flatMap((run) => against(run, columns));
    }),
  );
};

/** “市住建局为停水（33.33%）”, “东区的停水（33.33%）”: of the unit's own, and of no row of that name */
const ofSomebody = /[\u4e00-\u9fff](?:[局区县市旗镇乡委办院所站]|街道|公司|集团|中心)[为的]$/;

/** the one column that most of them stand in */
function against(run: Named[], columns: Column[]): Finding[] {
  if (run.length < 2) return [];
  const tried = columns.flatMap((column) => {
    const rows = run.map(({ name }) => column.rows.find((row) => row.name === name));
    if (rows.some((row) => row === undefined)) return [];
    const wrong = run.filter(({ value }, at) => !isOf(value!, column, rows[at]!));
    const [a, b] = wrong;
    const rowOf = (one: Named) => rows[run.indexOf(one)]!;
    const isLong = wrong.every(({ value }) => digitCount(value!.number.text) > 2);
    const isSwapped =
      wrong.length === 2 && isLong && isOf(a!.value!, column, rowOf(b!)) && isOf(b!.value!, column, rowOf(a!));
    const least = isSwapped ? 0 : Math.max(2, wrong.length * 2);
    return run.length - wrong.length >= least ? [{ column, wrong }] : [];
  });
  const least = Math.min(...tried.map(({ wrong }) => wrong.length));
  const best = tried.find(({ wrong }) => wrong.length === least);
  return best ? best.wrong.flatMap((one) => contradiction(one, best.column)) : [];
}

const isOf = ({ number, unit }: Mention, column: Column, row: Column["rows"][number]): boolean => {
  const cell = cellOf(column, row);
  return isSameValue(cell, number) && cell.text.endsWith("%") === (unit === "%");
};

function contradiction({ name, value }: Named, column: Column): Finding[] {
  const row = column.rows.find((one) => one.name === name)!;
  if (row.numbers.some((cell) => cell && isSameValue(cell, value!.number))) return [];
  const cell = cellOf(column, row);
  // another size is of something else
  const ratio = value!.number.approximate / cell.approximate;
  if (Math.max(value!.number.approximate, cell.approximate) > 50 && !(ratio > 0.25 && ratio < 4)) return [];
  const isAnothers = column.rows.some((other) => isOf(value!, column, other));
  return [
    finding(isAnothers ? "lineUp" : "twoValues", {
      confidence: 0.75,
      places: distinctPlaces([placeOf(value!), rowPlace(row)]),
      values: [value!.number.text, cell.text],
      arithmetic: `${value!.number.text} ≠ ${cell.text}`,
      message: `“${name}”文中印作${value!.number.text}，表中“${column.head || "同一栏"}”印作${cell.text}；同句的其他几个数都与这一栏相同。`,
    }),
  ];
}
