import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { Tables } from "../tables.ts";

/** One statement with its parameters, and how many rows it touched. */
export type RunQuery = (sql: string, parameters: readonly unknown[]) => Promise<{ rows: unknown[]; affected: number }>;

const ownTransactions = async (): Promise<never> => {
  throw new Error("transactions are opened by Database.transaction, not by the query builder");
};

const driverOver = (run: RunQuery): Driver => {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery) {
      const { rows, affected } = await run(query.sql, query.parameters);
      return { rows: rows as R[], numAffectedRows: BigInt(affected) };
    },
    streamQuery() {
      throw new Error("rows are read in pages, not streamed");
    },
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: ownTransactions,
    commitTransaction: ownTransactions,
    rollbackTransaction: ownTransactions,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
};

/** 查询构造器: Kysely over whatever runs a statement, the same for both databases and inside a transaction. */
export const queryBuilder = (run: RunQuery): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(run),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
