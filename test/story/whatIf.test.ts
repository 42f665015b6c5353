import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed, since } from "../../rulebook/row.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

const formula = (from: string, words: string, denominator: string[]) =>
  since(
    assumed(
      "satisfaction",
      "satisfactionRate",
      { numerator: ["satisfied"], denominator, words, authority: "测试" } as never,
      "测试",
    ),
    from,
  );

eachDatabase((_, open) => {
  it("另算：换成先前的满意率口径，说得出口径哪里不同、哪些数字会不同，什么也不改", async () => {
    const hotline = await openHotline(await open());
    const rows = [
      formula("2022-01-01", "未评价也算在内", ["satisfied", "neutral", "dissatisfied", "noResponse"]),
      formula("2022-10-01", "未评价不算", ["satisfied", "neutral", "dissatisfied"]),
    ];
    await addRules(hotline.db, ownBook(hotline.platform.platform), rows, "operator", migratedAt);
    const story = await Story(hotline);
    for (const rating of ["satisfied", "noResponse"]) {
      const order = await story.dispatched("housing");
      await story.say("housing", order, "acknowledgement");
      await story.say("housing", order, "resolution", { solved: true, internalText: null, publicText: "已修。" });
      await story.say("followUp", order, "follow-up", { channel: "phone", rating, solved: null, text: null });
    }
    const ask = (query: string, who = "analyst") => story.people[who]!.get(`/report-what-ifs?${query}`);
    const { status, body } = await ask("month=2022-10&formulasOf=2022-09-30");
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.rules).toEqual([
      { kindName: "满意率口径", key: "satisfactionRate", before: "未评价不算", after: "未评价也算在内" },
    ]);
    const rate = body.changes.rows.find(({ path }: { path: string }) => path === "handling.followUpSatisfaction");
    expect(rate).toMatchObject({ before: 100, after: 50 });
    expect((await ask("month=2022-10&formulasOf=2022-10-31")).body).toEqual({
      rules: [],
      changes: { total: 0, rows: [] },
    });
    expect((await ask("month=2021-10&formulasOf=2022-10-31")).body.code).toBe("emptyMonth");
    expect((await ask("month=2022-10&formulasOf=2022-10-31", "agent")).status).toBe(403);
  });
}, books);
