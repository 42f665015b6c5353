/** 逐页取: a list of any length for a file, page by page as its viewer sees it. */
import type { Cell } from "../../file/table/row.ts";
import type { After } from "../../store/desk/requests.ts";

export const PAGE = 500;

export interface Listing<R> {
  head: string[];
  page(after: After | null): Promise<R[]>;
  cells(row: R): Cell[];
  place(row: R): After;
}

export async function* listed<R>(
  { head, page, cells, place }: Listing<R>,
  mark: string | null,
): AsyncGenerator<Cell[]> {
  yield mark === null ? head : [...head, mark];
  let after: After | null = null;
  for (;;) {
    const rows: R[] = await page(after);
    for (const row of rows) yield cells(row);
    if (rows.length < PAGE) return;
    after = place(rows.at(-1)!);
  }
}
