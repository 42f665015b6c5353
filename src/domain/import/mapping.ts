/** 对照文件: how another system's headers and words translate into ours. */
import { type Refused, refuse } from "../refusal.ts";
import type { Column } from "./column.ts";

export interface Mapping {
  /** their header → our column key; null: leave it out on purpose */
  columns: Map<string, string | null>;
  /** our column key → their word → ours */
  values: Map<string, Map<string, string>>;
}

export const NO_MAPPING: Mapping = { columns: new Map(), values: new Map() };

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const bad = (sentence: string) => refuse("badMapping", `对照文件无法使用：${sentence}。`);

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

/** 列的键: by English or Chinese header. */
export const keyOf = (columns: Column[], name: string): string | undefined =>
  columns.find((one) => one.key === name || one.name === name)?.key;

function readValues(values: unknown, columns: Column[]): Mapping["values"] | Refused {
  if (values === undefined) return new Map();
  if (!isPlain(values)) return bad("values 应为对象");
  const read: Mapping["values"] = new Map();
  for (const [name, words] of Object.entries(values)) {
    const key = keyOf(columns, name);
    if (!key) return bad(`values 中的“${name}”不是可用的列`);
    if (!isPlain(words) || !Object.values(words).every((word) => typeof word === "string"))
      return bad(`values 中“${name}”应为 {"原词": "我们的词"}`);
    read.set(key, new Map(Object.entries(words) as [string, string][]));
  }
  return read;
}

/** 读对照文件: {"他们的列名": "我们的列", …, "values": {"我们的列": {"他们的词": "我们的词"}}}; null leaves a column out. */
export function readMapping(text: string, columns: Column[]): Mapping | Refused {
  const file = parse(text);
  if (!file) return bad("不是 JSON 对象");
  const { values, ...headers } = file;
  const read: Mapping["columns"] = new Map();
  for (const [header, target] of Object.entries(headers)) {
    const key = typeof target === "string" ? keyOf(columns, target) : null;
    if (target !== null && !key) return bad(`“${header}”对应的“${String(target)}”不是可用的列`);
    read.set(header, key ?? null);
  }
  const words = readValues(values, columns);
  return "refused" in words ? words : { columns: read, values: words };
}
