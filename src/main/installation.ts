import { books } from "../../rulebook/books.ts";
import { migrate } from "../store/migrate.ts";
import { markInstallation } from "../store/platform.ts";
import type { Fill } from "./openDatabase.ts";

/** 新建的数据库: schema, the release's rules, and for good whether it is the demonstration. */
export const newDatabase =
  (demonstration: boolean): Fill =>
  async (db) => {
    await migrate(db, books, Date.now());
    await markInstallation(db, demonstration, Date.now());
  };
