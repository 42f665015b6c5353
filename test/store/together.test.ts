import { expect, it } from "vitest";
import { append } from "../../src/store/append.ts";
import type { Database } from "../../src/store/database.ts";
import { eachDatabase } from "../world/databases.ts";

eachDatabase((kind, open) => {
  const made = async () => {
    const db = await open();
    await db.script("create table thing (id integer primary key, word text not null)");
    return db;
  };
  const add = (db: Database, id: number) => db.prepared("insert into thing values ($1, $2)", [id, `第${id}`]);
  const ids = async (db: Database) =>
    (await db.query<{ id: number }>("select id from thing order by id")).map(({ id }) => id);

  it("一并问的几句，答复按问的次序；后面的看得见前面写的", async () => {
    const db = await made();
    const answers = await db.decision((tx) =>
      tx.together([() => ids(tx), () => add(tx, 1), () => ids(tx), async () => "不问数据库的"]),
    );
    expect(answers).toEqual([[], [], [1], "不问数据库的"]);
    expect((await db.decision(async (tx) => tx.isPipelined)) === (kind === "PostgreSQL")).toBe(true);
  });

  it("其中一句失败：什么都不写，说的是最先的错，还没做完的不会在事务之外继续", async () => {
    const db = await made();
    await add(db, 1);
    const twoSteps = async (tx: Database) => {
      await add(tx, 2);
      await add(tx, 3);
    };
    const taken = db.decision((tx) => tx.together([() => twoSteps(tx), () => add(tx, 1), () => add(tx, 4)]));
    await expect(taken).rejects.toMatchObject({ code: "23505" });
    // what fails first is heard of last, for it is asked from deeper within
    const deeper = async (tx: Database) => {
      await Promise.resolve();
      await append(tx, "thing", ["id", "word"], [[1, "字"]]);
    };
    for (let time = 0; time < 20; time++) {
      const masked = db.decision((tx) => tx.together([() => deeper(tx), () => add(tx, 4), () => add(tx, 4)]));
      await expect(masked).rejects.toMatchObject({ code: "23505" });
    }
    const refused = new Error("不行");
    const thrown = db.decision((tx) => tx.together([() => twoSteps(tx), () => Promise.reject(refused)]));
    await expect(thrown).rejects.toBe(refused);
    expect(await ids(db)).toEqual([1]);
    await db.decision((tx) => add(tx, 5));
    expect(await ids(db)).toEqual([1, 5]);
  });

  it("任意多行一次写入，一行不多，一行不少", async () => {
    const db = await made();
    const sizes = [0, 1, 2, 3, 31, 32, 33, 50, 51, 103];
    let next = 0;
    for (const size of sizes) {
      const rows = Array.from({ length: size }, () => [(next += 1), "字"]);
      await db.decision((tx) => append(tx, "thing", ["id", "word"], rows));
    }
    expect(await ids(db)).toEqual(Array.from({ length: next }, (_, at) => at + 1));
  });
});
