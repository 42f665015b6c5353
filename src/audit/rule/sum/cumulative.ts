/** 累计: the year up to this month that the year up to the last one and this month's own number don't make. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, plus, show } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, placeOf } from "../../write.ts";

export const cumulative = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap((mentions) => inText(mentions, reading)),
  ...reading.tables.flatMap(inTable),
];

const upTo = /1(?:月份?)?(?:-|至|～|到)(\d{1,2})月(?:份)?|前(\d{1,2})个月/;
const monthsOf = (text: string): number =>
  Number(
    upTo
      .exec(text)
      ?.slice(1)
      .find((one) => one) ?? Number.NaN,
  );

/** “1-9月” is read as numbers too: the text itself, as far back as it may begin */
const wordsOf = ({ passage, sentence, at }: Mention): string =>
  passage.text
    .slice(Math.max(sentence.from, at - 24), at)
    .split(/[。；\d]件，|[。；]/)
    .at(-1)!;

/** “1-9月累计13872件，1-10月累计15206件”, and a number of the report is what October adds */
function inText(mentions: Mention[], { mentions: all }: Reading): Finding[] {
  const sums = mentions.filter((one) => one.kind === "count" && upTo.test(wordsOf(one)) && /累计/.test(wordsOf(one)));
  const [before, now] = sums;
  if (
    !before ||
    !now ||
    sums.length > 2 ||
    monthsOf(wordsOf(now)) !== monthsOf(wordsOf(before)) + 1 ||
    !isSameUnit(before.unit, now.unit)
  )
    return [];
  const added = minus(now.number.range, before.number.range);
  const own = all.filter(
    (one) => one.kind === "count" && one.period === "now" && isSameUnit(one.unit, now.unit) && !sums.includes(one),
  );
  const total =
    own.find((one) => bareName(one) === "受理") ?? own.find((one) => one.passage === now.passage && one.at < now.at);
  if (!total || own.some(({ number }) => number.step === null && meets(number.range, added))) return [];
  const right = plus(before.number.range, total.number.range);
  if (Math.abs(Number(show(middle(added), 0)) - total.number.approximate) * 4 > total.number.approximate) return [];
  return [
    finding("partsAndWhole", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(now), placeOf(before), placeOf(total)]),
      values: [now.number.text, before.number.text, total.number.text],
      arithmetic: `${before.number.text} + ${total.number.text} = ${show(middle(right), 0)} ≠ ${now.number.text}`,
      message: `累计印作${now.number.text}，上月累计${before.number.text}加本月${total.number.text}是${show(middle(right), 0)}。`,
    }),
  ];
}

/** columns “12月”, “1-12月累计”, “1-11月累计” */
function inTable(table: Table): Finding[] {
  const heads = table.heads ?? [];
  const sums = heads.flatMap((head, at) => (upTo.test(head) ? [{ at, months: monthsOf(head) }] : []));
  return sums.flatMap((now) => {
    const before = sums.find(({ months }) => months === now.months - 1);
    const own = heads.findIndex((head) => new RegExp(`^${now.months}月份?$|^本月`).test(head));
    if (!before || own < 0) return [];
    const rows = table.rows.filter(({ numbers }) => numbers[now.at] && numbers[before.at] && numbers[own]);
    const wrong = rows.filter(
      ({ numbers }) => !meets(plus(numbers[before.at]!.range, numbers[own]!.range), numbers[now.at]!.range),
    );
    if (rows.length < 2 || wrong.length * 2 > rows.length) return [];
    return wrong.map((row) => {
      const right = show(middle(plus(row.numbers[before.at]!.range, row.numbers[own]!.range)), 0);
      return finding("partsAndWhole", {
        confidence: 0.8,
        places: distinctPlaces([now.at, before.at, own].map((column) => cellPlace(row, column))),
        values: [row.cells[now.at]!, right],
        arithmetic: `${row.cells[before.at]} + ${row.cells[own]} = ${right} ≠ ${row.cells[now.at]}`,
        message: `表中“${row.name}”一行的“${headOf(table, now.at)}”印作${row.cells[now.at]}，上月累计加本月是${right}。`,
      });
    });
  });
}
