/** 各项增减与表: “甲增加1843件，乙减少242件”, and two columns of a table give the others just so, and one of them not. */
import type { Finding } from "../../../domain/finding.ts";
import { type Fraction, fraction, multiply, subtract } from "../../../domain/measure/exact.ts";
import { absolute, decimalsOf, equal, show } from "../../number.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { lastName, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

interface Said {
  name: string;
  change: Mention;
}

export const rowMoved = ({ sentences, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  if (names.length === 0) return [];
  return sentences.flatMap((mentions) => {
    const said = mentions.flatMap((change): Said[] => {
      const { passage, sentence, at, unit, kind, isHedged } = change;
      if (kind !== "change" || isHedged || unit === "%" || unit === "百分点") return [];
      const found = lastName(passage.text, Math.max(sentence.from, at - 12), at, names);
      const isOwn = found && /^[^，。；、\d]{2,4}$/.test(passage.text.slice(found.end, at));
      return isOwn ? [{ name: found.name, change }] : [];
    });
    return said.length < 2 ? [] : against(said, columns);
  });
};

function against(said: Said[], columns: Column[]): Finding[] {
  const own = columns.filter(({ rows }) => said.every(({ name }) => rows.some((row) => row.name === name)));
  const tried = own.flatMap((now) =>
    own
      .filter((before) => before !== now && before.table === now.table)
      .map((before) => ({ now, before, wrong: said.filter((one) => !equal(movedIn(one, now, before), signed(one))) })),
  );
  if (tried.some(({ wrong }) => wrong.length === 0)) return [];
  const best = tried.find(({ wrong }) => wrong.length === 1 && said.length > 2) ?? null;
  return best ? best.wrong.map((one) => contradiction(one, best.now, best.before)) : [];
}

const rowOf = ({ rows }: Column, name: string): Row => rows.find((row) => row.name === name)!;
const movedIn = ({ name }: Said, now: Column, before: Column): Fraction =>
  subtract(cellOf(now, rowOf(now, name)).value, cellOf(before, rowOf(before, name)).value);
const signed = ({ change }: Said): Fraction => multiply(change.number.value, fraction(change.direction));

function contradiction({ name, change }: Said, now: Column, before: Column): Finding {
  const row = rowOf(now, name);
  const [a, b] = [cellOf(now, row).text, cellOf(before, rowOf(before, name)).text];
  const right = movedIn({ name, change }, now, before);
  const decimals = decimalsOf(a);
  return finding("change", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(change), rowPlace(row)]),
    values: [change.number.text, a, b],
    arithmetic: `${a} − ${b} = ${show(right, decimals)} ≠ ${change.number.text}`,
    message: `表中“${name}”${a}与${b}相差${show(absolute(right), decimals)}，文中写作${change.direction > 0 ? "增加" : "减少"}${change.number.text}；同句的其他几项都与表相同。`,
  });
}
