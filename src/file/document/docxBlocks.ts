import type { Block } from "../../domain/document.ts";
import type { Content } from "./docxTables.ts";

/** 段与表: each with its place, in order; lines broken by hand are paragraphs, and rows set with tabs a table. */
export function blocksOf(contents: Content[]): Block[] {
  let line = 0;
  const place = () => ({ line: (line += 1) });
  return withTabTables(contents.flatMap(unbroken)).map((one) =>
    one.kind === "table"
      ? { kind: "table", rows: one.rows.map((cells) => ({ cells, place: place() })) }
      : { kind: "paragraph", text: one.text, place: place() },
  );
}

/** whoever breaks a line behind a comma hasn't ended his sentence */
const lineEnd = /(?<![，、（,(]\s*)\n/;

const unbroken = (one: Content): Content[] =>
  one.kind === "table" || !one.text.includes("\n")
    ? [one]
    : one.text
        .split(lineEnd)
        .filter((text) => text.trim() !== "")
        .map((text) => ({ kind: "paragraph", text }));

/** 用制表符排的表: paragraphs one after the other whose tabs make the same columns */
function withTabTables(contents: Content[]): Content[] {
  const found: Content[] = [];
  let run: string[] = [];
  const close = () => {
    for (const one of tablesIn(run)) found.push(one);
    run = [];
  };
  for (const one of contents) {
    if (one.kind === "paragraph" && isRow(one.text)) {
      run.push(one.text);
      continue;
    }
    close();
    found.push(one);
  }
  close();
  return found;
}

/** no sentence, and no item of a list behind its number */
const isRow = (text: string): boolean =>
  text.includes("\t") &&
  !/[。！？]/.test(text) &&
  !/^\s*[（(]?[\d一二三四五六七八九十]+[）)、.．]\s*\t[^\t]*$/.test(text);

/** all of them are one table, or each run of the same width is */
function tablesIn(run: string[]): Content[] {
  const whole = tableOf(run);
  if (whole) return [whole];
  const parts: string[][] = [];
  for (const text of run) {
    const last = parts.at(-1);
    if (last && widthOf(last[0]!) === widthOf(text)) last.push(text);
    else parts.push([text]);
  }
  return parts.flatMap((part) => tableOf(part) ?? part.map((text): Content => ({ kind: "paragraph", text })));
}

const widthOf = (text: string): number => text.split("\t").length;

/** one tab for each column; or as many as it took to get there */
const gaps = [(text: string) => text.split("\t"), (text: string) => text.trim().split(/\t+/)];

/** at least two rows with numbers, most of which have more than one cell; null: no table */
function tableOf(run: string[]): Content | null {
  const apart = run.filter((text) => /\S\t+\S/.test(text)).length;
  if (run.length < 2 || apart * 2 <= run.length || !run.some((text) => /\t.*\d/.test(text))) return null;
  for (const split of gaps) {
    const rows = run.map((text) => split(text).map((cell) => cell.trim()));
    if (rows.every(({ length }) => length > 1 && length === rows[0]!.length)) return { kind: "table", rows };
  }
  return null;
}
