/** 名次一栏: ranks that the values which the other rows are ranked by don't give; and rows said to go down that don't. */
import type { Finding } from "../../../domain/finding.ts";
import { isExact, toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { kindOf, segmentsOf } from "../../read/columns.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { areCounts } from "../../read/tableNumbers.ts";
import { cellPlace, finding, rowPlace } from "../../write.ts";

export const rankColumn = ({ tables, passages }: Reading): Finding[] => [
  ...tables.flatMap((table) => [
    ...rankHeads(table).flatMap((rank) => ranksIn(table, rank)),
    ...orderOf(table),
    ...numberedOrder(table),
  ]),
  ...passages.flatMap((passage) => placesIn(passage, tables)),
];

const core = (name: string): string => name.replace(/（.*?）/g, "").replace(/[量数件]+$/, "");
const rankWord = /(?:综合)?(?:排名|名次|位次|排位)$/;
/** those of an earlier period are of rows that this table needn't have */
const isRankHead = (head: string): boolean => rankWord.test(head) && !/上[月期周季年]|去年|同期/.test(head);
const scoreHead = /总分|得分|总得分|综合得分|成绩/;

const rankHeads = ({ heads }: Table): number[] => heads?.flatMap((head, at) => (isRankHead(head) ? [at] : [])) ?? [];

interface Ranked {
  column: number;
  /** −1: the smallest is first */
  sign: 1 | -1;
  wrong: Row[];
}

/** ranks may begin anew behind each sum */
function ranksIn(table: Table, rank: number): Finding[] {
  const parts = segmentsOf(table).filter((rows) => rows.some(({ values }) => values[rank] === 1));
  return parts.length > 1 ? parts.flatMap((rows) => ranksOf({ ...table, rows }, rank)) : ranksOf(table, rank);
}

/** by the scores where there are some; otherwise by the column that is meant, in the direction that nearly all rows keep */
function ranksOf(table: Table, rank: number): Finding[] {
  const rows = table.rows.filter(({ isTotal, numbers }) => !isTotal && numbers[rank] && isExact(numbers[rank].range));
  if (rows.length < 3) return [];
  // “8月得分” beside 得分 is of another month
  const scores = table.heads!.flatMap((head, at) => (scoreHead.test(head) ? [at] : []));
  const score = scores.findLast((at) => !/\d月|上[月期周季]|去年|上年/.test(table.heads![at]!)) ?? scores.at(-1) ?? -1;
  if (score >= 0 && rankHeads(table).length === 1) {
    const ranked = rankedBy(rows, rank, score, 1);
    return ranked.wrong.map((row) => contradiction(table, row, rank, rows, ranked));
  }
  const meant = columnsRankedBy(table, rank, rows);
  // of many rows that nearly all keep it, a column is meant whatever it is called
  const any =
    rows.length > 5
      ? table.heads!.flatMap((_, at) => (at !== rank && rows.every(({ numbers }) => numbers[at]) ? [at] : []))
      : [];
  const tried = (meant.length > 0 ? meant : any).flatMap((column) =>
    ([1, -1] as const).map((sign) => rankedBy(rows, rank, column, sign)),
  );
  const least = Math.min(...tried.map(({ wrong }) => wrong.length));
  const own = tried.find(({ wrong }) => wrong.length === least);
  if (least > 0 && !table.heads![rank]!.replace(rankWord, "") && isOfAnother(table, rank, rows)) return [];
  const isMeant = own && least > 0 && least <= 2 && rows.length - least >= Math.max(3, least + 1);
  return isMeant ? own.wrong.map((row) => contradiction(table, row, rank, rows, own)) : [];
}

/** no title or heading says by which, and another column ranks all of them just so */
const isOfAnother = (table: Table, rank: number, rows: Row[]): boolean =>
  !ordered.test(table.title) &&
  table.heads!.some(
    (head, at) =>
      at !== rank &&
      !rankWord.test(head) &&
      !/序号|编号/.test(head) &&
      rows.every(({ numbers }) => numbers[at]) &&
      ([1, -1] as const).some((sign) => rankedBy(rows, rank, at, sign).wrong.length === 0),
  );

/** the column that the heading names, or the one before it where no other rate may be meant */
function columnsRankedBy(table: Table, rank: number, rows: Row[]): number[] {
  // “上周名次” beside “本周名次” is no value
  const heads = table.heads!.map((head) => (rankWord.test(head) ? "" : head));
  const word = core(table.heads![rank]!.replace(rankWord, ""));
  const whole = (column: number) => rows.every(({ numbers }) => numbers[column]);
  // “（按满意率从高到低排名）” says by which
  const titled = ordered.exec(table.title)?.[1];
  const byTitle =
    titled && rankHeads(table).length === 1
      ? heads.flatMap((head, at) => (at !== rank && core(head) === core(titled) && whole(at) ? [at] : []))
      : [];
  if (byTitle.length > 0) return byTitle;
  const named = word ? heads.flatMap((head, at) => (at !== rank && head.includes(word) && whole(at) ? [at] : [])) : [];
  if (named.length > 0) return named;
  const isRate = (column: number) => rows.some(({ cells }) => /%$/.test(cells[column]!));
  const rates = heads.flatMap((_, at) => (isRate(at) ? [at] : []));
  const isClear = rates.length <= rankHeads(table).length && (isRate(rank - 1) || rates.length === 0);
  return rank > 0 && isClear && heads[rank - 1] !== "" && whole(rank - 1) ? [rank - 1] : [];
}

const before = (rows: Row[], row: Row, { column, sign }: Pick<Ranked, "column" | "sign">) => {
  const own = toNumber(row.numbers[column]!.value);
  const better = rows.filter(({ numbers }) => sign * (toNumber(numbers[column]!.value) - own) > 0).length;
  return { better, equal: rows.filter(({ numbers }) => toNumber(numbers[column]!.value) === own).length };
};

function rankedBy(rows: Row[], rank: number, column: number, sign: 1 | -1): Ranked {
  const scored = rows.filter(({ numbers }) => numbers[column]);
  const ranks = scored.map(({ numbers }) => toNumber(numbers[rank]!.value));
  // “前五、后五”: of rows that the table leaves out the ranks say nothing
  const isPartial = ranks.filter((said) => said > scored.length).length > 1;
  const wrong = scored.filter((row) => {
    const { better, equal } = before(scored, row, { column, sign });
    const printed = toNumber(row.numbers[rank]!.value);
    const said = isPartial ? 1 + ranks.filter((other) => other < printed).length : printed;
    return said <= better || said > better + equal;
  });
  return { column, sign, wrong };
}

function contradiction(table: Table, row: Row, rank: number, rows: Row[], ranked: Ranked): Finding {
  const own = row.numbers[ranked.column]!;
  const { better } = before(
    rows.filter(({ numbers }) => numbers[ranked.column]),
    row,
    ranked,
  );
  const [name, side] = [headOf(table, ranked.column), ranked.sign > 0 ? "高于" : "低于"];
  return finding("rank", {
    confidence: 0.8,
    places: [cellPlace(row, rank)],
    values: [row.cells[rank]!, own.text],
    arithmetic: `${name}${side} ${own.text} 的有 ${better} 个，应为第 ${better + 1}`,
    message: `表中“${row.name}”的“${name}”是${own.text}，${headOf(table, rank)}印作${row.cells[rank]}，应为第${better + 1}。`,
  });
}

const placed =
  /([^，。；：、\d]{2,10}?)的?(?:承办|受理|派发|转派|转办|办件|工单|诉求|来电)[总数]?量(?:居|列|排|位居|位列|排名|排在)[^，。；：\d第]{0,6}第([一二三四五六七八九十]{1,2}|\d{1,2})位?/g;

/** “甲街道承办量居各街镇第二位”: a place that it has by no column of the table that it stands in */
function placesIn(passage: Passage, tables: Table[]): Finding[] {
  return [...passage.text.matchAll(placed)].flatMap((match) => {
    const said = chineseNumber(match[2]!);
    const own = tables.flatMap((table) => {
      const row = table.rows.find(({ name, isTotal }) => !isTotal && name.length > 1 && match[1]!.endsWith(name));
      return row ? [{ table, row }] : [];
    });
    const [only] = own;
    // “1—10月累计，乙区受理量列第一位”: of another time than the table's
    const lead = passage.text
      .slice(0, match.index)
      .split(/[。；]/)
      .at(-1)!;
    if (/(?:^|，)(?:上[月周季年期]|去年|1月?[至—-]\d{1,2}月|累计)/.test(lead)) return [];
    if (!said || !only || own.length > 1) return [];
    const { table, row } = only;
    const rows = table.rows.filter(({ isTotal, name }) => !isTotal && !/^其[他它余]/.test(name));
    const columns = row.numbers.flatMap((cell, column) =>
      cell && !/%$/.test(row.cells[column]!) && rows.every(({ numbers }) => numbers[column]) ? [column] : [],
    );
    const isHere = (column: number) => {
      const { better, equal } = before(rows, row, { column, sign: 1 });
      return said > better && said <= better + equal;
    };
    const [first] = columns;
    if (rows.length < 3 || first === undefined || columns.some(isHere)) return [];
    const { better } = before(rows, row, { column: first, sign: 1 });
    const value = row.numbers[first]!.text;
    return [
      finding("rank", {
        confidence: 0.7,
        places: [quote(passage, match.index, match.index + match[0].length), rowPlace(row)],
        values: [match[2]!, value],
        arithmetic: `${headOf(table, first)}多于 ${value} 的有 ${better} 个，应为第 ${better + 1}`,
        message: `文中说“${row.name}”列第${match[2]}，表中“${headOf(table, first)}”是${value}，多于它的有${better}个，应为第${better + 1}。`,
      }),
    ];
  });
}

/** “按时办结率从高到低” leaves “时办结率” behind its 按 */
const isCalled = (head: string, word: string): boolean => head === word || (word.length > 2 && head.endsWith(word));

const rankedTitle = /排[名行列]前|排[名行]榜|前[十五\d]{1,2}(?:名|位|的)?/;

/** “投诉类别排名前十”: its rows are numbered, and go down but for one or two by the first column of counts that they go down by at all */
function numberedOrder(table: Table): Finding[] {
  const rows = table.rows.filter(({ isTotal, name }) => !isTotal && !/^其[他它余]/.test(name));
  const isNumbered =
    rows.length > 4 &&
    /^(?:序号|排名|名次|位次)$/.test(table.heads?.[0] ?? "") &&
    rows.every(({ values }, at) => values[0] === at + 1);
  if (!isNumbered || !rankedTitle.test(table.title)) return [];
  const rising = (column: number) =>
    rows.flatMap((row, at) => (at > 0 && row.values[column]! > rows[at - 1]!.values[column]! ? [at] : []));
  // by a score or a rate it may keep its order all the same
  const falling = (column: number) =>
    rows.flatMap((row, at) => (at > 0 && row.values[column]! < rows[at - 1]!.values[column]! ? [at] : []));
  const isKept = (column: number) =>
    rows.every(({ numbers }) => numbers[column]) && (rising(column).length === 0 || falling(column).length === 0);
  const all = table.heads!.map((_, column) => column).slice(1);
  if (all.some(isKept)) return [];
  const columns = all.filter((column) => areCounts(rows, column));
  const least = Math.min(...columns.map((column) => rising(column).length));
  const column = columns.find((one) => rising(one).length === least);
  if (column === undefined || least === 0 || least * 4 > rows.length) return [];
  return rising(column).map((at) => outOfOrder(table, column, rows[at - 1]!, rows[at]!));
}

const outOfOrder = (table: Table, column: number, above: Row, row: Row): Finding => {
  const [a, b] = [above.numbers[column]!.text, row.numbers[column]!.text];
  return finding("listOrder", {
    confidence: 0.8,
    places: [cellPlace(row, column), cellPlace(above, column)],
    values: [b, a],
    arithmetic: `${b} > ${a}`,
    message: `表按“${headOf(table, column)}”由高到低排列，“${row.name}”${b}却排在“${above.name}”${a}之后。`,
  });
};

const ordered = /(?:按([^，。；（）]{2,12}?))?(?:由|从)?(?:高到低|多到少|大到小)/;
/** “按转派量从高到低”: one row that has more than the row above it */
function orderOf(table: Table): Finding[] {
  const said = ordered.exec(table.title) ?? ordered.exec(table.words.join(" "));
  const word = said?.[1];
  const counts = table.rows[0]!.numbers.flatMap((_, at) => (table.rows.some(({ numbers }) => numbers[at]) ? [at] : []));
  const only = table.heads === null && counts.length === 1 ? counts[0]! : -1;
  const scored = word
    ? []
    : (table.heads ?? []).flatMap((head, at) => (/^(?:总|综合|合计)?得?分$/.test(head) ? [at] : []));
  const named = word
    ? (table.heads?.findIndex((head) => core(head) !== "" && isCalled(core(head), core(word))) ?? only)
    : scored.length === 1
      ? scored[0]!
      : only;
  const column = said ? named : -1;
  if (column < 0) return [];
  const rows = table.rows.filter(
    ({ isTotal, numbers, name }) => !isTotal && numbers[column] && !/^其[他它余]|小计|合计/.test(name),
  );
  const up = rows.flatMap((row, at) => {
    const above = rows[at - 1];
    // “……、陆家桥镇；区住建局、……”: two lists, one below the other
    const isNext = above && kindOf(above.name) === kindOf(row.name);
    return isNext && row.values[column]! > above.values[column]! ? [[above, row] as const] : [];
  });
  if (rows.length < 4 || up.length !== 1) return [];
  const [[above, row]] = up as [(typeof up)[number]];
  return [outOfOrder(table, column, above, row)];
}
