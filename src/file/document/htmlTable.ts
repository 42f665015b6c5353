import { Refusal } from "../../domain/refusal.ts";
import { faults } from "./fault.ts";
import { attributeOf, type Element, isElement } from "./htmlTree.ts";

/** 网页的一部分: a paragraph or a table, in the order of the page */
export type Part =
  | { kind: "paragraph"; text: string; isLinks: boolean; isPreformatted: boolean }
  | { kind: "table"; rows: string[][] };

interface Cell {
  parts: Part[];
  columns: number;
  rows: number;
}

/** no report's table has so many cells */
const most = 500_000;

/** 表格的各部分: itself, or what lies in its cells, one after the other, where it only places things on the page */
export function partsOfTable(table: Element, partsOf: (cell: Element) => Part[]): Part[] {
  const rows = rowsOf(table).map((row) =>
    childrenOf(row, ["td", "th"]).map((cell) => ({
      parts: partsOf(cell),
      columns: span(cell, "colspan"),
      rows: span(cell, "rowspan"),
    })),
  );
  const captions = childrenOf(table, ["caption"]).flatMap(partsOf);
  const cells = rows.flat();
  if (isLayout(rows)) return [...captions, ...cells.flatMap(({ parts }) => parts)];
  if (cells.every(({ parts }) => parts.every((part) => part.kind === "paragraph" && part.isLinks))) return captions;
  return [...captions, { kind: "table", rows: laidOut(rows) }];
}

const childrenOf = (parent: Element, names: string[]): Element[] =>
  parent.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName));

const rowsOf = (table: Element): Element[] =>
  childrenOf(table, ["thead", "tbody", "tfoot"]).flatMap((section) => childrenOf(section, ["tr"]));

/** two rows of numbers are data, whatever else the table holds */
const isLayout = (rows: Cell[][]): boolean =>
  rows.filter(isData).length < 2 && (rows.every((row) => filled(row).length < 2) || rows.flat().some(holdsPage));

const filled = (row: Cell[]): Cell[] => row.filter(({ parts }) => parts.length > 0);

const figure = /^[-+−↑↓]?\d[\d,.]*\s?(?:[%‰]|\p{Script=Han}{0,3})$/u;

function isData(row: Cell[]): boolean {
  const texts = filled(row).map(textOf);
  return (
    texts.length > 1 &&
    texts.every((text) => text.length <= 40) &&
    texts.some((text) => figure.test(text)) &&
    !row.some(holdsPage)
  );
}

/** another table, or sentences in paragraphs */
const holdsPage = ({ parts }: Cell): boolean =>
  parts.some(({ kind }) => kind === "table") ||
  parts.filter((part) => part.kind === "paragraph" && /。$/.test(part.text)).length > 1;

const textOf = ({ parts }: Cell): string =>
  parts.map((part) => (part.kind === "table" ? part.rows.flat().join("") : part.text)).join("");

const span = (cell: Element, name: string): number =>
  Math.min(63, Math.max(1, Number.parseInt(attributeOf(cell, name) ?? "1", 10) || 1));

/** a cell over several columns stands in each; below a cell over several rows it is blank */
function laidOut(rows: Cell[][]): string[][] {
  const waiting: number[] = [];
  let made = 0;
  return rows.map((cells) => {
    const row: string[] = [];
    const skip = () => {
      while ((waiting[row.length] ?? 0) > 0) {
        waiting[row.length]! -= 1;
        row.push("");
      }
    };
    for (const cell of cells) {
      skip();
      const text = textOf(cell);
      for (let column = 0; column < cell.columns; column += 1) {
        waiting[row.length] = cell.rows - 1;
        row.push(text);
      }
    }
    skip();
    if ((made += row.length) > most) throw new Refusal(faults.tooLarge);
    return row;
  });
}
