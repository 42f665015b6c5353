import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { ofMatter, Story } from "../world/matter.ts";

/** whoever is at work on a Wednesday */
const DAY = "2022-10-12";
const periods = [
  [DAY, "日报", "2022年10月12日", DAY, DAY, 2],
  ["2022-W41", "周报", "2022年第41周（10月10日至10月16日）", "2022-10-10", "2022-10-16", 2],
  ["2022-Q4", "季报", "2022年第四季度", "2022-10-01", "2022-12-31", 3],
  ["2022", "年报", "2022年", "2022-01-01", "2022-12-31", 3],
  ["2022-10-01_2022-10-12", "节假日专报", "2022年10月1日至10月12日", "2022-10-01", DAY, 2],
] as const;

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    hotline.at(`${DAY}T10:00:00+08:00`);
    story = await Story(hotline);
    await story.accepted();
    await story.accepted(ofMatter("路灯不亮。"));
    hotline.at("2022-11-02T10:00:00+08:00");
    story = await Story(hotline);
    await story.accepted(ofMatter("井盖松动。"));
    hotline.at("2023-01-02T09:00:00+08:00");
    story = await Story(hotline);
  });

  const freeze = async (month: string) => {
    const made = await story.people.office!.post("/report-editions", { month });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const html = (await story.people.leader!.get(`/report-editions/${made.body.id}/files/html`)).raw.toString();
    return { body: made.body, text: html.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<[^>]+>/g, "") };
  };

  it("日、周、季、年、节假日各出一版：数按起止日算，话不说“本月”，县级按月的不出；四种文件都有，重算一样", async () => {
    for (const [key, kindName, periodName, firstDay, lastDay, accepted] of periods) {
      const { body, text } = await freeze(key);
      expect(body).toMatchObject({ month: key, kindName, periodName, firstDay, lastDay });
      expect(body.files).toHaveLength(4);
      expect(text).toContain(`${periodName}运行情况分析报告`);
      expect(text).toContain(`受理诉求${accepted}件`);
      expect(text.match(/.{0,20}(本月|上月|月末|全月).{0,10}/g)).toBeNull();
      expect(text).not.toContain("县级热线平台");
      // what isn't compared is said to be so once, not of every number
      if (kindName === "节假日专报") expect(text.match(/.{10}不作环比/g)).toEqual(["节假日与平日不可比，不作环比"]);
      for (const noun of ["recomputation", "findings"])
        expect((await story.people.leader!.get(`/report-editions/${body.id}/${noun}`)).body.total).toBe(0);
    }
    const listed = (await story.people.leader!.get("/report-editions?month=2022-Q4")).body.rows;
    expect(listed.map(({ kind }: { kind: string }) => kind)).toEqual(["quarter"]);
  }, 120_000);

  it("没有过完的一期只说已经有的：截至何时，日均按过完的日子，不与上一期比，以后才超期的不算；定稿要等过完，没有开始的不能写", async () => {
    const ask = (path: string) => story.people.leader!.get(`/report-drafts/${path}`);
    hotline.at("2022-11-02T11:00:00+08:00");
    story = await Story(hotline);
    const order = await story.dispatched("housing");
    await story.say("housing", order, "acknowledgement");
    hotline.at("2022-11-04T09:30:00+08:00");
    story = await Story(hotline);
    await story.accepted(ofMatter("树枝挡路。"));

    type Part = string | { now: string };
    const { blocks } = (await ask("2022-11")).body;
    const text = blocks
      .flatMap(({ parts = [] }: { parts?: Part[] }) =>
        parts.map((part) => (typeof part === "string" ? part : part.now)),
      )
      .join("");
    expect(text).toContain("本期还没有过完，各项数字计至11月4日9时30分，不作环比。");
    expect(text).toContain("截至11月4日9时30分，没有超期未反馈的工单");
    expect(text).toContain("超期未反馈以11月4日9时30分的状态为准");
    expect(text).toContain("本月受理诉求3件。");
    expect(text).toContain("本月转办诉求1件。");
    expect(text).not.toContain("尽快清理");
    expect(text.match(/环比/g)).toHaveLength(1);
    const figure = async (path: string) => (await ask(`2022-11/figure?figure=${path}`)).body;
    expect(await figure("report.requests.perDay")).toMatchObject({ text: "1", numerator: 2, denominator: 3 });
    expect((await figure("report.requests.acceptedMoM")).rows).toContainEqual({
      ...{ label: "没有数值的原因", words: "本期还没有过完，不作环比" },
    });
    expect((await ask("2022-11/checks")).body.rows[0]).toMatchObject({
      ...{ kind: "running", must: true, sentence: "这一期还没有过完，数只计到11月4日9时30分。" },
    });
    const freezing = (month: string) => story.people.office!.post("/report-editions", { month });
    expect(await freezing("2022-11")).toMatchObject({
      ...{ status: 409, body: { code: "periodRunning", title: "2022年11月还没有过完，数还会变。" } },
    });

    const early = { code: "periodNotBegun", title: "2022年12月还没有开始，没有可写的。" };
    expect((await freezing("2022-12")).body).toMatchObject(early);
    expect((await ask("2022-12")).body).toMatchObject(early);
    const arranged = await story.people.office!.post(
      "/report-drafts/2022-12/contents",
      { lines: [{ name: "calls", on: true }] },
      { "if-match": '"0"' },
    );
    expect(arranged.body).toMatchObject(early);

    hotline.at("2022-12-01T00:00:00+08:00");
    story = await Story(hotline);
    const { text: whole } = await freeze("2022-11");
    expect(whole).toMatch(/截至11月30日24时，仍有1件工单超期未反馈/);
    expect(whole).toMatch(/全月受理诉求3件，环比上升50.00%/);
  }, 120_000);

  it("周报也有底稿：改的段落、目录只管这一周；与上一期比，没有上一期就说没有；不是时段的说清楚", async () => {
    const at = "/report-drafts/2022-W41";
    const text = ["本周受理", { figure: "requests.accepted", form: "number", was: "" }, "件。"];
    const written = await story.people.analyst!.post(
      `${at}/paragraphs`,
      { paragraph: "calls/accepted", text },
      { "if-match": '"0"' },
    );
    expect(written.status, JSON.stringify(written.body)).toBe(200);
    expect((await freeze("2022-W41")).text).toContain("本周受理2件。");
    expect((await freeze("2022-10")).text).not.toContain("本周受理");
    const figure = (await story.people.leader!.get(`${at}/figure?figure=report.requests.acceptedMoM`)).body;
    expect(figure.rows).toContainEqual({ label: "没有数值的原因", words: "没有上周数据，无法比较" });
    expect(figure.rows).toContainEqual({ label: "统计范围", words: "受理时间在本周的诉求" });
    for (const wrong of ["2022-W54", "2022-Q5", "2022-10-12_2022-10-01"])
      expect((await story.people.office!.post("/report-editions", { month: wrong })).status).toBe(400);
    expect((await story.people.office!.post("/report-editions", { month: "2021-W10" })).body).toMatchObject({
      ...{ code: "emptyMonth", title: "云岭市2021年第10周（3月8日至3月14日）没有记录。", detail: "请换一个时段。" },
    });
  }, 60_000);
}, books);
