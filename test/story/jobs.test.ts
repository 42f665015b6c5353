import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { messages } from "../../src/jobs/messages.ts";
import { snapshot } from "../../src/jobs/snapshot.ts";
import { startJobs } from "../../src/jobs/start.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import type { Job } from "../../src/jobs/worker.ts";
import type { Database } from "../../src/store/database.ts";
import { monthOf } from "../../src/store/question/month.ts";
import { overdueAt } from "../../src/store/question/overdue.ts";
import { record } from "../../src/store/record.ts";
import { type BackOffice, backOffice, followUpBySms } from "../world/backOffice.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { ledger } from "../world/ledger.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let back: BackOffice;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    back = backOffice(hotline);
  });

  const count = async (table: string, where = "true") =>
    (await hotline.db.query<{ n: number }>(`select count(*)::integer as n from ${table} where ${where}`))[0]!.n;
  const happened = async (order: string) =>
    (await story.trail("dispatcher", order)).map(({ term, at }) => [term, at.slice(0, 16)]);
  const createdAt = (day: string) => hotline.db.query("update platform set created_at = $1::timestamptz", [day]);
  const sweepAt = async (time: string) => {
    hotline.at(time);
    await back.run(sweep);
  };
  const resolvedBySms = async () => {
    await followUpBySms(hotline);
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    return order;
  };

  it("没人理的工单：催办、视同签收、蓝黄红、报警、约谈，各一次，时刻不因巡查晚了而变", async () => {
    const order = await story.dispatched("housing");
    await sweepAt("2022-10-11T19:59:59+08:00");
    expect(await happened(order)).toHaveLength(1);
    await sweepAt("2022-10-11T20:00:00+08:00");
    await sweepAt("2022-10-11T21:00:00+08:00");
    await sweepAt("2022-10-12T09:00:00+08:00");
    for (const day of ["18", "19", "20", "21", "22", "26", "27"]) await sweepAt(`2022-10-${day}T08:00:00+08:00`);
    expect(await happened(order)).toEqual([
      ["派发", "2022-10-10T01:00"],
      ["催办", "2022-10-11T12:00"],
      ["视同签收", "2022-10-11T16:00"],
      ["督办", "2022-10-19T00:00"],
      ["督办", "2022-10-20T00:00"],
      ["督办", "2022-10-22T00:00"],
      ["长期无人办理，报警", "2022-10-26T00:00"],
      ["督办", "2022-10-27T00:00"],
    ]);
    for (const who of ["housing", "supervisor", "office"]) {
      const { rows } = (await story.people[who]!.get("/notices")).body;
      const alarms = rows.filter(({ sentence }: { sentence: string }) => sentence.startsWith("报警："));
      expect([who, alarms.length]).toEqual([who, 1]);
    }
    const levels = await hotline.db.query<{ level: string }>(
      "select data ->> 'level' as level from event where kind = 'orderSupervised' order by position",
    );
    expect(levels.map(({ level }) => level)).toEqual(["blue", "yellow", "red", "summon"]);
    expect(back.failures).toEqual([]);
  });

  it("短信回访：办结后发出带一次性链接的短信，窗口过后记未评价，随后归档", async () => {
    const order = await resolvedBySms();
    await back.run(sweep, messages);
    const asked = (await back.received()).find(({ text }) => text.includes("链接"));
    expect(asked!.to).toBe("138****1234");
    expect(asked!.text).toMatch(
      /^【云岭市】您的诉求（编号 .+）已办结，请点击链接评价。 https:\/\/yunling\.example\/survey\/[0-9a-z]{20}$/,
    );
    await sweepAt("2022-10-12T08:59:59+08:00");
    expect((await story.read("dispatcher", order)).body.rating).toBe(null);
    await sweepAt("2022-10-12T09:00:00+08:00");
    expect((await story.read("dispatcher", order)).body).toMatchObject({ stage: "closed", rating: "noResponse" });
    await back.run(sweep, messages);
    expect(await back.received()).toHaveLength(2);
    expect(await count("order_clock")).toBe(0);
  });

  it("巡查死在中途：什么也没留下，再来一次做一次；两处同时巡查也只做一次", async () => {
    const order = await resolvedBySms();
    const dying = {
      ...back.worker,
      newId: () => {
        throw new Error("断电");
      },
    };
    await sweep.run(dying, new AbortController().signal);
    expect(back.failures.map(String)).toEqual(["Error: 断电"]);
    expect(await count("event", "kind = 'followUpAttempted'")).toBe(0);
    expect([await count("survey"), await count("sms", "survey is not null")]).toEqual([0, 0]);
    hotline.at("2022-10-10T10:00:00+08:00");
    await Promise.all([back.run(sweep), back.run(sweep), back.run(sweep)]);
    expect(await count("event", `kind = 'followUpAttempted' and subject_id = '${order}'`)).toBe(1);
    expect([await count("survey"), await count("sms", "survey is not null")]).toEqual([1, 1]);
  });

  it("单位签收和到时巡查撞在一起：一件只签收一次，慢的一方得知已变，谁也不出错", async () => {
    const orders: string[] = [];
    for (let n = 0; n < 8; n += 1) orders.push(await story.dispatched("housing"));
    hotline.at("2022-10-12T00:00:00+08:00");
    await story.read("housing", orders[0]!);
    const answers = await Promise.all([
      ...orders.map((order) => story.tries("housing", order, "acknowledgement")),
      back.run(sweep),
      ...orders.map((order) => story.tries("supervisor", order, "reminder", { text: null })),
      back.run(sweep),
    ]);
    const statuses = new Set(answers.flatMap((answer) => answer?.status ?? []));
    expect([...statuses].filter((status) => ![200, 409, 412].includes(status))).toEqual([]);
    await back.run(sweep);
    expect(await count("event", "kind = 'orderAcknowledged'")).toBe(orders.length);
    expect(await count("(select distinct subject_id from event where kind = 'orderAcknowledged') each")).toBe(8);
    expect([hotline.faults, back.failures]).toEqual([[], []]);
  });

  it("一批里有一件出错：记下一次错，别的照办，它一小时后再看", async () => {
    const [broken, ...others] = [
      await story.dispatched("housing"),
      await story.dispatched("housing"),
      await story.dispatched("streets"),
    ];
    await hotline.db.query("delete from assignment where work_order = $1", [broken]);
    await sweepAt("2022-10-11T20:00:00+08:00");
    const reminded = await hotline.db.query<{ id: string }>(
      "select subject_id as id from event where kind = 'orderReminded' order by id",
    );
    expect(reminded.map(({ id }) => id)).toEqual(others.toSorted());
    expect(back.failures).toHaveLength(1);
    expect(await count("order_clock", `work_order = '${broken}' and next_at = '2022-10-11T21:00:00+08:00'`)).toBe(1);
  });

  it("一件的行与它的链不符，每次都像是刚被人改过：记下一次错，别的照办，巡查做得完，它一小时后再看", async () => {
    const [broken, ...others] = [
      await story.dispatched("housing"),
      await story.dispatched("housing"),
      await story.dispatched("streets"),
    ];
    await hotline.db.query("update work_order set version = version + 7 where id = $1", [broken]);
    hotline.at("2022-10-11T20:00:00+08:00");
    const endless = new AbortController();
    let decisions = 0;
    const counting: Database = {
      ...hotline.db,
      decision: (work) => {
        decisions += 1;
        if (decisions > 20) endless.abort();
        return hotline.db.decision(work);
      },
    };
    await sweep.run({ ...back.worker, db: counting }, endless.signal);
    expect(endless.signal.aborted).toBe(false);
    expect(await count("event", "kind = 'orderReminded'")).toBe(others.length);
    expect(back.failures).toHaveLength(1);
    expect(await count("order_clock", `work_order = '${broken}' and next_at = '2022-10-11T21:00:00+08:00'`)).toBe(1);
  });

  it("月末留存的超期未反馈与重新统计一致，一月一次，等巡查做完才留", async () => {
    await createdAt("2022-10-01");
    await story.dispatched("housing");
    await story.dispatched("streets");
    await story.dispatched("streets");
    hotline.at("2022-11-01T00:00:00+08:00");
    await back.run(snapshot);
    expect(await count("snapshot_taken")).toBe(0);
    await back.run(sweep, snapshot, snapshot);
    const kept = await hotline.db.query(
      "select unit, orders from overdue_snapshot where month = '2022-10' order by unit",
    );
    expect(kept).toEqual([
      { unit: "housing", orders: 1 },
      { unit: "streets", orders: 2 },
    ]);
    const read = async (who: string, query = "") => (await story.people[who]!.get(`/overdue-snapshots${query}`)).body;
    const october = {
      ...{ month: "2022-10", takenAt: "2022-10-31T16:00:00.000Z", orders: 3 },
      units: [
        { unit: "streets", unitName: "市城管局", orders: 2 },
        { unit: "housing", unitName: "市住建局", orders: 1 },
      ],
    };
    expect(await read("analyst")).toEqual({ rows: [october], next: null });
    expect((await read("housing")).code).toBe("otherRole");
    hotline.at("2022-11-20T00:00:00+08:00");
    await back.run(sweep);
    const asked = monthOf(hotline.platform, "2022-10", (await hotline.of.desk.rules()).rulebook);
    const again = new Map<string, number>();
    for (const { unit, count: n } of await overdueAt(hotline.db, asked, asked.until))
      again.set(unit, (again.get(unit) ?? 0) + n);
    expect(Object.fromEntries(again)).toEqual({ housing: 1, streets: 2 });
    hotline.at("2022-12-01T00:00:00+08:00");
    await back.run(sweep, snapshot);
    expect(await read("leader", "?limit=1")).toMatchObject({ rows: [{ month: "2022-11" }], next: "2022-11" });
    expect(await read("leader", "?limit=1&cursor=2022-11")).toEqual({ rows: [october], next: "2022-10" });
    expect(await read("leader", "?cursor=2022-10")).toEqual({ rows: [], next: null });
  });

  it("停机跨了整月：开机以后，缺的月份都补留，与重新统计一致", async () => {
    await createdAt("2022-10-09");
    await story.dispatched("housing");
    hotline.at("2023-01-05T00:00:00+08:00");
    await back.run(sweep, snapshot);
    const kept = "select month, orders from overdue_snapshot order by month";
    expect(await hotline.db.query(kept)).toEqual(
      ["2022-10", "2022-11", "2022-12"].map((month) => ({ month, orders: 1 })),
    );
    await hotline.db.query("delete from snapshot_taken where month = '2022-11'");
    await hotline.db.query("delete from overdue_snapshot where month = '2022-11'");
    await back.run(snapshot);
    expect((await hotline.db.query(kept)).length).toBe(3);
  });

  it("重建的往事不再计时；平台启用后动过的，时钟照走", async () => {
    await hotline.db.query("update platform set origin = 'reconstructed'");
    const past = ledger();
    const before = migratedAt - 90 * 86_400_000;
    const untouched = past.order(before, past.request(before), "housing");
    await record(hotline.db, hotline.platform.platform, past, migratedAt);
    const alive = await story.dispatched("housing");
    await sweepAt("2022-10-12T09:00:00+08:00");
    const swept = await hotline.db.query("select distinct subject_id as id from event where by = 'system'");
    expect(swept).toEqual([{ id: alive }]);
    expect(await count("order_clock", `work_order = '${untouched}'`)).toBe(0);
  });

  it("后台一开，不用谁来催：到时的做了，短信发了，账本封到头；说停就停", async () => {
    await followUpBySms(hotline);
    const jobs = startJobs(back.worker);
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    const settled = async () =>
      (await back.received()).some(({ text }) => text.includes("/survey/")) &&
      (await count("seal")) === (await count("event"));
    while (!(await settled())) await new Promise((resolve) => setImmediate(resolve));
    await jobs.stop();
    expect(back.failures).toEqual([]);
  });

  it("出错的工作歇一会再来，不妨碍别的；停止时等手头的做完", async () => {
    const ran: string[] = [];
    let ended = () => {};
    const both = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const failing: Job = { name: "failing", every: 1, run: () => Promise.reject(new Error("坏了")) };
    const working: Job = {
      name: "working",
      every: 1,
      run: async () => {
        ran.push("开始");
        if (ran.length > 4) ended();
        await hotline.db.query("select 1");
        ran.push("做完");
      },
    };
    const jobs = startJobs(back.worker, [failing, working]);
    await both;
    await jobs.stop();
    expect(back.failures.map(String)).toEqual(["Error: 坏了"]);
    expect(ran.length % 2).toBe(0);
  });
}, books);
