/**
 * 文中一行的增减与表: “求助类较一季度增加1309件”, and the two periods that the table has lie another distance apart; “举报类增长
 * 5.34%（上年12650件）”, and the table's own value is less.
 */
import type { Finding } from "../../../domain/finding.ts";
import {
  agreement,
  equal,
  hundred,
  isPositive,
  isSlip,
  middle,
  minus,
  over,
  type Printed,
  printed,
  show,
  sizeOf,
  times,
  toNumber,
} from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { lastName, type Names, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const between =
  /^(?:类)?(?:诉求|问题|工单)?(?:(?:较|比)[^，。；、（）\d]{1,8}|环比|同比)?(?:净)?(?:增加|增长|上升|多|减少|下降|少|回落)了?$/;
const period = /\d月|[一二三四]季度|20\d\d|本[月期周季年]|上[月期周季年]|去年|上年|同期|[上下]半年/;

export const rowGrowth = ({ sentences, tables }: Reading): Finding[] => {
  const names = namesOf(tables);
  if (names.length === 0) return [];
  return sentences.flatMap((mentions) =>
    mentions.flatMap((change, at): Finding[] => {
      const amount = amountBefore(change, mentions[at - 1]);
      const name = nameOf(amount ?? change, names);
      if (!name || change.kind !== "change" || change.isHedged) return [];
      const rows = tables.flatMap((table) =>
        table.rows.filter((row) => row.name === name && !row.isTotal).map((row) => ({ table, row })),
      );
      if (amount) return ofAmount(name, change, amount, rows);
      const next = mentions[at + 1];
      const isFormer =
        next !== undefined &&
        next.depth > change.depth &&
        next.period !== "now" &&
        next.kind === "count" &&
        change.unit === "%";
      if (isFormer) return ofFormer(name, change, next, rows);
      // “同比” of a table that has no year before
      const isOfYear = /同比|去年|上年/.test(change.before.split(/[，。；]/).at(-1)!);
      if (isOfYear && rows.every(({ table }) => !table.heads?.some((head) => /去年|上年|同期|20\d\d|同比/.test(head))))
        return [];
      if (change.unit === "%") return inPercent(name, change, rows);
      return change.unit === "百分点" ? [] : ofPeriods(name, change, rows);
    }),
  );
};

function nameOf({ passage, sentence, at }: Mention, names: Names): string | null {
  const found = lastName(passage.text, Math.max(sentence.from, at - 26), at, names);
  return found && between.test(passage.text.slice(found.end, at)) ? found.name : null;
}

/** “物业服务类工单增加282件，同比增长18.98%”: how many that percentage is */
const amountBefore = (change: Mention, last: Mention | undefined): Mention | null =>
  last?.kind === "change" &&
  last.unit !== "%" &&
  last.unit !== "百分点" &&
  change.unit === "%" &&
  last.direction === change.direction &&
  /^，(?:同比|环比)?(?:增长|上升|下降|减少|增幅|降幅)了?(?:为|达)?$/.test(change.before)
    ? last
    : null;

interface Own {
  table: Table;
  row: Row;
}

const isCount = (row: Row, column: number): boolean => /^\d[\d,]*$/.test(row.cells[column] ?? "");
const rank = /排名|名次|序号|位次/;

/** the one value of now that the tables have for the row */
function ofFormer(name: string, change: Mention, former: Mention, rows: Own[]): Finding[] {
  const values = rows.flatMap(({ table, row }) =>
    row.numbers.flatMap((number, column) =>
      number && isCount(row, column) && !rank.test(table.heads?.[column] ?? "") ? [{ number, row }] : [],
    ),
  );
  const [only] = values;
  if (!only || values.some(({ number }) => !equal(number.value, only.number.value)) || !isPositive(former.number.range))
    return [];
  const apart = minus(only.number.range, former.number.range);
  const right = times(over(sizeOf(apart), former.number.range), hundred);
  const rises = toNumber(apart.low) > 0;
  const isSameWay = rises === change.direction > 0 || toNumber(apart.low) === 0;
  if (agreement(change.number, right) !== "off" && isSameWay) return [];
  // another size is of something else
  if (toNumber(right.low) > 100) return [];
  return [
    contradiction(name, change, only.row, [only.number.text, former.number.text], rises, `${show(middle(right))}%`),
  ];
}

/** the two periods lie so many apart, and the percentage isn't of the earlier */
function ofAmount(name: string, change: Mention, amount: Mention, rows: Own[]): Finding[] {
  const [only, ...more] = pairsOf(rows);
  if (!only || more.length > 0) return [];
  const [low, high] = only.a.approximate < only.b.approximate ? [only.a, only.b] : [only.b, only.a];
  const [former, now] = change.direction > 0 ? [low, high] : [high, low];
  if (high.approximate - low.approximate !== amount.number.approximate || !isPositive(former.range)) return [];
  const right = times(over(sizeOf(minus(now.range, former.range)), former.range), hundred);
  if (agreement(change.number, right) !== "off") return [];
  return [
    contradiction(name, change, only.row, [now.text, former.text], change.direction > 0, `${show(middle(right))}%`),
  ];
}

/** “生活公用类环比减少13.52%”: one digit off what the two periods give, whichever is the later */
function inPercent(name: string, change: Mention, rows: Own[]): Finding[] {
  const [only, ...more] = pairsOf(rows);
  if (!only || more.length > 0 || !isPositive(only.a.range) || !isPositive(only.b.range)) return [];
  const size = sizeOf(minus(only.a.range, only.b.range));
  const ways = [only.a, only.b].map((base) => times(over(size, base.range), hundred));
  if (ways.some((right) => agreement(change.number, right) !== "off")) return [];
  const right = ways
    .map((way) => show(middle(way)))
    .find((text) => isSlip(printed(text, 0, "", `${text}%`), change.number) || isDigitMore(text, change));
  return right
    ? [contradiction(name, change, only.row, [only.a.text, only.b.text], change.direction > 0, `${right}%`)]
    : [];
}

/** “13.52%” for 3.52% */
const isDigitMore = (text: string, { number }: Mention): boolean => number.text.replace(/^\d(?=\d)/, "") === `${text}%`;

interface Pair {
  row: Row;
  a: Printed;
  b: Printed;
}

/** the two columns of counts that are headed by periods */
const pairsOf = (rows: Own[]): Pair[] =>
  rows.flatMap(({ table, row }) => {
    const columns = (table.heads ?? []).flatMap((head, at) =>
      period.test(head) && isCount(row, at) && !rank.test(head) ? [at] : [],
    );
    return columns.length === 2 ? [{ row, a: row.numbers[columns[0]!]!, b: row.numbers[columns[1]!]! }] : [];
  });

function ofPeriods(name: string, change: Mention, rows: Own[]): Finding[] {
  const pairs = pairsOf(rows);
  const [only] = pairs;
  if (!only || pairs.length > 1) return [];
  const apart = Math.abs(only.a.approximate - only.b.approximate);
  const said = change.number.approximate;
  if (apart === said || !(isSlipOf(apart, change.number) || Math.abs(apart - said) * 5 < apart)) return [];
  return [contradiction(name, change, only.row, [only.a.text, only.b.text], change.direction > 0, String(apart))];
}

const isSlipOf = (value: number, said: Printed): boolean => {
  const text = String(value);
  return isSlip(printed(text, 0, "", text), { ...said, text: said.text.replace(/[^\d]/g, "") });
};

const contradiction = (
  name: string,
  change: Mention,
  row: Row,
  texts: string[],
  rises: boolean,
  right: string,
): Finding =>
  finding("change", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(change), rowPlace(row)]),
    values: [change.number.text, ...texts],
    arithmetic: `${texts.join(" 与 ")}：${rises ? "增" : "减"}${right}`,
    message: `“${name}”${texts.join("与")}，应为${rises ? "增加" : "减少"}${right}，文中写作${change.direction > 0 ? "增加" : "减少"}${change.number.text}。`,
  });
