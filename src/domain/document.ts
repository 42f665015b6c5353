/** 文档: a published report as plain data, in the order in which it is read. */

/** 位置: a page of a .pdf, otherwise a line of a .txt or the how-manieth paragraph or row of a document. */
export interface Place {
  page?: number;
  line?: number;
}

export interface Line {
  text: string;
  place: Place;
}

/** 表格: rows of cells as they stand; a cell that spans several is repeated in each. */
export interface TableRow {
  cells: string[];
  place: Place;
}

export type Block = ({ kind: "paragraph" } & Line) | { kind: "table"; rows: TableRow[] };

export interface AuditedDocument {
  /** 'lines': its paragraphs are lines as they were broken on paper, and its tables have lost their cells */
  layout: "lines" | "paragraphs";
  blocks: Block[];
}
