import { readFileSync } from "node:fs";
import type { Database } from "../database.ts";

export type Parameters = Record<string, string | number | readonly string[] | null>;

/** `:name` in the text, but not the second colon of a cast. */
const named = /(?<!:):([a-z_]+)/g;

/**
 * 提问: a question kept as .sql beside the function that asks it; `:name` stands for a parameter. Throws when a name has no
 * parameter.
 */
export function question<Row>(file: string): (db: Database, parameters: Parameters) => Promise<Row[]> {
  const names: string[] = [];
  const text = readFileSync(new URL(file, import.meta.url), "utf8").replace(/^\s*--.*$/gm, "");
  const sql = text.replace(named, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return (db, parameters) =>
    db.query<Row>(
      sql,
      names.map((name) => {
        if (parameters[name] === undefined) throw new Error(`${file} lacks :${name}`);
        return parameters[name];
      }),
    );
}
