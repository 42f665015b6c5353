/** 逐页取: a list of any length for a file, page by page as its viewer sees it. */
import type { Cell } from "../../file/table/row.ts";
import type { After } from "../../store/desk/page.ts";

export const PAGE = 500;

export interface Listing<R> {
  head: string[];
  page(after: After | null): Promise<R[]>;
  cells(row: R): Cell[];
  place(row: R): After;
}

/** `ended` hears how many rows left, whether all did or whoever took them went away. */
export async function* listed<R>(
  { head, page, cells, place }: Listing<R>,
  mark: string | null,
  ended: (rows: number) => Promise<unknown>,
): AsyncGenerator<Cell[]> {
  let left = 0;
  try {
    yield mark === null ? head : [...head, mark];
    for (let after: After | null = null; ; ) {
      const rows: R[] = await page(after);
      for (const row of rows) {
        left += 1;
        yield cells(row);
      }
      if (rows.length < PAGE) return;
      after = place(rows.at(-1)!);
    }
  } finally {
    await ended(left);
  }
}
