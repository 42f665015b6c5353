/** 栏: one column of a table as a list of names with a value each: all its rows, or those between two sums. */
import type { Printed } from "../number.ts";
import type { Row, Table } from "./table.ts";

export interface Column {
  table: Table;
  column: number;
  head: string;
  /** those with a number, none of them a sum */
  rows: Row[];
}

const isSumName = /^其[他它余]|合计|小计|总计|平均/;

/** 栏号 of a table so wide */
export const columnsUpTo = (width: number): number[] => Array.from({ length: width }, (_, column) => column);

/** 全部的栏 */
export const columnsOf = (tables: Table[]): Column[] =>
  tables.flatMap((table) =>
    columnsUpTo(table.width).flatMap((column) => {
      const head = table.heads?.[column] ?? "";
      if (/^(?:序号|编号)$/.test(head)) return [];
      const numbered = (rows: Row[]) =>
        rows.filter(
          ({ isTotal, numbers, name }) => !isTotal && numbers[column] && name !== "" && !isSumName.test(name),
        );
      const parts = segmentsOf(table)
        .map(numbered)
        .filter((rows) => rows.length > 1);
      const rows = numbered(table.rows);
      // “上半年” among months is their sum
      const months = rows.filter(({ name }) => /^\d{1,2}月份?$/.test(name));
      const all = months.length > 2 && rows.every(({ name }) => /月|季度|半年|年/.test(name)) ? months : rows;
      const sets = parts.length > 1 ? [...parts, all] : [all];
      return sets.filter((rows) => rows.length > 2).map((rows) => ({ table, column, head, rows }));
    }),
  );

/** rows up to each sum; a sum that opens the table closes nothing */
export function segmentsOf({ rows }: Table): Row[][] {
  const segments: Row[][] = [[]];
  for (const row of rows) {
    if (!row.isTotal) segments.at(-1)!.push(row);
    else if (segments.at(-1)!.length > 0) segments.push([]);
  }
  return segments;
}

/** 某名的行, in a column */
export const rowOf = ({ rows }: Column, name: string): Row | undefined => rows.find((row) => row.name === name);

export const cellOf = ({ column }: Column, row: Row): Printed => row.numbers[column]!;

const plain = (head: string): string =>
  head
    .replace(/（.*?）|%$/g, "")
    .replace(/^平均(?=.{2})/, "")
    .replace(/^(?:本[月期周季年]|当月|\d{1,2}月份?|20\d\d年|份)/, "")
    .replace(/(?<=.{2})[量数件个]+$/, "");

/** words that make it some of the column, or more than it */
const ofSome = /类(?:诉求|工单|问题)?的?$|累计|投诉|举报|咨询|求助|网络|电话|夜间|全年/;
const denied = /不满意|未|非|无/;
const perHead = /每[万百千户人件]|[人户]均|万[户人]/;
const moved = /增|降|升|变|环比|同比|进步|提高|减|回落/;

/** how well words name a heading: 3 alike, 2 the heading in the words, 1 the words in the heading, 0 not at all */
export function nearness(words: string, head: string): number {
  if (/^\d{1,2}月份?$/.test(head) && new RegExp(`(?<!\\d)${head}`).test(words)) return 2;
  const [text, name] = [plain(words), plain(head)];
  if (name.length < 2 || text.length < 2) return 0;
  if (perHead.test(text) !== perHead.test(name)) return 0;
  if (denied.test(text) !== denied.test(name) || moved.test(text) !== moved.test(name)) return 0;
  if (/[率度]$/.test(text) && !/[率度]$/.test(name)) return 0;
  if (
    text === name ||
    (/(?:^|综合|考核|考评|总|平均)(?:得分|分数|成绩)/.test(text) && /^(?:总分|总得分|综合得分)$/.test(name))
  )
    return 3;
  // “投诉受理量” is no “受理量”, “累计满意率” no “满意率”
  if (ofSome.test(text.replace(name, "")) && !ofSome.test(name)) return 0;
  // “按时办结率” names no column “按时办结”
  if (text.includes(name) && !/^[率度]/.test(text.slice(text.indexOf(name) + name.length)))
    return 2 + name.length / 100;
  return name.includes(text) ? 1 : 0;
}

/** 说的是哪一栏: the columns that words name best; none where they name no heading */
export function namedColumns(words: string, columns: Column[]): Column[] {
  const rated = columns.map((column) => ({ column, near: nearness(words, column.head) }));
  const best = Math.max(0, ...rated.map(({ near }) => near));
  return best === 0 ? [] : rated.filter(({ near }) => near === best).map(({ column }) => column);
}

const kinds = [
  /[县区市旗州盟]$|(?:高新|经开|新城|管委会)$/,
  /[镇乡处场]$|街道$/,
  /[局委办厅院队署会室所]$/,
  /公司$|集团$|[厂司企]$|企业$/,
];
/** 县区, 乡镇, 部门 or 企业 by its last sign; −1 for none */
export const kindOf = (name: string): number => kinds.findIndex((kind) => kind.test(name));

/** 同类的行: a text that speaks of counties doesn't mean the departments of the same table */
export const peersOf = (name: string, { rows }: Column): Row[] => {
  const kind = kindOf(name);
  return kind < 0 ? rows : rows.filter((row) => kindOf(row.name) === kind);
};

const measures = /(?:一次|首次|二次)?(?:[\u4e00-\u9fff]{2}率|满意度|得分)/g;
const ranked = /(?:排名|名次|位次)$/;

/** 说的是另一个量: “满意率最高的”, and a column of 办结率; ranks are by what the table has */
export function isOfOtherMeasure(words: string, { head, table }: Column): boolean {
  const said = words.match(measures)?.at(-1);
  if (said === undefined || head === "") return false;
  const own = ranked.test(head) ? `${table.title}${table.heads?.join("") ?? ""}` : head;
  // “满意得分最低”: of a column that may be called 满意 alone
  if (said === "得分") return /率$/.test(own) && !ranked.test(head);
  const core = said.replace(/^(?:一次|首次|二次)/, "").replace(/[率度]$/, "");
  const prefix = /^(?:一次|首次|二次)/.exec(said)?.[0];
  return !own.includes(core) || (prefix !== undefined && !own.includes(prefix));
}
