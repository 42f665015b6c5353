/** 文档: a published report as plain data, in the order in which it is read. */

/** 位置: a page of a .pdf and a line on it; otherwise a line of a .txt or the how-manieth paragraph or row of a document. */
export interface Place {
  page?: number;
  line?: number;
}

export interface Line {
  text: string;
  place: Place;
  /** it ended for want of room: the next line goes on with its sentence */
  goesOn?: true;
}

/** 表格: rows of cells as they stand; a cell that spans several is repeated in each. */
export interface TableRow {
  cells: string[];
  place: Place;
}

export type Block = ({ kind: "paragraph" } & Line) | { kind: "table"; rows: TableRow[] };

export interface AuditedDocument {
  /** 'lines': its paragraphs are lines as they were broken on paper, among them those of tables without drawn rules */
  layout: "lines" | "paragraphs";
  blocks: Block[];
}

/** 段落或行: what places count in */
export const unitOfPlaces = ({ layout }: AuditedDocument): string => (layout === "lines" ? "行" : "段");

/** '第3页第2行', '第12段' */
export const placeWords = ({ page, line }: Place, unit: string): string =>
  `${page === undefined ? "" : `第${page}页`}${line === undefined ? "" : `第${line}${unit}`}`;
