import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

const caller = { name: "欧阳测试", phone: "13800001234", address: "东河区测试路 1 号", identityNumber: null };
const masked = { name: "欧阳**", phone: "138****1234", address: "东河区测试路**", identityNumber: null };
const REASON = "要约上门时间";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const requestOf = async (order: string) => (await story.read("dispatcher", order)).body.request;
  const sees = async (who: string, request: string) => story.people[who]!.get(`/requests/${request}/contact`);
  const asks = async (who: string, request: string, reason = REASON) =>
    story.people[who]!.post(`/requests/${request}/contact-views`, { reason });
  const log = async (query = "") => (await story.people.administrator!.get(`/access-log${query}`)).body;

  it("没说理由看到的是遮盖的；读的人只看到姓；管理员、分析员不看", async () => {
    const request = await requestOf(await story.dispatched("housing"));
    for (const who of ["agent", "dispatcher", "followUp", "supervisor", "office", "housing"])
      expect((await sees(who, request)).body, who).toEqual({ ...masked, confidential: false, mayAsk: true });
    expect((await sees("leader", request)).body).toMatchObject({ name: "欧阳**", phone: null, mayAsk: false });
    for (const who of ["administrator", "analyst"]) expect((await sees(who, request)).body.code).toBe("otherRole");
    for (const who of ["leader", "administrator", "analyst"])
      expect((await asks(who, request)).body.code).toBe("otherRole");
    expect((await log("?operation=viewContact")).rows).toEqual([]);
  });

  it("说了理由看到全部，记下谁、何时、为什么、看了哪一件、从哪里", async () => {
    const request = await requestOf(await story.dispatched("housing"));
    expect((await asks("housing", request, "太短")).status).toBe(400);
    const { status, body } = await asks("housing", request);
    expect([status, body]).toEqual([200, { ...caller, text: matter.text }]);
    const { rows, total } = await log(`?subject=${request}`);
    expect(total).toBe("1");
    expect(rows[0]).toMatchObject({
      ...{ number: "demo-housing", role: "liaison", operation: "viewContact", reason: REASON, address: "127.0.0.1" },
      ...{ subjectKind: "request", subjectId: request, at: new Date(hotline.now()).toISOString() },
    });
    expect(hotline.faults).toEqual([]);
  });

  it("用 Idempotency-Key 看两次，记两次，答复不留在库里", async () => {
    const request = await requestOf(await story.dispatched("housing"));
    const view = () =>
      story.people.agent!.post(`/requests/${request}/contact-views`, { reason: REASON }, { "idempotency-key": "k" });
    expect([(await view()).status, (await view()).status]).toEqual([200, 200]);
    expect((await log(`?subject=${request}`)).rows).toHaveLength(2);
    const kept = await hotline.db.query<{ answer: string }>("select answer::text from idempotency");
    expect(kept.filter(({ answer }) => answer.includes("1234"))).toEqual([]);
  });

  it("别的单位看不到；转给下级单位的，下级单位看得到", async () => {
    const order = await story.dispatched("east");
    const request = await requestOf(order);
    expect((await sees("west", request)).status).toBe(404);
    expect((await asks("west", request)).status).toBe(404);
    expect((await sees("east-osmanthus", request)).status).toBe(404);
    await story.say("east", order, "acknowledgement");
    await story.say("east", order, "hand-on", { unit: "east-osmanthus" });
    expect((await sees("east-osmanthus", request)).body).toMatchObject(masked);
    expect((await log(`?subject=${request}`)).rows).toEqual([]);
  });

  it("要求保密的，承办单位什么也看不到，说了理由也不行；热线看得到", async () => {
    const request = await requestOf(await story.dispatched("housing", {}, { confidential: true }));
    const hidden = { name: null, phone: null, address: null, identityNumber: null, confidential: true, mayAsk: false };
    expect((await sees("housing", request)).body).toEqual(hidden);
    expect((await asks("housing", request)).body.code).toBe("notFound");
    expect((await sees("dispatcher", request)).body).toMatchObject(masked);
    expect((await asks("office", request)).body).toEqual({ ...caller, text: matter.text });
  });

  it("谁读诉求和经过，都读不到当事人自己的姓名、号码；保密的也一样；导出也一样", async () => {
    const said = { text: "我是欧阳测试，13800001234，三号楼电梯停运三天。", confidential: true };
    const order = await story.dispatched("housing", {}, said);
    const request = await requestOf(order);
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "citizen-informing");
    await story.say("housing", order, "resolution", {
      solved: true,
      internalText: null,
      publicText: "已告知欧阳测试。",
    });
    const masked = "我是（本人），（电话略），三号楼电梯停运三天。";
    for (const who of ["agent", "analyst", "leader", "housing"]) {
      expect((await story.people[who]!.get(`/requests/${request}`)).body.text, who).toBe(masked);
      expect((await story.people[who]!.get("/requests")).body.rows[0].text, who).toBe(masked);
      const trail = await story.trail(who, order);
      expect(trail.flatMap(({ texts }) => texts.map(({ text }) => text))).toEqual(["已告知（本人）。"]);
    }
    const screen = (await story.people.agent!.get("/callers?phone=13800001234")).body;
    expect(screen.requests[0].text).toBe(masked);
    const file = (await story.people.analyst!.get("/exports/requests.csv")).raw.toString();
    expect(file).toContain(masked);
    expect(file).not.toContain("欧阳");
  });

  it("原话里说的住到哪一户、念出来的号码：读、导出、检索都遮着；办事的人说了理由才看到原话", async () => {
    const text = "住在东河区华银小区三栋二单元501号，电梯坏了，电话一三八零零零零一二三四";
    const masked = "住在（住址略），电梯坏了，电话（电话略）";
    const order = await story.dispatched("housing", {}, { text, contact: null });
    const request = await requestOf(order);
    for (const who of ["agent", "dispatcher", "office", "analyst", "leader", "administrator", "housing"]) {
      expect((await story.people[who]!.get(`/requests/${request}`)).body.text, who).toBe(masked);
      const listed = (await story.people[who]!.get("/orders")).body.rows[0];
      expect(listed.title, who).toBe(masked);
    }
    const file = (await story.people.analyst!.get("/exports/requests.csv")).raw.toString();
    expect(file).toContain(masked);
    expect(file).not.toContain("华银");
    for (const [words, found] of [
      ["华银小区", 0],
      ["电梯坏了", 1],
    ] as const)
      expect((await story.people.dispatcher!.get(`/requests?q=${encodeURIComponent(words)}`)).body.rows).toHaveLength(
        found,
      );
    expect((await sees("housing", request)).body).toMatchObject({ phone: null, mayAsk: true });
    expect((await asks("housing", request)).body).toMatchObject({ phone: null, text });
    expect((await log(`?subject=${request}`)).total).toBe("1");
    for (const who of ["leader", "analyst"]) expect((await asks(who, request)).body.code).toBe("otherRole");
  });

  it("要求保密又没有留联系方式的，承办单位看不到原话", async () => {
    const given = { text: "翠泰小区3栋201漏水。", contact: null, confidential: true };
    const request = await requestOf(await story.dispatched("housing", {}, given));
    expect((await sees("housing", request)).body.mayAsk).toBe(false);
    expect((await asks("housing", request)).body.code).toBe("notFound");
  });

  it("交出去的单位看不到来电人了，接手的看得到", async () => {
    const order = await story.dispatched("housing");
    const request = await requestOf(order);
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "return-request", { reason: "不归本单位", text: "归城管" });
    await story.say("dispatcher", order, "return-acceptance", { to: { unit: "streets" }, text: null });
    expect((await sees("housing", request)).body.code).toBe("notFound");
    expect((await asks("housing", request)).body.code).toBe("notFound");
    expect((await sees("streets", request)).body).toMatchObject(masked);
  });

  it("访问日志只有管理员和热线办能看，一页一页地看，改不了", async () => {
    const request = await story.accepted(matter);
    for (let time = 0; time < 5; time += 1) await asks("agent", request);
    const first = await log(`?subject=${request}&limit=3`);
    const second = await log(`?subject=${request}&limit=3&cursor=${first.next}`);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 2, null]);
    const all = [...first.rows, ...second.rows].map(({ no }: { no: number }) => no);
    expect(new Set(all).size).toBe(5);
    expect(all).toEqual([...all].sort((one, other) => other - one));
    for (const who of ["agent", "housing", "leader"])
      expect((await story.people[who]!.get("/access-log")).body.code).toBe("otherRole");
    await expect(hotline.db.query("update access_log set reason = null")).rejects.toThrow(/append-only/);
  });
}, books);
