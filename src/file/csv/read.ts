import type { TableRow } from "../table/row.ts";
import { decoded } from "./decode.ts";
import { cutRecord } from "./record.ts";

const SEPARATORS = [",", ";", "\t"];

/** 分隔符: the one that the first line has most of, outside quotes; a comma when none. */
export function separatorOf(text: string): string {
  const line = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

const newlines = (text: string, from: number, until: number) => {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < until; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

const isBlank = (cells: string[]) => cells.every((cell) => cell === "");

/**
 * 读 CSV: the rows as they come, as many at once as are at hand, header included; blank lines are left out, faulty ones
 * carry their reason.
 */
export async function* readCsvRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow[]> {
  let text = "";
  let separator: string | null = null;
  let line = 1;
  function cutAll(isLast: boolean): TableRow[] {
    const rows: TableRow[] = [];
    let at = 0;
    while (at < text.length) {
      const cut = cutRecord(text, at, separator ?? ",", isLast);
      if (!cut) break;
      if (cut.fault || !isBlank(cut.cells)) rows.push({ line, cells: cut.cells, fault: cut.fault });
      line += newlines(text, at, cut.next);
      at = cut.next;
    }
    text = text.slice(at);
    return rows;
  }
  for await (const piece of decoded(bytes)) {
    text += piece;
    separator ??= text.includes("\n") ? separatorOf(text) : null;
    if (separator !== null) yield cutAll(false);
  }
  separator ??= separatorOf(text);
  yield cutAll(true);
}
