/** 退回的行: a file of the rows that did not go in, with why; mended, it can be imported as it is. */

import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { Fault } from "../../domain/import/column.ts";
import { REJECT_HEADERS } from "../../domain/import/header.ts";
import { csvLine } from "../../file/csv/write.ts";
import type { Cell } from "../../file/table/row.ts";
import type { Io } from "../command.ts";

export interface Rejected {
  line: number;
  cells: Cell[];
  faults: Fault[];
}

const MOST_SHOWN = 10;

const unique = (words: string[]) => [...new Set(words.filter((word) => word !== ""))];

const sentence = ({ line, faults }: Rejected) =>
  `第 ${line} 行：${faults.map(({ column, reason }) => (column ? `“${column}”列，${reason}` : reason)).join("；")}`;

/** What is written of a file's cell: a date as the sheet shows it. */
const kept = (cell: Cell): Cell => (cell instanceof Date ? cell.toISOString().slice(0, 23).replace("T", " ") : cell);

function rejectLine({ line, cells, faults }: Rejected, width: number): string {
  const own = Array.from({ length: Math.max(width, cells.length) }, (_, at) => kept(cells[at] ?? null));
  const columns = unique(faults.map(({ column }) => column)).join("、");
  return csvLine([line, columns, faults.map(({ reason }) => reason).join("；"), ...own]);
}

/**
 * 退回文件: begun with the first rejected row, complete with `end`. `path` null: rows are only shown, none is written.
 * An earlier file of that name is replaced even when nothing is rejected any more.
 */
export function rejectsFile(io: Io, path: string | null, headers: string[]) {
  let count = 0;
  let stream: PassThrough | null = null;
  let written: Promise<void> | null = null;
  const begin = () => {
    const made = new PassThrough();
    made.write(`\ufeff${csvLine([...REJECT_HEADERS, ...headers])}`);
    stream = made;
    written = io.write(path!, made);
    // met in `end` or after `abort`
    written.catch(() => made.destroy());
    return made;
  };
  return {
    async add(rejected: Rejected): Promise<void> {
      count += 1;
      if (count <= MOST_SHOWN) io.err(`${sentence(rejected)}\n`);
      if (count === MOST_SHOWN + 1) io.err(path ? `其余退回的行见 ${path}\n` : "……\n");
      if (path === null) return;
      const to = stream ?? begin();
      if (!to.destroyed && !to.write(rejectLine(rejected, headers.length)))
        await Promise.race([once(to, "drain"), written!]);
    },
    async end(): Promise<void> {
      if (path !== null && stream === null && (await io.size(path)) !== null) begin();
      stream?.end();
      await written;
    },
    async abort(error: Error): Promise<void> {
      stream?.destroy(error);
      await written?.catch(() => {});
    },
    count: () => count,
  };
}

export type RejectsFile = ReturnType<typeof rejectsFile>;
