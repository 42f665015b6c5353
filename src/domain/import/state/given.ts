import type { Values } from "../column.ts";

/** 文件给出的部分: the values of those keys that the file has a column for; the others stay as they were. */
export function given<T>(values: Values, keys: readonly (keyof T & string)[]): Partial<T> {
  const part: Record<string, unknown> = {};
  for (const key of keys) if (values[key] !== undefined) part[key] = values[key];
  return part as Partial<T>;
}

/** What a row points to, already found or made: undefined where the file has no such column. */
export interface References {
  contact?: string | null;
  text?: string | null;
  leaderDay?: string | null;
}

/** Identity of the state to be made. */
export interface Identity {
  id: string;
  version: number;
}
