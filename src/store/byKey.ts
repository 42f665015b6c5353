/**
 * 按键逐个取行: `select` of the rows whose `key` is among $2 (ids as '{…}' text), one look-up by index for each. Joined or
 * compared with a list instead, a table that has no statistics yet (a first import) is read row by row against every id.
 */
export const rowsByKey = (table: string, key: string, tail: "for update" | "offset 0", columns = "*"): string =>
  `select found.* from unnest($2::text::uuid[]) as wanted (key)
   cross join lateral (select ${columns} from ${table} where platform = $1 and ${key} = wanted.key ${tail}) as found`;
