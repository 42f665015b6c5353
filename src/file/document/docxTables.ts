/** 内容: a paragraph or a table, before it has its place */
export type Content = { kind: "paragraph"; text: string } | { kind: "table"; rows: string[][] };

export interface Cell {
  contents: Content[];
  columns: number;
  /** it goes on from the cell above */
  goesOn: boolean;
}

/** 表格的内容: a table; or what stands in its cells, in order, where it only sets a text into its place on the page */
export function tableContents(rows: Cell[][], isInside: boolean): Content[] {
  if (isFrame(rows) || (isInside && rows.length < 2)) return rows.flatMap((cells) => cells.flatMap(shown));
  return rows.length > 0 ? [{ kind: "table", rows: rows.map((cells) => cells.flatMap(spread)) }] : [];
}

const shown = ({ contents, goesOn }: Cell): Content[] => (goesOn ? [] : contents);

const textOf = ({ contents }: Cell): string =>
  contents.map((one) => (one.kind === "paragraph" ? one.text : "")).join("");

/** a cell over several columns stands in each; one that goes on from above is blank */
const spread = (cell: Cell): string[] =>
  Array.from({ length: cell.columns }, () => (cell.goesOn ? "" : textOf(cell).trim()));

/** it has one column, or a table in it, or paragraphs of a text and no numbers */
function isFrame(rows: Cell[][]): boolean {
  const cells = rows.flat();
  const isText = () => cells.some(holdsText) && !cells.some((cell) => isFigure(textOf(cell)));
  return rows.every((row) => row.length < 2) || cells.some(holdsTable) || isText();
}

const holdsTable = ({ contents }: Cell): boolean => contents.some(({ kind }) => kind === "table");

const isFigure = (text: string): boolean => /\d/.test(text) && !/[\u4e00-\u9fff]{2}/.test(text);

/** a remark in a table is shorter */
const LEAST = 20;

const holdsText = ({ contents }: Cell): boolean =>
  contents.filter((one) => one.kind === "paragraph" && one.text.includes("。") && one.text.length >= LEAST).length > 1;
