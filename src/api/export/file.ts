import { Readable } from "node:stream";
import { z } from "zod";
import { maskText } from "../../domain/access/mask.ts";
import { MARK } from "../../domain/import/header.ts";
import { csvText } from "../../file/csv/write.ts";
import { mediaTypes } from "../../file/mediaTypes.ts";
import { xlsxTable } from "../../file/table/writeXlsx.ts";
import { logVisit } from "../access/log.ts";
import type { Content } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { type Listing, listed } from "./pages.ts";

export const exportParams = z.object({ format: z.enum(["csv", "xlsx"]) });

/** 导出什么: `operation` as the access log names it, the file's name, and what of the list was asked for. */
export interface Export {
  operation: string;
  name: string;
  format: "csv" | "xlsx";
  query: object;
}

/** whoever is looked for by his name must not stand in the log by it */
const said = (field: string, value: unknown): string =>
  field === "q" ? `q=${[...String(value)].length}字` : `${field}=${value}`;

const filterOf = ({ format, query }: Export): string => {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  return maskText([format, ...asked.map(([field, value]) => said(field, value))].join(" "));
};

/**
 * 导出清单: streamed; formulas stay text; 演示 is said in the header of a demonstration's. Who takes out what is logged before
 * the first row leaves, and how many left when the last has.
 */
export async function exported<R>(wanted: Export, listing: Listing<R>, visit: Visit): Promise<Content> {
  const { operation, name, format } = wanted;
  const { demonstration, now } = visit;
  const deed = { operation, filter: filterOf(wanted) };
  await logVisit(visit, deed);
  const rows = listed(listing, demonstration ? MARK : null, (found) =>
    logVisit({ ...visit, at: now() }, { ...deed, found }),
  );
  const content = format === "csv" ? Readable.from(csvText(rows)) : xlsxTable(name, rows);
  return { type: mediaTypes[format], name: `${demonstration ? "演示-" : ""}${name}.${format}`, content };
}
