import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { Template } from "../../src/domain/report/template.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import type { Story } from "../world/matter.ts";
import {
  AT,
  accepted,
  anotherCame,
  drafting,
  month,
  monthOver as over,
  paragraph,
  toldOnce,
} from "../world/reportDraft.ts";

/** 改底稿: by several people, each told of the other; what is still to be looked at before freezing. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await toldOnce(hotline);
  });

  const { draft, write, reset, arrange } = drafting(() => story);
  const later = () => anotherCame(hotline, story);
  const monthOver = async () => {
    story = await over(hotline);
  };

  it("底稿里每个数都是块；改一段，数跟着记录走，旧的新的都看得见；改回原文", async () => {
    const before = paragraph(await draft(), "calls/accepted");
    expect(before).toMatchObject({ version: 0, edit: null, typed: [] });
    expect(before.parts).toContainEqual({ ...accepted, now: "1" });
    const written = await write("analyst", "calls/accepted", ["本月受理", accepted, "件，约三千件咨询。"], 0);
    expect(written.status, JSON.stringify(written.body)).toBe(200);
    expect(paragraph(written, "calls/accepted")).toMatchObject({ version: 1, typed: [{ text: "三千件" }] });
    await later();
    const now = paragraph(await draft("leader"), "calls/accepted");
    expect(now.parts[1]).toEqual({ ...accepted, now: "2" });
    expect(now.edit?.changedBy).toMatch(/^analyst:/);
    const { body } = await draft();
    expect(body.contents.lines.find(({ name }: { name: string }) => name === "calls").marks).toBe(2);
    const again = paragraph(await write("office", "calls/accepted", now.parts as Template, 1), "calls/accepted");
    expect(again.parts[1]).toEqual({ ...accepted, was: "2", now: "2" });
    const back = paragraph(await reset("calls/accepted", 2), "calls/accepted");
    expect(back).toMatchObject({ version: 3, edit: null });
    expect(back.parts[0]).toBe("本月受理诉求");
    await monthOver();
    expect(paragraph(await draft(), "calls/accepted").parts[0]).toBe("全月受理诉求");
  });

  it("账本一直在动，三十秒里底稿只数一次，写明取自何时；过了三十秒是新的数", async () => {
    const before = await draft();
    await story.accepted();
    const same = await draft("leader");
    expect([same.body.countedAt, paragraph(same, "calls/accepted").parts]).toEqual([
      before.body.countedAt,
      paragraph(before, "calls/accepted").parts,
    ]);
    hotline.at(hotline.now() + 30_000);
    expect(paragraph(await draft(), "calls/accepted").parts).toContainEqual({ ...accepted, was: "2", now: "2" });
  });

  it("两人同时改一段：后到的被告知，先到的字都在，各段互不相干", async () => {
    const both = await Promise.all([
      write("office", "calls/accepted", ["热线办写的。"], 0),
      write("analyst", "calls/accepted", ["分析员写的。"], 0),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)!.body).toMatchObject({
      code: "versionConflict",
      title: "这一段刚被别人改过。",
    });
    const [first] = paragraph(await draft(), "calls/accepted").parts;
    expect(["热线办写的。", "分析员写的。"]).toContain(first);
    expect((await write("analyst", "calls/offered", ["另一段。"], 0)).status).toBe(200);
    expect((await write("analyst", "calls/accepted", ["看过了再改。"], 1)).status).toBe(200);
    expect((await write("office", "calls/accepted", ["没看就改。"], 1)).status).toBe(412);
    const kept = await hotline.db.query("select text from report_paragraph where paragraph = 'calls/accepted'");
    expect(kept).toHaveLength(2);
  });

  it("谁正在改：一开段就互相看得见，从何时起；不锁段；关了就没有，浏览器没了的自己过期；只有看月报的人听得到", async () => {
    const telling = (who: string, open: boolean) =>
      story.people[who]!.post(`${AT}/writers`, { paragraph: "calls/accepted", open });
    const seen = async (who: string) => (await story.people[who]!.get(`${AT}/writers`)).body.rows;
    expect((await telling("office", true)).body.rows).toEqual([]);
    const since = new Date(hotline.now()).toISOString();
    hotline.at(hotline.now() + 30_000);
    await telling("office", true);
    const told = (await telling("analyst", true)).body.rows;
    expect(told).toEqual([{ paragraph: "calls/accepted", by: expect.stringMatching(/^office:/), since }]);
    expect(await seen("office")).toMatchObject([{ by: expect.stringMatching(/^analyst:/) }]);
    expect(await seen("leader")).toHaveLength(2);
    expect((await write("analyst", "calls/accepted", ["照样能写。"], 0)).status).toBe(200);
    await telling("analyst", false);
    expect(await seen("office")).toEqual([]);
    hotline.at(hotline.now() + 89_000);
    expect(await seen("leader")).toHaveLength(1);
    hotline.at(hotline.now() + 1_000);
    expect(await seen("leader")).toEqual([]);
    await telling("analyst", true);
    const kept = await hotline.db.query<{ writer: string }>("select writer from report_writer");
    expect(kept.map(({ writer }) => writer.split(":")[0])).toEqual(["analyst"]);
    expect((await telling("leader", true)).status).toBe(403);
    expect((await story.people.agent!.get(`${AT}/writers`)).status).toBe(403);
  });

  it("对不上的段落、数字块、节，没有说改的是哪一版，谁能改：都说清楚", async () => {
    expect((await write("office", "calls/none", ["字"], 0)).body.code).toBe("notFound");
    expect((await write("office", "nowhere/own", ["字"], 0)).body.code).toBe("notFound");
    const unknown = { figure: "calls.unknown", form: "number", was: "1" } as const;
    expect((await write("office", "calls/offered", [unknown], 0)).body.code).toBe("figureUnknown");
    expect((await arrange([{ name: "wordCloud", on: true }], 0)).body.code).toBe("sectionUnknown");
    expect((await story.people.office!.post(`${AT}/paragraphs`, { paragraph: "calls/own", text: [] })).body.code).toBe(
      "versionMissing",
    );
    expect((await write("leader", "calls/offered", ["字"], 0)).status).toBe(403);
    expect((await draft("agent")).status).toBe(403);
    expect((await story.people.office!.get("/report-drafts/2021-01")).body.code).toBe("emptyMonth");
  });

  it("能认出人的话：写进案例一节的存下时隐去；写在别处的，定稿前列出来", async () => {
    const own = ["家住和平路12号3栋201，电话13800001234。"];
    const kept = await write("office", "typicalCases/own", own, 0);
    expect(paragraph(kept, "typicalCases/own")).toMatchObject({
      ...{ parts: ["家住（住址略），电话（电话略）。"], identifying: [] },
    });
    const told = await write("office", "calls/own", ["张三13812345678反映。"], 0);
    expect(paragraph(told, "calls/own")).toMatchObject({ identifying: ["13812345678"] });
    const { rows } = (await story.people.leader!.get(`${AT}/checks`)).body;
    expect(rows[0]).toMatchObject({ kind: "running", must: true });
    expect(rows[1]).toMatchObject({
      ...{ kind: "identifying", kindName: "个人信息", must: true, paragraph: "calls/own" },
      ...{ sentence: "总体情况：“13812345678”能认出是谁、住在哪里。", next: expect.stringContaining("去掉") },
    });
  });

  it("有个人信息的底稿不能定稿，写在标题、注里的也是；单位自己的地址、电话，大数、工单编号不拦", async () => {
    await monthOver();
    const freeze = () => story.people.office!.post("/report-editions", { month });
    for (const [name, told] of [
      ["calls/own", "张三13812345678反映。"],
      ["preamble/text", "身份证430302199001011234的市民反映。"],
      ["heading/接听情况分析/总体情况", "总体情况（家住翠泰小区）"],
    ] as const) {
      await write("office", name, [told], 0);
      expect(await freeze()).toMatchObject({
        status: 409,
        body: {
          ...{ code: "personalTyped", title: expect.stringContaining("能认出是谁、住在哪里") },
          detail: expect.stringContaining("去掉了才能定稿"),
        },
      });
      await reset(name, 1);
    }
    const own =
      "政务大厅（人民路12号）值班电话0731-58561234，拨12345也行；全年来电1234567通，工单编号2022101100012345。";
    expect(paragraph(await write("office", "calls/own", [own], 2), "calls/own")).toMatchObject({
      identifying: ["0731-58561234", "12号"],
    });
    const { rows } = (await story.people.leader!.get(`${AT}/checks`)).body as {
      rows: { kind: string; must: boolean }[];
    };
    expect(rows.filter(({ kind }) => kind === "maybeUnits").map(({ must }) => must)).toEqual([false, false]);
    expect((await freeze()).status).toBe(200);
  });

  it("定稿前检查列得出手写的、变了的、没有内容的，各说怎么办；落空的数字块不让定稿", async () => {
    const topic = { figure: "topSubcategories[物业管理].count", form: "number", was: "1" } as const;
    await write("office", "calls/accepted", ["受理", accepted, "件，约三千件，", topic, "件。"], 0);
    const check = async () =>
      (await story.people.leader!.get(`${AT}/checks`)).body.rows as { kind: string; sentence: string; next: string }[];
    expect((await check()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["typed", "empty"]));
    await later();
    expect((await check()).filter(({ kind }) => kind === "changed").map(({ sentence }) => sentence)).toEqual([
      "总体情况：“1”现为“2”。",
    ]);
    await hotline.db.query(
      "update report_paragraph set text = replace(text::text, '物业管理', '没有的小类')::json where paragraph = 'calls/accepted'",
    );
    expect((await check())[0]).toMatchObject({ kind: "lost", must: true });
    await monthOver();
    expect((await story.people.office!.post("/report-editions", { month })).body.code).toBe("figureLost");
    await reset("calls/accepted", 1);
    expect((await check()).filter(({ kind }) => ["lost", "typed", "changed"].includes(kind))).toEqual([]);
  });

  it("底稿另起进程审核，服务照常；没有审成的，检查里说一句，别的照列", async () => {
    expect((await write("office", "calls/own", ["约三千件。"], 0)).status).toBe(200);
    // kept before a paragraph had its limit
    const long = JSON.stringify(["约三千件。", ...Array.from({ length: 101 }, () => "a".repeat(5_000))]);
    await hotline.db.query("update report_paragraph set text = $1::json where paragraph = 'calls/own'", [long]);
    const { rows } = (await story.people.leader!.get(`${AT}/checks`)).body as { rows: Record<string, unknown>[] };
    expect(rows.filter(({ kind }) => kind === "contradiction")).toMatchObject([
      { must: false, sentence: "数字之间有没有矛盾，这次没有审成。这份报告超过五十万字，没有审核。" },
    ]);
    expect(rows.map(({ kind }) => kind)).toContain("typed");
  });
}, books);
