import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, type Story } from "../world/matter.ts";
import { AT, drafting, toldOnce } from "../world/reportDraft.ts";

/** 底稿里的数: found by its name, opened, taken apart, and under other rules. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await toldOnce(hotline);
  });

  const { draft } = drafting(() => story);

  it("一个数打开来：口径、算式、背后的清单数得出同样多", async () => {
    const origin = (path: string) => story.people.leader!.get(`${AT}/figure?figure=${encodeURIComponent(path)}`);
    const { body } = await origin("requests.accepted");
    expect(body).toMatchObject({ name: "受理诉求", text: "1", lists: [{ list: "requests", words: "受理的诉求" }] });
    const query = new URLSearchParams(body.lists[0].filter).toString();
    expect((await story.people.leader!.get(`/requests?${query}`)).body.rows).toHaveLength(1);
    expect((await origin("topSubcategories[物业管理].count")).body.lists[0].filter.category).toBeTruthy();
    expect((await origin("requests.none")).status).toBe(404);
  });

  it("一个数分开看、换一种口径看：各行加起来就是它；别的几版口径各是多少并排列出，本期一点不变", async () => {
    const satisfaction = {
      numerator: ["satisfied", "neutral"],
      denominator: ["satisfied", "neutral", "dissatisfied"],
      words: "（满意量＋一般量）÷ 已评价量",
      authority: "热线办",
    };
    await story.people.office!.post("/rules", {
      ...{
        kind: "satisfaction",
        key: "satisfactionRate",
        from: "2022-12-01",
        value: satisfaction,
        source: "拟改的办法",
      },
    });
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    await story.say("followUp", order, "follow-up", { channel: "phone", rating: "neutral", solved: true, text: null });
    const asked = (path: string, figure: string, who = "leader") =>
      story.people[who]!.get(`${AT}/${path}?figure=${encodeURIComponent(figure)}`);
    await story.accepted({ ...matter, category: "h2" });
    const parts = (await asked("figure", "requests.accepted")).body.breakdowns;
    expect(parts.map(({ name }: { name: string }) => name)).toContain("按诉求小类");
    for (const { rows } of parts)
      expect(rows.reduce((sum: number, { numerator }: { numerator: number }) => sum + numerator, 0)).toBe(3);
    const rated = "followUp.satisfactionRate";
    const before = (await draft()).body.blocks;
    const { body } = await asked("figure-otherwise", rated);
    expect(body.now).toMatchObject({
      words: "满意量 ÷（回访总量 − 未评价量）",
      text: "0.00%",
      numerator: 0,
      denominator: 1,
    });
    expect(body.others).toEqual([
      {
        ...{ words: satisfaction.words, source: "拟改的办法", from: "2022-12-01" },
        ...{ text: "100.00%", numerator: 1, denominator: 1 },
      },
    ]);
    expect((await draft()).body.blocks).toEqual(before);
    expect((await asked("figure-otherwise", "requests.accepted")).body).toEqual({ now: null, others: [] });
    expect((await asked("figure-otherwise", "requests.none")).status).toBe(404);
    expect((await asked("figure-otherwise", rated, "agent")).status).toBe(403);
  });

  it("数字表按名称找得到", async () => {
    const { body } = await story.people.office!.get(`${AT}/figures?q=${encodeURIComponent("受理诉求")}`);
    expect(body.rows).toContainEqual({
      figure: "requests.accepted",
      form: "number",
      name: "受理诉求",
      of: null,
      text: "1",
    });
  });
}, books);
