import { Readable } from "node:stream";
import { z } from "zod";
import { MARK } from "../../domain/import/header.ts";
import { csvText } from "../../file/csv/write.ts";
import { xlsxTable } from "../../file/table/writeXlsx.ts";
import type { Content } from "../operation.ts";
import { type Listing, listed } from "./pages.ts";

export const exportParams = z.object({ format: z.enum(["csv", "xlsx"]) });

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** 导出清单: streamed; formulas stay text; 演示 is said in the header of a demonstration's. */
export function exported<R>(
  name: string,
  format: "csv" | "xlsx",
  listing: Listing<R>,
  demonstration: boolean,
): Content {
  const rows = listed(listing, demonstration ? MARK : null);
  const content = format === "csv" ? Readable.from(csvText(rows)) : xlsxTable(name, rows);
  return { type: types[format], name: `${demonstration ? "演示-" : ""}${name}.${format}`, content };
}
