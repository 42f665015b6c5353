import { expect, it } from "vitest";
import { books, booksFor } from "../../rulebook/books.ts";
import { releasedRulebook } from "../../src/main/reconstruct/platform.ts";
import { rulebookOfBooks } from "../../src/store/rules.ts";
import { eachDatabase } from "../world/databases.ts";

eachDatabase((_, open) => {
  it("新库里的规则与程序带的规则书一字不差：建库以前求解的，建库以后照用", async () => {
    const db = await open();
    for (const name of ["湘潭市", "云岭市"]) {
      const own = booksFor(name);
      const there = await rulebookOfBooks(
        db,
        own.map(({ id }) => id),
      );
      expect(there).toStrictEqual(releasedRulebook(name));
    }
  });
}, books);
