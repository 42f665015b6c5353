import { createHash } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Answer, type Hotline, openHotline } from "../world/hotline.ts";
import { ofMatter, Story } from "../world/matter.ts";

const FORMATS = ["docx", "html", "pdf", "xlsx"];
const month = "2022-10";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  /** told in October, frozen in November: only a month that is over is */
  let november = Date.parse("2022-11-01T09:00:00+08:00");
  const recorded = async (words?: string) => {
    hotline.at("2022-10-10T10:00:00+08:00");
    await story.accepted(words === undefined ? undefined : ofMatter(words));
    november += 60_000;
    hotline.at(november);
    story = await Story(hotline);
  };
  const freeze = (given: object = {}, who = "office"): Promise<Answer> =>
    story.people[who]!.post("/report-editions", { month, ...given });
  const frozen = async (given: object = {}): Promise<string> => {
    const { status, body } = await freeze(given);
    expect([status, body.state], JSON.stringify(body)).toEqual([200, "frozen"]);
    return body.id;
  };
  const get = (path: string, who = "leader") => story.people[who]!.get(`/report-editions${path}`);
  const settle = (id: string, noun: string, body: object = {}, who = "office") =>
    story.change(who, `/report-editions/${id}`, noun, body);
  const bytes = async (id: string) =>
    Object.fromEntries(await Promise.all(FORMATS.map(async (each) => [each, (await get(`/${id}/files/${each}`)).raw])));

  it("定稿、记录又变了、再导出：一个字节也不差；重算说得出哪些数字会不同", async () => {
    await recorded();
    const id = await frozen({ dated: "2022-11-01" });
    const first = await bytes(id);
    const { body } = await get(`/${id}`);
    expect(body).toMatchObject({ no: 1, state: "frozen", dated: "2022-11-01", corrected: null });
    expect(body.files.map(({ format }: { format: string }) => format)).toEqual(FORMATS);
    for (const { format, sha256, size } of body.files) {
      expect(createHash("sha256").update(first[format]).digest("hex")).toBe(sha256);
      expect(first[format].length).toBe(size);
    }
    for (const noun of ["recomputation", "findings"])
      expect((await get(`/${id}/${noun}`)).body).toEqual({ total: 0, rows: [] });

    await recorded("小区门口噪音扰民。");
    expect(await bytes(id)).toEqual(first);
    const { rows } = (await get(`/${id}/recomputation`)).body;
    expect(rows).toContainEqual({
      path: "requests.accepted",
      name: "受理诉求",
      kind: "count",
      of: null,
      before: 1,
      after: 2,
    });
    expect(first.html.toString()).toContain("2022年11月1日");
  });

  it("签发以后不再变；更正要写明，第二版列出的正是不同的数字", async () => {
    await recorded();
    const first = await frozen();
    await settle(first, "issue");
    expect(
      await story.people.office!.post(
        `/report-editions/${first}/discarding`,
        { reason: "算错" },
        { "if-match": '"2"' },
      ),
    ).toMatchObject({
      status: 409,
      body: { code: "editionSettled" },
    });
    expect((await freeze()).body.code).toBe("correctionMissing");
    await recorded("路灯不亮。");
    const second = await frozen({ correction: "补入漏记的一件" });
    const { body } = await get(`/${second}`);
    expect(body).toMatchObject({ no: 2, correction: "补入漏记的一件", corrected: { no: 1 } });
    const changed = body.corrected.changes.rows.map(({ path }: { path: string }) => path);
    expect(changed).toContain("requests.accepted");
    expect(changed).not.toContain("calls.offered");
    const { texts } = body.corrected;
    expect(texts.rows.filter(({ where }: { where: string }) => where === "标题")).toEqual([]);
    expect(texts.rows.length).toBeGreaterThan(0);
    for (const { before, after } of texts.rows) expect(before?.text).not.toBe(after?.text);
    const listed = async () =>
      (await get("")).body.rows.map(({ no, stateName }: { no: number; stateName: string }) => [no, stateName]);
    expect(await listed()).toEqual([
      [2, "已定稿，待签发"],
      [1, "已签发"],
    ]);
    await settle(second, "issue");
    expect(await listed()).toEqual([
      [2, "已签发"],
      [1, "已签发，有更正：第 2 版"],
    ]);
    expect((await get(`/${first}`)).body).toMatchObject({ state: "issued", correctedIn: 2 });
    expect((await get(`?month=2022-09`)).body.rows).toEqual([]);
  });

  it("更正只改了文字：列出改了哪一段，手写的数字标明；数字没有变也说出来；文件名里有第几版", async () => {
    await recorded();
    const first = await frozen();
    await settle(first, "issue");
    const draft = async () => (await story.people.office!.get(`/report-drafts/${month}`)).body;
    const opening = (await draft()).blocks.find(({ name }: { name: string }) => name === "preamble/text");
    const given = { paragraph: "preamble/text", text: ["热线接到群众来电九千九百件，满意率99.9%。"] };
    const changed = await story.people.office!.post(`/report-drafts/${month}/paragraphs`, given, {
      "if-match": `"${opening.version}"`,
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    const second = await frozen({ correction: "改写开头" });
    const { corrected, files } = (await get(`/${second}`)).body;
    expect(corrected).toMatchObject({ no: 1, changes: { total: 0, rows: [] }, texts: { total: 1 } });
    expect(corrected.texts.rows).toEqual([
      {
        where: "开头",
        before: { text: expect.stringContaining("的运行情况分析如下。"), typed: [] },
        after: { text: "热线接到群众来电九千九百件，满意率99.9%。", typed: ["九千九百件", "99.9%"] },
      },
    ]);
    expect(files.map(({ name }: { name: string }) => name)).toEqual(
      FORMATS.map((format) => `${month}-${hotline.platform.name}-第2版.${format}`),
    );
    const kept = await get(`/${second}/files/docx`);
    expect(decodeURIComponent(String(kept.headers["content-disposition"]))).toContain("第2版.docx");
    await hotline.db.query("update report_edition set texts = null where no = 1");
    expect((await get(`/${second}`)).body.corrected).toMatchObject({ changes: { total: 0 }, texts: null });
    expect(hotline.faults).toEqual([]);
  });

  it("一次只有一版等着签发，两人同时定稿也是；作废写明原因，次序再用", async () => {
    await recorded();
    const both = await Promise.all([freeze(), freeze({}, "analyst")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [{ body: made }, { body: refused }] = both.toSorted((a, b) => a.status - b.status) as [Answer, Answer];
    expect(refused.code).toBe("editionWaits");
    await settle(made.id, "discarding", { reason: "有一件还没回访" }, "analyst");
    expect((await get(`/${made.id}`)).body).toMatchObject({ state: "discarded", reason: "有一件还没回访" });
    expect((await get(`/${await frozen()}`)).body.no).toBe(1);
  });

  it("作废过一百版，签发过的一版还在：下一版接着往下排，与它相比", async () => {
    await recorded();
    await settle(await frozen(), "issue");
    await hotline.db.query(
      `insert into report_edition (platform, id, month, no, state, version, dated, correction, position, digest, figures,
         texts, frozen_at, frozen_by, settled_at, settled_by, reason)
       select platform, gen_random_uuid(), month, 2, 'discarded', 2, dated, '更正', position, digest, figures, texts,
         frozen_at, frozen_by, settled_at, settled_by, '算错' from report_edition, generate_series(1, 100)`,
    );
    const { body } = await freeze({ correction: "补正" });
    expect(body).toMatchObject({ no: 2, corrected: { no: 1 } });
    expect(hotline.faults).toEqual([]);
  });

  it("没有记录的月份、没有这一版、看过以后被人改了：都说清楚", async () => {
    await recorded();
    expect((await freeze({ month: "2021-01" })).body).toMatchObject({ code: "emptyMonth", detail: "请换一个月份。" });
    expect((await freeze({ month: "2022-13" })).status).toBe(400);
    for (const dated of ["1900-01-01", "2022-10-05"]) expect((await freeze({ dated })).body.code).toBe("datedEarly");
    expect((await freeze({ dated: "2199-12-31" })).body).toMatchObject({
      ...{ code: "datedLate", title: "落款日期2199年12月31日太远。", detail: "请写2022年12月2日或以前的一天。" },
    });
    const id = await frozen();
    const issue = (version: string) =>
      story.people.office!.post(`/report-editions/${id}/issue`, {}, { "if-match": version });
    expect((await issue('"7"')).status).toBe(412);
    expect((await story.people.analyst!.post(`/report-editions/${id}/issue`, {}, { "if-match": '"1"' })).status).toBe(
      403,
    );
    expect((await story.people.agent!.get("/report-editions")).status).toBe(403);
    expect((await get(`/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await issue('"1"')).status).toBe(200);
  });
}, books);
