/** 文与表: what the text says of a row of a table, under the heading of one of its columns, and the table says otherwise. */
import type { Finding } from "../../../domain/finding.ts";
import { digitCount, isSameValue, isSlip, isSwapped, type Printed } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { columnsUpTo, isOfOtherMeasure, kindOf, nearness } from "../../read/columns.ts";
import { bracketed } from "../../read/label.ts";
import { members } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

export function textAgainstTable({ mentions, tables }: Reading): Finding[] {
  const rows = tables.flatMap((table) =>
    table.rows.filter(({ isTotal, name }) => !isTotal && name.length > 1).map((row) => ({ table, row })),
  );
  return mentions.filter(isPlain).flatMap((mention) => {
    const name = bracketedRow(mention, rows) ?? nameIn(mention, rows) ?? leadOf(mention, rows);
    const own = rows.filter(({ table, row }) => row.name === name && !isOfOtherPeriod(mention, table));
    const same = own.flatMap(({ table, row }) =>
      row.numbers.flatMap((cell, column) =>
        cell && isSameValue(cell, mention.number) ? [{ table, row, column }] : [],
      ),
    );
    if (!name || same.length > 0) return [...wholeOf(mention, tables), ...(name ? ofEarlier(name, mention, same) : [])];
    const cells = own.flatMap(({ table, row }) =>
      row.numbers.flatMap((cell, column) =>
        cell && says(mention, name, table, column, cell) ? [{ row, cell, head: headOf(table, column) }] : [],
      ),
    );
    if (cells.length === 1) return [otherThanCell(name, mention, cells[0]!, 0.7)];
    return name === bracketed(mention) || name === mention.label.replace(/以$/, "")
      ? misplaced(name, mention, own)
      : [];
  });
}

const yearOf = (head: string): number => Number(/20\d\d/.exec(head)?.[0] ?? 0);

/** “上半年回访满意率虽达95.81%”, and the table has that of the year before: its own stands in the column beside it */
function ofEarlier(name: string, mention: Mention, same: { table: Table; row: Row; column: number }[]): Finding[] {
  const [only] = same;
  const text = sentenceBefore(mention);
  if (!only || same.length > 1 || digits(mention) < 3 || /20\d\d|去年|上年|同期|上[月季期周]/.test(text)) return [];
  if (!new RegExp(`${escaped(name)}(?:虽|已|仍)?(?:为|达到?|是)?$`).test(text)) return [];
  const heads = only.table.heads ?? [];
  const [own, rest] = [yearOf(heads[only.column] ?? ""), (heads[only.column] ?? "").replace(/20\d\d/, "")];
  const now = heads.findIndex((head) => own > 0 && yearOf(head) === own + 1 && head.replace(/20\d\d/, "") === rest);
  const cell = only.row.numbers[now];
  return cell ? [otherThanCell(name, mention, { row: only.row, cell, head: heads[now]! }, 0.65)] : [];
}

/** “全年积分前五：甲乡100.2分”, and the table is of a month */
const isOfOtherPeriod = (mention: Mention, { words, title }: Table): boolean =>
  /全年|年度|累计/.test(sentenceBefore(mention)) && /^【?\d{1,2}月/.test(words[0] ?? title);

/** “物业管理类诉求（12486件）”: by its row's name, or as it is written */
function bracketedRow(mention: Mention, rows: { row: Row }[]): string | null {
  const written = bracketed(mention);
  const short = written?.replace(/类?(?:诉求|工单|问题|投诉)$/, "");
  return rows.some(({ row }) => row.name === short) ? short! : written;
}

/** a bound is nobody's own value */
const isPlain = ({ kind, period, before, passage, sentence, end }: Mention): boolean =>
  kind !== "change" &&
  // a notice that puts right what was printed
  !/更正|勘误|原印/.test(passage.text.slice(sentence.from, end)) &&
  !/^(?:（含）)?(?:及?以[上下])/.test(passage.text.slice(end)) &&
  period === "now" &&
  !/(?:低于|高于|超过|不足|未达到?|突破)[^，。；]{0,6}$/.test(before);
const digits = ({ number }: Mention): number => digitCount(number.text);

/** the row that the sentence names last before the number, in this clause or the one before it */
function nameIn(mention: Mention, rows: { row: Row }[]): string | null {
  const clauses = sentenceBefore(mention).split(/[，；]/);
  const text = clauses.slice(-3).join("，");
  // “12月31日” names no 2月
  const named = rows
    .map(({ row: { name } }) => ({ name, at: text.lastIndexOf(name) }))
    .filter(
      ({ name, at: from }) =>
        from >= 0 &&
        !(/^\d/.test(name) && (/\d/.test(text[from - 1] ?? "") || /^\d{1,2}日/.test(text.slice(from + name.length)))),
    );
  const last = named.reduce<(typeof named)[number] | null>(
    (top, next) =>
      !top || next.at > top.at || (next.at === top.at && next.name.length > top.name.length) ? next : top,
    null,
  );
  // another's name between them, which no table has
  return last && !/[县区镇乡局]/.test(text.slice(last.at + last.name.length)) ? last.name : null;
}

/** “（四）住房保障。381件，……”: the row that the paragraph is about */
function leadOf({ passage, sentence, at }: Mention, rows: { row: Row }[]): string | null {
  const lead =
    /^(?:（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十\d]{1,2}[.、．])([^，。；：（）\d]{2,12})。$/.exec(
      passage.text.slice(0, sentence.from),
    )?.[1];
  return at === sentence.from && lead && rows.some(({ row }) => row.name === lead) ? lead : null;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const core = (name: string): string =>
  name.replace(/（.*?）|其中|[的为是有共约]/g, "").replace(/(?<=..)[量数件个]+$|(?<=.{2})类$/, "");

/** the clause before it begins with the row's name: “8月业务量为全季最高，达143862件” */
const isLedBy = (mention: Mention, name: string): boolean =>
  new RegExp(`(?:^|[，；])${escaped(name)}[^，。；：\\d]{0,16}，(?:共|有|达|为)$`).test(sentenceBefore(mention));

/** right before the number, or before the bracket that it stands in */
const isNamed = (mention: Mention, name: string): boolean =>
  core(mention.label) === core(name) ||
  (mention.label === "" && mention.at === mention.sentence.from) ||
  // “本月受理供热保障类诉求3168件”
  core(mention.label.replace(/^(?:共)?(?:受理|收到|接到)|(?:诉求|工单|问题|投诉)$/g, "")) === core(name) ||
  (bracketed(mention)?.startsWith(name) ?? false) ||
  // “建筑施工噪声依然是最主要的来源，共1172件”
  isLedBy(mention, name) ||
  // “转派量最大的是甲区，共2138件”
  new RegExp(`[是为]${escaped(name)}，?(?:共|有|为|达)?$`).test(sentenceBefore(mention));

/** under its own heading any other value contradicts; otherwise one that differs as slips of the pen do */
function says(mention: Mention, name: string, table: Table, column: number, cell: Printed): boolean {
  if (cell.text.endsWith("%") !== (mention.unit === "%")) return false;
  const isOther = isOfOtherMeasure(sentenceBefore(mention), {
    head: table.heads?.[column] ?? "",
    table,
    column,
    rows: table.rows,
  });
  if (mention.unit === "%" && isOther && !/[率度]$/.test(name)) return false;
  const [label, head] = [core(mention.label.replace(name, "")), core(table.heads?.[column] ?? "")];
  const isOwn = mention.label.startsWith(name) && head.length > 1 && label === head;
  if (isOwn && mention.kind === "score") return true;
  // “其中市教育局得84.2分”: all of them together
  if (label === "得" && mention.unit === "分") return /^(?:综合得分|总得分|总分|得分)$/.test(head);
  const isHead = label.length > 1 && nearness(label, head) > 0;
  // “满意率方面，……；古渡区为91.9%”
  const topic = /([\u4e00-\u9fff]{2}率|满意度)(?!.*(?:率|满意度))/.exec(sentenceBefore(mention))?.[1];
  if (core(mention.label) === core(name) && topic !== undefined && head.endsWith(topic) && mention.unit === "%")
    return isSlip(cell, mention.number);
  // without a heading of its own a short number may be anything
  // “按期回应率 99.20%” of a table of key figures
  const isKeyFigure =
    table.width === 2 && /率$/.test(name) && core(mention.label) === core(name) && mention.unit === "%";
  if (isKeyFigure && mention.depth === 0) return true;
  // “3月受理36548件” right under the heading 受理量
  const isRight = head.length > 1 && label === head && sentenceBefore(mention).endsWith(`${name}${label}`);
  const ratio = mention.number.approximate / cell.approximate;
  if (isRight && digits(mention) > 3 && ratio > 0.9 && ratio < 1.1) return true;
  // a paragraph led by the row's name begins with its count
  const isLed = mention.label === "" && mention.at === mention.sentence.from && column === firstCount(table);
  const least = isLed || (isOnlyCount(table) && core(mention.label) === core(name)) ? 2 : 3;
  // “公路中心承办的1432件工单” for 1342
  const isActs = core(mention.label.replace(/(?:承办|受理|办理)的?$/, "")) === core(name);
  if (isActs && digits(mention) > 3 && isSwapped(cell, mention.number)) return true;
  // a long number changes places with itself only
  if (isLedBy(mention, name) && digits(mention) > 4 && isSwapped(cell, mention.number)) return true;
  // “柏树街道167件” for 176
  if (isNamed(mention, name) && digits(mention) > 2 && column === firstCount(table) && isSwapped(cell, mention.number))
    return true;
  const isMeant = isHead ? digits(mention) > 2 : isNamed(mention, name) && digits(mention) > least;
  return isMeant && isSlip(cell, mention.number);
}

/** of now, where the periods stand side by side */
const firstCount = ({ rows, width }: Table): number =>
  columnsUpTo(width).findIndex((at) =>
    rows.every(({ cells, isTotal }) => isTotal || /^\d[\d,]*$/.test(cells[at] ?? "")),
  );

/** one column of counts, called nothing but that, and no other that a count may be of */
const isOnlyCount = ({ rows, width, heads }: Table): boolean =>
  heads?.some((head) => /^(?:件数|数量)|^\d{1,2}月$|^本[月期季周]$/.test(head)) === true &&
  columnsUpTo(width).filter((at) => rows.every(({ cells }) => /^\d[\d,]*$/.test(cells[at] ?? ""))).length === 1;

export const otherThanCell = (
  name: string,
  mention: Mention,
  { row, cell, head }: { row: Row; cell: Printed; head: string },
  confidence: number,
): Finding =>
  finding("twoValues", {
    confidence,
    places: distinctPlaces([placeOf(mention), rowPlace(row)]),
    values: [mention.number.text, cell.text],
    arithmetic: `${mention.number.text} ≠ ${cell.text}`,
    message: `“${name}”文中印作${mention.number.text}，表中“${head}”印作${cell.text}。`,
  });

/** a long number that another row of the same table has, and no other cell: two names changed places */
function misplaced(name: string, mention: Mention, own: { table: Table; row: Row }[]): Finding[] {
  const [only] = own;
  const least = name === bracketed(mention) ? 3 : 4;
  if (!only || own.length > 1 || digits(mention) < least || mention.isHedged) return [];
  const having = only.table.rows.flatMap((row) =>
    row.numbers.flatMap((cell, column) =>
      !row.isTotal && cell && isSameValue(cell, mention.number) && cell.text.endsWith("%") === (mention.unit === "%")
        ? [{ row, column }]
        : [],
    ),
  );
  const [other] = having;
  const cell = only.row.numbers[other?.column ?? -1];
  if (!other || having.length > 1 || !cell) return [];
  return [
    finding("lineUp", {
      confidence: 0.7,
      places: [placeOf(mention), rowPlace(only.row), rowPlace(other.row)],
      values: [mention.number.text, cell.text],
      arithmetic: `${name} ${mention.number.text} → ${other.row.name}`,
      message: `“${name}”文中印作${mention.number.text}，表中是${cell.text}，${mention.number.text}在“${other.row.name}”一行。`,
    }),
  ];
}

/** “向六个部门派发……”: as many as a table has rows, and its closing row says otherwise */
function wholeOf(mention: Mention, tables: Table[]): Finding[] {
  const said = members.exec(mention.before)?.[1];
  const number = said ? chineseNumber(said) : null;
  const kind = kindOf(members.exec(mention.before)?.[0] ?? "");
  if (!number || mention.kind !== "count" || mention.isHedged) return [];
  return tables.flatMap((table) => {
    const rows = table.rows.filter(({ isTotal }) => !isTotal);
    const closing = table.rows.at(-1)!;
    const isOwn = (head: string, at: number) =>
      closing.numbers[at] && core(head).length > 1 && mention.label.includes(core(head));
    const column = table.heads?.findIndex(isOwn) ?? -1;
    const cell = closing.numbers[column];
    // five counties aren't the five departments of a table
    if (rows.some(({ name }) => kind >= 0 && kindOf(name) >= 0 && kindOf(name) !== kind)) return [];
    if (rows.length !== number || !closing.isTotal || !cell || isSameValue(cell, mention.number)) return [];
    if (closing.numbers.some((other) => other && isSameValue(other, mention.number))) return [];
    return [
      finding("twoValues", {
        confidence: 0.75,
        places: distinctPlaces([placeOf(mention), rowPlace(closing)]),
        values: [mention.number.text, cell.text],
        arithmetic: `${mention.number.text} ≠ ${cell.text}`,
        message: `“${mention.label}”文中印作${mention.number.text}，表中${number}行的“${closing.name}”是${cell.text}。`,
      }),
    ];
  });
}
