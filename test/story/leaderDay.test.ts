import { afterEach, beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { calls } from "../../src/jobs/calls.ts";
import { type BackOffice, backOffice } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, MONDAY, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";
import { accounts, signIn } from "../world/signing.ts";

const script = { seed: 7, caller: "19900001111", menuSeconds: 5, patienceSeconds: 300, talkSeconds: 900 };
const day = { date: "2022-10-10", unit: "housing", post: "局长", seat: "demo-agent" };
const MINUTE = 60_000;

/** 领导接听日: planned, held at an agent's seat, and what came of it. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let back: BackOffice;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    back = backOffice(hotline);
  });
  afterEach(() => expect([hotline.faults, back.failures]).toEqual([[], []]));

  const plan = (given: object = day, who = "office") => story.people[who]!.post("/leader-days", given);
  const act = (id: string, noun: string, who = "office", body: object = {}) =>
    story.change(who, `/leader-days/${id}`, noun, body);
  const read = async (id: string, who = "leader") => (await story.people[who]!.get(`/leader-days/${id}`)).body;
  /** what the month's report says of the day, with its numbers */
  const draftParagraph = async (): Promise<{ parts: (string | { figure: string })[] }> =>
    (await story.people.office!.get("/report-drafts/2022-10")).body.blocks.find(
      ({ kind, section }: { kind: string; section: string }) => kind === "paragraph" && section === "leaderDay",
    );
  /** a call that the seat answers and ends after so many minutes */
  const taken = async (minutes: number): Promise<string> => {
    const { id } = (await story.people.agent!.post("/simulator/calls", script)).body;
    hotline.at(hotline.now() + 10_000);
    await back.run(calls);
    await story.people.agent!.post(`/calls/${id}/answer`);
    hotline.at(hotline.now() + minutes * MINUTE);
    await story.people.agent!.post(`/calls/${id}/end`);
    return id;
  };

  it("安排、开始、接听、当场答复和交办、结束：当天的来电和诉求都在单上，月报的数就是单上的数", async () => {
    const { body: planned } = await plan();
    expect(planned).toMatchObject({ state: "planned", unitName: "市住建局", post: "局长", calls: 0, heard: [] });
    await taken(1);
    await act(planned.id, "start", "agent");
    const said = async () => (await story.people.office!.get("/leader-days?month=2022-10")).body.said;
    expect(await said()).toEqual([
      expect.stringMatching(/^10月10日（截至9时\d+分），市住建局负责同志到热线接听，没有群众来电。$/),
    ]);
    hotline.at(MONDAY + 10 * MINUTE);
    const first = await taken(3);
    const settled = await story.accepted({ ...matter, call: first, text: "物业费怎么算？" });
    await story.change("agent", `/requests/${settled}`, "resolution", { text: "按合同约定，请看公示。" });
    const second = await taken(4);
    const sent = await story.accepted({ ...matter, call: second });
    const order = (await story.change("dispatcher", `/requests/${sent}`, "dispatch", { unit: "housing" })).body.id;
    await act(planned.id, "end", "agent");
    await taken(1);
    await story.accepted({ ...matter, text: "结束以后的。" });

    const held = await read(planned.id);
    expect(held).toMatchObject({ state: "held", calls: 2, settledOnTheSpot: 1, dispatched: 1, allowed: [] });
    expect(held.heard).toHaveLength(2);
    expect(held.heard[0]).toMatchObject({ call: second, seconds: 240, outcome: "dispatched", order: { id: order } });
    expect(held.heard[1]).toMatchObject({ call: first, outcome: "firstContact", answer: "按合同约定，请看公示。" });
    expect(JSON.stringify(held)).not.toContain("欧阳");
    const month = (await story.people.office!.get("/leader-days?month=2022-10")).body;
    expect(month.rows).toMatchObject([{ id: planned.id, calls: 2, settledOnTheSpot: 1, dispatched: 1 }]);
    hotline.at("2022-10-11T09:00:00+08:00");
    story = await Story(hotline);
    expect(await said()).toEqual([
      "10月10日，市住建局负责同志到热线接听群众来电2个，内容涉及物业管理等方面。当场答复解决1个，现场交办1个。",
    ]);
    expect((await story.people.housing!.get(`/leader-days/${planned.id}`)).status).toBe(403);
    const figure = (await draftParagraph()).parts.find((part) => typeof part === "object");
    const origin = await story.people.leader!.get(
      `/report-drafts/2022-10/figure?figure=${encodeURIComponent(figure!.figure)}`,
    );
    expect(origin.body).toMatchObject({
      ...{ text: "2", of: "市住建局" },
      lists: [{ list: "leaderDay", words: "当天的来电", filter: { month: "2022-10", day: planned.id, only: "calls" } }],
    });
    hotline.at("2022-11-01T09:00:00+08:00");
    story = await Story(hotline);
    const edition = (await story.people.office!.post("/report-editions", { month: "2022-10" })).body.id;
    const html = (await story.people.leader!.get(`/report-editions/${edition}/files/html`)).raw.toString();
    expect(html).toMatch(/到热线接听群众来电<a class="n" href="#origin" data-n="\d+">2<\/a>个/);
  });

  it("改期、取消写明为什么；不是当天不能开始，过去的日子、没有的席位、同一席位同一天两个安排都不收", async () => {
    const { body } = await plan({ ...day, date: "2022-10-12" });
    const begun = await story.people.office!.post(`/leader-days/${body.id}/start`, {}, { "if-match": '"1"' });
    expect(begun.body).toMatchObject({ code: "otherDay", title: "安排在2022年10月12日，今天是2022年10月10日。" });
    expect((await plan({ ...day, date: "2022-10-12" })).body.code).toBe("seatTaken");
    expect((await plan({ ...day, date: "2022-10-09" })).body.title).toBe("2022年10月9日已经过去。");
    expect((await plan({ ...day, seat: "demo-office" })).body.code).toBe("unknownSeat");
    expect((await plan({ ...day, unit: "nobody" })).body.code).toBe("unknownUnit");
    expect((await plan(day, "supervisor")).body.code).toBe("otherRole");
    const moved = await act(body.id, "change", "office", { ...day, date: "2022-10-13", post: "副局长" });
    expect(moved.body).toMatchObject({ date: "2022-10-13", post: "副局长", version: 2 });
    const stale = await story.people.office!.post(
      `/leader-days/${body.id}/cancellation`,
      { reason: "出差" },
      { "if-match": '"1"' },
    );
    expect(stale.status).toBe(412);
    expect((await act(body.id, "cancellation", "office", { reason: "出差" })).body).toMatchObject({
      state: "cancelled",
      reason: "出差",
    });
    expect((await plan({ ...day, date: "2022-10-13" })).status).toBe(200);
  });

  it("没有人结束的接听日只算当天的：以后的来电和诉求不记在它上面", async () => {
    const { body: planned } = await plan();
    await act(planned.id, "start", "agent");
    await story.accepted({ ...matter, call: await taken(3) });
    hotline.at("2022-10-20T09:00:00+08:00");
    story = await Story(hotline);
    await story.accepted({ ...matter, call: await taken(3), text: "十天以后的。" });
    expect(await read(planned.id)).toMatchObject({ state: "open", calls: 1, heard: [{ title: expect.any(String) }] });
    expect((await act(planned.id, "end", "agent")).body).toMatchObject({ state: "held", calls: 1 });
  });

  it("别的席位的话务员看得到，不能开始也不能结束；停用了的账号不是席位", async () => {
    await accounts(hotline, { number: "a9", role: "agent" });
    const { token } = (await signIn(hotline, "a9")).body;
    const headers = { authorization: `Bearer ${token}` };
    const { body: planned } = await plan();
    const tries = async (noun: string, version: string) =>
      (await hotline.nobody.post(`/leader-days/${planned.id}/${noun}`, {}, { ...headers, "if-match": version })).body;
    expect((await hotline.nobody.get(`/leader-days/${planned.id}`, headers)).body.allowed).toEqual([]);
    expect(await tries("start", '"1"')).toMatchObject({
      ...{
        code: "otherSeat",
        title: "这一天排在席位 demo-agent，不在您这里。",
        detail: "请席位 demo-agent 或热线办开始接听。",
      },
    });
    expect((await act(planned.id, "start", "agent")).body.allowed).toEqual(["end"]);
    expect((await tries("end", '"2"')).code).toBe("otherSeat");
    const { rows } = (await story.people.administrator!.get("/accounts")).body;
    const { id } = rows.find(({ number }: { number: string }) => number === "a9");
    expect((await plan({ ...day, date: "2022-10-11", seat: "a9" })).status).toBe(200);
    await story.people.administrator!.post(`/accounts/${id}/disabling`);
    expect((await plan({ ...day, date: "2022-10-12", seat: "a9" })).body.code).toBe("unknownSeat");
  });

  it("两个人同时安排同一个席位：一个成，一个说已经有了；同时开始同一天，只记一次", async () => {
    const codes = (await Promise.all([plan(), plan()])).map(({ status, body }) => body.code ?? status);
    expect(codes.sort()).toEqual([200, "seatTaken"]);
    const [row] = (await story.people.office!.get("/leader-days?month=2022-10")).body.rows;
    const start = (who: string) => story.people[who]!.post(`/leader-days/${row.id}/start`, {}, { "if-match": '"1"' });
    const begun = await Promise.all([start("office"), start("agent")]);
    expect(begun.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await hotline.db.query("select 1 as one from event where kind = 'leaderDayHeld'")).toHaveLength(1);
  });
}, books);
