import type { Kysely } from "kysely";
import type { Row } from "./connection/value.ts";
import type { KeyRing } from "./keys.ts";
import type { Tables } from "./tables.ts";

/**
 * 数据库: an open database, or one transaction on it, with the keys that its personal data is sealed with. Both kinds give
 * the same values: int8 a number, date 'YYYY-MM-DD', timestamptz an Instant, numeric its text, jsonb the value.
 */
export interface Database {
  kind: "embedded" | "postgres";
  keys: KeyRing;
  kysely: Kysely<Tables>;
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** as `query`, planned once for each session: for what is asked all day by its key, never for a list that a person filters */
  prepared<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** several statements without parameters */
  script(sql: string): Promise<void>;
  /** COPY, inside the current transaction or one of its own */
  copy(table: string, columns: readonly string[], rows: Iterable<Row> | AsyncIterable<Row>): Promise<void>;
  /** all or nothing; inside a transaction it joins that one */
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>;
  /** several reads that see one state of the database; inside a transaction it joins that one */
  snapshot<T>(read: (tx: Database) => Promise<T>): Promise<T>;
  /**
   * reads that see one state of the database, and the write that follows from them; where another's write came between, it
   * is all done again. Inside a transaction it joins that one
   */
  decision<T>(work: (tx: Database) => Promise<T>): Promise<T>;
  /**
   * statements that need nothing of each other's answers: sent at once inside a decision on PostgreSQL, where each answer
   * waited for costs as much as the statement, elsewhere one after the other. Answers in their order; the first failure is thrown
   */
  together<const T extends readonly Statements[]>(these: T): Promise<Answers<T>>;
  /** takes many statements at once, but no COPY */
  isPipelined: boolean;
  close(): Promise<void>;
}

type Statements = () => Promise<unknown>;
type Answers<T extends readonly Statements[]> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> };
