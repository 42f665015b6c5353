/** 表头: which column of the file is which of ours. */
import { type Refused, refuse } from "../refusal.ts";
import type { Column } from "./column.ts";
import type { Mapping } from "./mapping.ts";

export interface Layout {
  headers: string[];
  /** per column of the file: ours, or null */
  columns: (Column | null)[];
  /** headers that mean nothing to us and that no mapping left out on purpose */
  unknown: string[];
  values: Mapping["values"];
}

/** Headers that our own rejects file puts in front; it can be mended and imported as it is. */
export const REJECT_HEADERS = ["行号", "出错列", "出错原因"];

/** The column by which an export of a demonstration says so. */
export const MARK = "演示";

const OURS = [...REJECT_HEADERS, MARK];

const narrow = (text: string) => text.normalize("NFKC").replace(/[\s*]/g, "").toLowerCase();

function byHeader(columns: Column[]): Map<string, Column> {
  const found = new Map<string, Column>();
  for (const column of [...columns].reverse())
    for (const alias of column.aliases ?? []) found.set(narrow(alias), column);
  for (const column of [...columns].reverse()) found.set(narrow(column.name), column).set(narrow(column.key), column);
  return found;
}

function chosen(headers: string[], columns: Column[], mapping: Mapping): (Column | null)[] {
  const known = byHeader(columns);
  const mapped = new Set(mapping.columns.values());
  return headers.map((header) => {
    const target = mapping.columns.get(header);
    if (target !== undefined) return columns.find((one) => one.key === target) ?? null;
    const column = known.get(narrow(header)) ?? null;
    return column && mapped.has(column.key) ? null : column;
  });
}

const quoted = (names: string[]) => names.map((name) => `“${name}”`).join("、");

/** 识别表头: refuses a file without a required column, or with two columns of one meaning, naming the headers it found. */
export function readHeader(headers: string[], columns: Column[], mapping: Mapping): Layout | Refused {
  const found = chosen(headers, columns, mapping);
  const missing = columns.filter((one) => one.required && !found.includes(one)).map((one) => one.name);
  if (missing.length > 0)
    return refuse(
      "missingColumn",
      `文件缺少必需的列${quoted(missing)}；找到的列：${quoted(headers.filter((one) => one !== ""))}。`,
      "可用 --mapping 指明对应的列。",
    );
  const twice = found.find((one, at) => one !== null && found.indexOf(one) !== at);
  if (twice) {
    const names = headers.filter((_, at) => found[at] === twice);
    return refuse("ambiguousColumn", `列${quoted(names)}都像是“${twice.name}”。`, "请用 --mapping 指明用哪一列。");
  }
  const isUnknown = (header: string, at: number) =>
    header !== "" && !found[at] && !mapping.columns.has(header) && !OURS.includes(header);
  return { headers, columns: found, unknown: headers.filter(isUnknown), values: mapping.values };
}
