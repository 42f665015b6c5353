/** 名称与数值对不上: values that another list or a table gives to the other names of the same list. */

import type { Place } from "../../../domain/document.ts";
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { bracketed } from "../../read/label.ts";
import { alignedLists } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

interface Known {
  name: string;
  value: string;
  place: Place & { text: string };
  /** where it is said: a list is not held against itself */
  source: object;
}

interface Pair {
  name: string;
  mention: Mention;
}

export function lineUp(reading: Reading): Finding[] {
  const known = byValue(knownPairs(reading));
  const aligned = alignedLists(reading)
    .filter(({ names, values }) => names.length === values.length)
    .map(({ names, values }) => values.map((mention, at) => ({ name: names[at]!, mention })));
  const lists = [...aligned, ...runs(reading)];
  const listed = grouped(lists.flat(), ({ name }) => name);
  // “咨询13件、其他26件”, “咨询1件、其他13件”, “咨询4件、其他34件”: lists of the same names, each of another place
  const isOfMany = ({ name }: Pair): boolean =>
    new Set(listed.get(name)!.map(({ mention }) => mention.number.text)).size > 3;
  return lists.filter((pairs) => pairs.filter(isOfMany).length < 2).flatMap((pairs) => contradiction(pairs, known));
}

/** “甲3件、乙2件”, “甲（占19.27%）、乙（占16.51%）”: values of one sentence under their own names */
const runs = ({ sentences }: Reading): Pair[][] =>
  sentences.map((mentions) =>
    mentions
      .filter(({ kind, period }) => period === "now" && kind !== "change")
      .map((mention) => ({ name: itemOf(mention), mention }))
      .filter(({ name }) => name.length > 1),
  );

const itemOf = (mention: Mention): string =>
  bracketed(mention) ?? (mention.kind === "count" || mention.kind === "rate" ? mention.label : "");

function byValue(known: Known[]): Map<string, Known[]> {
  const found = new Map<string, Known[]>();
  for (const one of known) {
    const same = found.get(one.value);
    if (same) same.push(one);
    else found.set(one.value, [one]);
  }
  return found;
}

const plain = (text: string): string => text.replace(/件|个|通|宗|条|次|,/g, "");

/** every name with a value that stands somewhere else */
function knownPairs({ mentions, tables }: Reading): Known[] {
  const rows = tables.flatMap(({ rows: own, heads }) =>
    own
      .filter(({ name, isTotal }) => name !== "" && !isTotal)
      .flatMap((row) =>
        row.cells.flatMap((cell, column): Known[] =>
          row.numbers[column] && !/^(?:序号|编号)$/.test(heads?.[column] ?? "")
            ? [{ name: row.name, value: plain(cell), place: { ...row.place, text: row.text }, source: row }]
            : [],
        ),
      ),
  );
  const said = mentions.flatMap((mention): Known[] => {
    const name =
      mention.kind === "share" && mention.label.startsWith("占")
        ? /([^，；。、（）]{2,})，占比?$/.exec(mention.passage.text.slice(0, mention.at).replace(/为$/, ""))?.[1]
        : mention.label;
    return name && name.length > 1 && !/\d/.test(name)
      ? [{ name, value: plain(mention.number.text), place: placeOf(mention), source: mention }]
      : [];
  });
  return [...rows, ...said];
}

const isSame = (a: string, b: string): boolean =>
  a === b || (a.length > 1 && b.startsWith(a)) || (b.length > 1 && a.startsWith(b));

function contradiction(pairs: Pair[], known: Map<string, Known[]>): Finding[] {
  if (pairs.length < 2) return [];
  const own = new Set<object>(pairs.map(({ mention }) => mention));
  const has = (name: string, value: string) =>
    known
      .get(value)
      // numbers of one digit are alike by chance
      ?.find((one) => !own.has(one.source) && (value.length > 1 ? isSame(one.name, name) : one.name === name));
  const crossed = pairs.flatMap((pair) => {
    const value = plain(pair.mention.number.text);
    if (has(pair.name, value)) return [];
    const owner = pairs.find((other) => other !== pair && has(other.name, value));
    const mine = pairs.find((other) => other !== pair && has(pair.name, plain(other.mention.number.text)));
    return owner && mine ? [{ pair, owner, proof: has(owner.name, value)!, mine }] : [];
  });
  if (crossed.length < 2) return [];
  // small numbers cross by chance: all others of the list are elsewhere what they are here
  const isShort = crossed.every(({ pair: { mention } }) => /^\d{1,2}$/.test(plain(mention.number.text)));
  const others = pairs.filter((pair) => !crossed.some((one) => one.pair === pair));
  if (isShort && !others.every(({ name, mention }) => has(name, plain(mention.number.text)))) return [];
  const [first] = crossed as [(typeof crossed)[number]];
  const { pair, owner, mine } = first;
  const { passage, sentence } = pair.mention;
  return [
    finding("lineUp", {
      confidence: 0.88,
      places: distinctPlaces([quote(passage, sentence.from, sentence.to), ...crossed.map(({ proof }) => proof.place)]),
      values: crossed.map(({ pair: { mention } }) => mention.number.text),
      arithmetic: crossed
        .map(({ pair: { name, mention }, owner: { name: other } }) => `${name} ${mention.number.text} → ${other}`)
        .join("；"),
      message: `“${pair.name}”对应${pair.mention.number.text}，别处${pair.mention.number.text}是“${owner.name}”的，“${pair.name}”是${mine.mention.number.text}：名称与数值的次序对不上。`,
    }),
  ];
}
