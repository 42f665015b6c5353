import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { messages } from "../../src/jobs/messages.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { forgetExpired } from "../../src/store/access/forget.ts";
import { contactsOf } from "../../src/store/contact.ts";
import type { Database } from "../../src/store/database.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { record } from "../../src/store/record.ts";
import { enterAlone } from "../../src/store/search/alone.ts";
import { enterWordsAnew } from "../../src/store/search/fill.ts";
import { backOffice, followUpBySms } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { ledger } from "../world/ledger.ts";
import { matter, Story } from "../world/matter.ts";

const told = { ...matter, text: "我是欧阳测试，三号楼电梯停运三天。" };

const caller = { name: "欧阳测试", phone: "13800001234", address: null, identityNumber: null };

eachDatabase((name, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const forget = async () =>
    forgetExpired(hotline.db, hotline.platform.platform, await hotline.of.desk.rules(), hotline.now());
  /** settled on 2022-10-10 */
  const settled = async () => {
    const id = await story.accepted(told);
    await story.change("agent", `/requests/${id}`, "resolution", { text: "已答复欧阳测试，电话 13800001234。" });
    return id;
  };
  const contact = async (id: string) => (await story.people.office!.get(`/requests/${id}/contact`)).body.name;
  const text = async (id: string) => (await story.people.office!.get(`/requests/${id}`)).body.text;
  const found = async (q: string) => (await story.people.office!.get(`/requests?q=${encodeURIComponent(q)}`)).body.rows;
  const stored = async (table: string) =>
    hotline.db.query<{ all: string }>(`select (t.*)::text as all from ${table} t`);
  const hold = (request: string, more: object = {}) =>
    story.people.office!.post("/holds", { request, reason: "行政诉讼需要", ...more });

  it("办结满三年，个人信息没有了，文字里也没有；满五年文字也没有了；账本仍然成立", async () => {
    const id = await settled();
    hotline.at("2025-10-10T09:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 0, texts: 0 });
    hotline.at("2025-10-11T00:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 1, texts: 0 });
    expect(await contact(id)).toBeNull();
    expect(await text(id)).toBe("我是（本人），三号楼电梯停运三天。");
    const words = (await stored("free_text")).map(({ all }) => all).join();
    expect(words).not.toContain("欧阳");
    expect(words).not.toContain("1380000");
    expect([await found("欧阳"), (await found("电梯停运")).length]).toEqual([[], 1]);
    hotline.at("2027-10-11T00:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 0, texts: 2 });
    expect([await text(id), await found("电梯停运")]).toEqual([null, []]);
    expect(await stored("request_text")).toEqual([]);
    const verified = await verifyLedger(hotline.db, {
      ...{ platform: hotline.platform.platform, noted: null, progress: () => {} },
    });
    expect([verified.finding, verified.unexplained]).toEqual([null, 0]);
    expect(verified.gone).toBeGreaterThan(0);
    expect(hotline.faults).toEqual([]);
  });

  it("写成的案例随文字一起忘掉：那一件满五年，各稿都没有了，别的案例还在", async () => {
    const taken = async () => {
      const order = await story.dispatched("housing", {}, told);
      await story.handled("housing", order);
      await story.rated(order);
      await story.change("dispatcher", `/orders/${order}`, "closing");
      const given = { month: "2022-10", kind: "typical", order };
      expect((await story.people.office!.post("/report-cases", given)).status).toBe(200);
    };
    await taken();
    hotline.at("2022-10-20T09:00:00+08:00");
    await taken();
    expect(await stored("report_case_text")).toHaveLength(2);
    hotline.at("2025-10-12T00:00:00+08:00");
    await forget();
    expect((await stored("report_case_text")).map(({ all }) => all).join()).not.toContain("欧阳测试");
    hotline.at("2027-10-12T00:00:00+08:00");
    await forget();
    expect([(await stored("report_case")).length, (await stored("report_case_text")).length]).toEqual([1, 1]);
    expect(hotline.faults).toEqual([]);
  });

  it("没办完的不删；并入未办完事项的也不删", async () => {
    const order = await story.dispatched("housing", {}, told);
    const request = (await story.read("dispatcher", order)).body.request;
    const repeat = await story.accepted(told);
    await story.change("agent", `/requests/${repeat}`, "merge", { into: request });
    const waiting = await story.accepted(told);
    hotline.at("2032-10-11T00:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 0, texts: 0 });
    for (const id of [request, repeat, waiting]) expect(await contact(id)).toBe("欧阳**");
  });

  it("保留的不删，保留到期或解除以后才删；谁、为什么都有记录", async () => {
    const [held, until, plain] = [await settled(), await settled(), await settled()];
    const made = await hold(held);
    expect(made.status).toBe(200);
    await hold(until, { until: "2026-01-31" });
    hotline.at("2026-01-31T12:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 1 });
    expect([await contact(held), await contact(until), await contact(plain)]).toEqual(["欧阳**", "欧阳**", null]);
    hotline.at("2026-02-01T00:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 1 });
    const active = (await story.people.office!.get("/holds?active=true")).body;
    expect(active.rows.map(({ request }: { request: string }) => request)).toEqual([held]);
    const lift = () => story.people.office!.post(`/holds/${made.body.id}/lifting`, { reason: "诉讼已经结束" });
    expect((await lift()).body).toMatchObject({ liftedBy: "office:demo-office", liftReason: "诉讼已经结束" });
    expect((await lift()).body.code).toBe("holdLifted");
    const log = (await story.people.office!.get(`/access-log?subject=${held}`)).body.rows;
    expect(log.map(({ operation }: { operation: string }) => operation)).toEqual(["liftHold", "createHold"]);
    expect(await forget()).toMatchObject({ contacts: 1 });
  });

  it("没有成为诉求的来电，到期忘掉来电人；成了诉求的随诉求", async () => {
    const call = (no: number) => ({
      ...{ subject: "call" as const, id: `00000000-0000-7000-8000-00000000c00${no}`, version: 1, at: hotline.now() },
      ...{ kind: "callEnded" as const, by: "exchange" },
      data: {
        ...{ offeredAt: hotline.now(), queuedAt: hotline.now(), answeredAt: null, endedAt: hotline.now() },
        ...{ agent: null, contact: `00000000-0000-7000-8000-00000000d00${no}`, leaderDay: null },
      },
    });
    const contacts = [1, 2].map((no) => ({ ...caller, id: call(no).data.contact }));
    const { platform } = hotline.platform;
    await record(hotline.db, platform, { events: [call(1), call(2)], contacts, texts: [] }, hotline.now());
    const open = await story.accepted({ ...told, call: call(2).id });
    hotline.at("2025-10-11T00:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 1 });
    expect((await contactsOf(hotline.db, platform, [call(1).data.contact, call(2).data.contact])).length).toBe(1);
    expect(await contact(open)).toBe("欧阳**");
    const verified = await verifyLedger(hotline.db, { platform, noted: null, progress: () => {} });
    expect([verified.finding, verified.unexplained]).toEqual([null, 0]);
  });

  it("保留要有这件诉求、有理由、日子没过去；只有热线办和管理员能设", async () => {
    const id = await settled();
    expect((await hold("")).body.code).toBe("invalid");
    expect((await hold("没有这个编号")).body.code).toBe("notFound");
    expect((await hold("00000000-0000-7000-8000-000000000000")).body.code).toBe("notFound");
    expect((await hold(id, { reason: "嗯" })).body.code).toBe("invalid");
    expect((await hold(id, { until: "2022-10-09" })).body.code).toBe("invalid");
    const dispatcher = await story.people.dispatcher!.post("/holds", { request: id, reason: "行政诉讼需要" });
    expect(dispatcher.body.code).toBe("otherRole");
    const { number } = (await story.people.agent!.get(`/requests/${id}`)).body;
    expect((await hold(number)).body).toMatchObject({ request: id, number });
  });

  it("访问日志留足六个月，过了才删；删了什么也记一笔", async () => {
    const id = await settled();
    await story.people.agent!.post(`/requests/${id}/contact-views`, { reason: "要约上门时间" });
    const views = async () => (await story.people.office!.get("/access-log?operation=viewContact")).body.rows;
    hotline.at("2023-04-10T23:00:00+08:00");
    await forget();
    expect(await views()).toHaveLength(1);
    hotline.at("2023-04-11T00:00:00+08:00");
    await forget();
    expect(await views()).toEqual([]);
    const [note] = (await story.people.office!.get("/access-log?operation=forgetExpired")).body.rows;
    expect(note).toMatchObject({ role: "system", reason: expect.stringMatching(/访问日志 \d+ 条/) });
  });

  it("保留的诉求，谁看过它的来电、谁查过来电人，访问日志也留着；别的来电的照删", async () => {
    const missed = ledger();
    const callers = ["13900000001", "13900000002"].map((phone) => ({ ...caller, id: missed.id(), phone }));
    missed.contacts.push(...callers);
    const [call, other] = callers.map(({ id }) => missed.call(hotline.now(), { answeredAt: null, contact: id }));
    await record(hotline.db, hotline.platform.platform, missed, hotline.now());
    const { agent } = story.people;
    for (const id of [call, other]) await agent!.post(`/calls/${id}/contact-views`, { reason: "要回电话核实" });
    for (const { phone } of callers) await agent!.get(`/callers?phone=${phone}`);
    const request = await story.accepted({ ...told, contact: null, call });
    const looked = async () =>
      (
        await hotline.db.query<{ id: string }>(
          "select subject_id as id from access_log where subject_kind in ('call', 'contact') order by no",
        )
      ).map(({ id }) => id);
    expect(await looked()).toEqual([call, other, ...callers.map(({ id }) => id)]);
    expect((await hold(request)).status).toBe(200);
    hotline.at("2023-04-11T00:00:00+08:00");
    await forget();
    expect(await looked()).toEqual([call, callers[0]!.id]);
  });

  it("再跑一次什么也不多删；重建的平台不删", async () => {
    await settled();
    hotline.at("2030-01-01T00:00:00+08:00");
    await forget();
    expect(await forget()).toMatchObject({ contacts: 0, texts: 0, accesses: 0 });
    await settled();
    await hotline.db.query("update platform set origin = 'reconstructed'");
    hotline.at("2040-01-01T00:00:00+08:00");
    expect(await forget()).toMatchObject({ contacts: 0, texts: 0, accesses: 0 });
  });

  it("通知和已发的短信满两年就删；保留的事项的（并入别的诉求的也是）、还没发出的留着", async () => {
    await followUpBySms(hotline);
    const back = backOffice(hotline);
    const resolved = async () => {
      const order = await story.dispatched("housing");
      await story.handled("housing", order);
      return order;
    };
    const [plain, held, told] = [await resolved(), await resolved(), await story.dispatched("housing")];
    await hold((await story.read("dispatcher", held)).body.request);
    const repeat = await story.accepted({ ...matter, contact: { ...caller, phone: "13900005678" } });
    const into = (await story.read("dispatcher", told)).body.request;
    await story.change("agent", `/requests/${repeat}`, "merge", { into });
    await story.handled("housing", told);
    await hold(repeat);
    hotline.at("2022-10-12T09:00:00+08:00");
    await back.run(sweep, messages);
    const of = async (table: string, order: string) =>
      (await hotline.db.query(`select from ${table} where subject_id = $1`, [order])).length;
    const kept = async () => [
      ...[await of("notice", held), await of("sms", held)],
      ...[await of("notice", told), await of("sms", told)],
    ];
    const before = await kept();
    expect(before.every((count) => count > 0)).toBe(true);
    await hotline.db.query(
      "update sms set status = 'waiting' where id = (select id from sms where subject_id = $1 limit 1)",
      [plain],
    );
    hotline.at("2024-10-10T00:00:00+08:00");
    expect(await forget()).toMatchObject({ notices: 0, messages: 0 });
    hotline.at("2024-11-01T00:00:00+08:00");
    expect((await forget()).notices).toBeGreaterThan(0);
    expect([await of("notice", plain), await of("sms", plain)]).toEqual([0, 1]);
    expect(await kept()).toEqual(before);
    expect(await forget()).toMatchObject({ notices: 0, messages: 0 });
  });

  it("补登全文和遗忘同时进行：一个做完另一个才做，名字不会留在全文里", async () => {
    const id = await settled();
    const { platform } = hotline.platform;
    await hotline.db.query("delete from request_text");
    hotline.at("2025-10-11T00:00:00+08:00");
    const rules = await hotline.of.desk.rules();
    let forgotten = false;
    const forgetting: Promise<unknown>[] = [];
    const waits = async (tx: Database) =>
      (
        await tx.query(
          `select from pg_locks where locktype = 'advisory' and not granted
           and database = (select oid from pg_database where datname = current_database())`,
        )
      ).length > 0;
    await hotline.db.transaction(async (tx) => {
      await enterAlone(tx, platform);
      await enterWordsAnew(tx, platform, [id]);
      const begun = forgetExpired(hotline.db, platform, rules, hotline.now()).then(() => (forgotten = true));
      forgetting.push(begun);
      // the embedded database lets nobody in meanwhile
      while (name === "PostgreSQL" && !forgotten && !(await waits(tx)));
    });
    await Promise.all(forgetting);
    expect([await contact(id), await found("欧阳"), (await found("电梯停运")).length]).toEqual([null, [], 1]);
  });
}, books);
