/** 四个季度: quarters that don't add up to the year, or that the months of a table don't give. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, type Printed, show, sum, toNumber } from "../../number.ts";
import { isOfLaterAct } from "../../read/act.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { numbersIn } from "../../read/tableNumbers.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const names = ["一", "二", "三", "四"];

export const quarters = (reading: Reading): Finding[] => [
  ...inYear(reading),
  ...ofTextMonths(reading),
  ...reading.sentences.flatMap(ofHalves),
  ...ofTable(reading),
];

const quarter = /(?<!第)([一二三四])季度(?:共计?|合计|受理|共受理)?[^，。；、\d]{0,4}$/;
const month = /(?:^|[，。；、：]|\D)(\d{1,2})月份?(?:受理|为|共)?$/;

/** “四个季度分别为842件、1017件、1094件、909件，下半年2033件” */
function ofHalves(mentions: Mention[]): Finding[] {
  const parts = fourOf(mentions);
  if (!parts) return [];
  return mentions.flatMap((whole) => {
    const half = /(上|下)半年[^，。；、\d]{0,4}$|(前三)季度[^，。；、\d]{0,4}$/.exec(whole.before);
    if (!half || whole.kind !== "count" || parts.includes(whole) || whole.isHedged) return [];
    const own = half[2] ? parts.slice(0, 3) : half[1] === "上" ? parts.slice(0, 2) : parts.slice(2);
    return isSameUnit(whole.unit, own[0]!.unit)
      ? against(whole, own, `“${nameOf(whole)}”`, `所列${own.length}个季度`)
      : [];
  });
}

/** “1月3612件、2月3205件、3月4118件……。一季度合计11035件” */
const ofTextMonths = ({ mentions }: Reading): Finding[] =>
  mentions.flatMap((whole) => {
    const nth = names.indexOf(quarter.exec(whole.before)?.[1] ?? "");
    if (nth < 0 || whole.kind !== "count" || whole.period !== "now" || /均/.test(whole.before)) return [];
    const own = mentions.filter(
      ({ passage, kind, unit, end }) =>
        passage === whole.passage && kind === "count" && isSameUnit(unit, whole.unit) && end <= whole.at,
    );
    const months = [1, 2, 3].map((step) =>
      own.find(({ before }) => Number(month.exec(before)?.[1]) === nth * 3 + step),
    );
    if (months.some((one) => one === undefined)) return [];
    return against(whole, months as Mention[], `${names[nth]}季度`, "所列三个月");
  });

const inYear = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions) => {
    const parts = fourOf(mentions) ?? halvesOf(mentions);
    return parts ? [...againstMonths(parts, reading.tables), ...againstYear(parts, reading)] : [];
  });

/** “上半年3件，下半年2件” */
function halvesOf(mentions: Mention[]): Mention[] | null {
  const counts = mentions.filter(({ kind, period }) => kind === "count" && period === "now");
  const [first, second] = ["上", "下"].map((half) =>
    counts.find(({ before }) => new RegExp(`${half}半年(?:共?受理|共|为)?$`).test(before)),
  );
  return first && second ? [first, second] : null;
}

/** “一季度3件，二季度2件……”, “四个季度的受理量依次为3件、2件……” */
function fourOf(mentions: Mention[]): Mention[] | null {
  const counts = mentions.filter(({ kind, period, depth }) => kind === "count" && period === "now" && depth === 0);
  const named = names.map((name) =>
    counts.find(({ before }) => new RegExp(`${name}季度[^，。；、\\d]{0,6}$`).test(before)),
  );
  if (named.every((one) => one)) return named as Mention[];
  const at = counts.findIndex(({ before }) => /四个?季度[^，。；]{0,10}(?:依次|分别)(?:为|是)?$/.test(before));
  const run = at < 0 ? [] : counts.slice(at, at + 4);
  return run.length === 4 ? run : null;
}

/** “三季度241580件”, and a table has the months */
const ofTable = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((span) => {
    const nth = names.indexOf(/(?:^|[，；：])(?:其中)?第?([一二三四])季度(?:受理)?$/.exec(span.before)?.[1] ?? "");
    if (nth < 0 || span.kind !== "count" || span.period !== "now" || span.isHedged) return [];
    return tables.flatMap((table) => {
      const months = [1, 2, 3].flatMap(
        (step) => table.rows.find(({ name }) => name.replace("份", "") === `${nth * 3 + step}月`) ?? [],
      );
      if (months.length < 3) return [];
      const counted = columnsUpTo(table.width).filter((at) =>
        table.rows.every(({ cells }) => /^\d[\d,]*$/.test(cells[at] ?? "")),
      );
      const called = counted.filter((at) => /^(?:受理|诉求|来电)/.test(table.heads?.[at] ?? ""));
      const columns = counted.length > 1 ? called : counted;
      const [column] = columns;
      if (column === undefined || columns.length > 1) return [];
      const added = sum(months.map(({ numbers }) => numbers[column]!.range));
      const isNear = Math.abs(toNumber(added.low) - span.number.approximate) * 10 < span.number.approximate;
      return meets(added, span.number.range) || !isNear ? [] : [ofMonths({ span, rows: months, added, column })];
    });
  });

const isMonths = (rows: Row[]): boolean =>
  Array.from({ length: 12 }, (_, at) => at + 1).every((month) =>
    rows.some(({ name }) => name.replace("份", "") === `${month}月`),
  );

function againstMonths(spans: Mention[], tables: Table[]): Finding[] {
  return tables.flatMap((table) => {
    if (!isMonths(table.rows)) return [];
    const rowOf = (month: number) => table.rows.find(({ name }) => name.replace("份", "") === `${month}月`)!;
    const columns = columnsUpTo(table.width).filter((at) =>
      Array.from({ length: 12 }, (_, month) => rowOf(month + 1)).every(
        ({ numbers, cells }) => numbers[at] && !/%$/.test(cells[at]!),
      ),
    );
    const tried = columns.map((column) => {
      const length = 12 / spans.length;
      const wrong = spans.flatMap((span, at) => {
        const rows = Array.from({ length }, (_, month) => rowOf(at * length + month + 1));
        const added = sum(rows.map(({ numbers }) => numbers[column]!.range));
        return meets(added, span.number.range) ? [] : [{ span, rows, added, column }];
      });
      return { column, wrong };
    });
    const best = tried.find(({ wrong }) => wrong.length === Math.min(...tried.map((one) => one.wrong.length)));
    return !best || best.wrong.length > 2 ? [] : best.wrong.map((one) => ofMonths(one));
  });
}

const ofMonths = ({
  span,
  rows,
  added,
  column,
}: {
  span: Mention;
  rows: Row[];
  added: Printed["range"];
  column: number;
}): Finding => {
  const texts = rows.map(({ numbers }) => numbers[column]!.text);
  return finding("partsAndWhole", {
    confidence: 0.8,
    places: distinctPlaces([placeOf(span), ...rows.map((row) => cellPlace(row, column))]),
    values: [span.number.text, ...texts],
    arithmetic: `${texts.join(" + ")} = ${show(middle(added), 0)} ≠ ${span.number.text}`,
    message: `“${nameOf(span)}”印作${span.number.text}，表中这${rows.length}个月相加为${show(middle(added), 0)}。`,
  });
};

/** no number of the report is their sum, though one is nearly */
function againstYear(parts: Mention[], { mentions, tables }: Reading): Finding[] {
  const added = sum(parts.map(({ number }) => number.range));
  const size = toNumber(added.low);
  const cells = numbersIn(tables);
  const counts = mentions.filter((one) => one.kind === "count" && isSameUnit(one.unit, parts[0]!.unit));
  if ([...cells, ...counts.map(({ number }) => number)].some(({ range }) => meets(range, added))) return [];
  const whole = counts.find(
    ({ label, before, number, period, isHedged }) =>
      period === "now" &&
      !isHedged &&
      /全年|受理|总量|年度/.test(label || before) &&
      Math.abs(number.approximate - size) * 20 < size,
  );
  return whole ? against(whole, parts, "全年", parts.length === 4 ? "四个季度" : "上下半年", 0.75) : [];
}

function against(whole: Mention, parts: Mention[], named: string, together: string, confidence = 0.8): Finding[] {
  const added = sum(parts.map(({ number }) => number.range));
  if (meets(added, whole.number.range) || isOfLaterAct(whole, parts)) return [];
  const texts = parts.map(({ number }) => number.text);
  const right = show(middle(added), 0);
  return [
    finding("partsAndWhole", {
      confidence,
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...texts],
      arithmetic: `${texts.join(" + ")} = ${right} ≠ ${whole.number.text}`,
      message: `${named}印作${whole.number.text}，${together}相加为${right}。`,
    }),
  ];
}
