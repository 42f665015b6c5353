import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { mismatches } from "../../src/store/refold.ts";
import { eachDatabase } from "../world/databases.ts";
import { openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  it("一齐登记三百件：各得各的编号；坏的只拒绝它自己；同一个键发几次只有一件", async () => {
    const hotline = await openHotline(await open());
    const { people } = await Story(hotline);
    const send = (n: number) => {
      if (n % 50 === 7) return people.agent!.post("/requests", { ...matter, category: "没有这一类" });
      const key: Record<string, string> = n % 10 === 0 ? { "idempotency-key": `same-${n % 30}` } : {};
      return people.agent!.post(
        "/requests",
        { ...matter, text: n % 10 === 0 ? matter.text : `第 ${n} 件，电梯停运。` },
        key,
      );
    };
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => send(n)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(6).fill("categoryUnknown"));
    const keyed = answers.filter((_, n) => n % 10 === 0);
    expect(new Set(keyed.map(({ body }) => body.number)).size).toBe(3);
    const made = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.number));
    // 300 less 6 refused less 30 sent under 3 keys, and those 3
    expect(made.size).toBe(267);
    expect((await people.agent!.get("/requests")).body.total).toBe("267");
    expect(await mismatches(hotline.db, hotline.platform.platform)).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("键已用过、内容不同：拒绝；换一个进程再发：仍是原来的答复", async () => {
    const hotline = await openHotline(await open());
    const { people } = await Story(hotline);
    const key = { "idempotency-key": "k-1" };
    const first = await people.agent!.post("/requests", matter, key);
    expect((await people.agent!.post("/requests", { ...matter, text: "换了" }, key)).body.code).toBe("keyReused");
    expect((await people.agent!.post("/requests", matter, key)).body).toEqual(first.body);
    expect((await people.dispatcher!.post("/requests", matter, key)).body.number).not.toBe(first.body.number);
  });
}, books);
