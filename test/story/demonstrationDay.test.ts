/** 演示的一天: in a demonstration the clock acts as anywhere; what fell due before it opened is history. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { callbacks } from "../../src/jobs/callbacks.ts";
import { messages } from "../../src/jobs/messages.ts";
import { snapshot } from "../../src/jobs/snapshot.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { hereSinceOpening, hotlineClock } from "../../src/main/demonstrationClock.ts";
import { reconstructMonth } from "../../src/main/reconstruct/run.ts";
import { markInstallation, platformNamed } from "../../src/store/platform.ts";
import { type BackOffice, backOffice, followUpBySms } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { smallCity } from "../world/figuresFiles.ts";
import { type Hotline, hotlineOf, type Person } from "../world/hotline.ts";
import { quietWatch } from "../world/quietWatch.ts";

const REAL = Date.parse("2026-11-29T21:00:00+08:00");
const MINUTE = 60_000;
const DAY = 86_400_000;

eachDatabase((_, open) => {
  let hotline: Hotline;
  let back: BackOffice;

  /** 装好演示, and as it opens: years later by the real clock */
  beforeEach(async () => {
    const db = await open();
    await markInstallation(db, true, REAL);
    const wanted = { file: smallCity, seed: 1, zone: "Asia/Shanghai", replace: false };
    await reconstructMonth(db, wanted, REAL, quietWatch);
    const platform = (await platformNamed(db, smallCity.platform))!;
    await hereSinceOpening(db, platform, () => REAL);
    hotline = await hotlineOf(db, platform, (await hotlineClock(db, platform, () => REAL))());
    back = backOffice(hotline);
  });

  const opening = Date.parse("2024-03-01T09:00:00+08:00");
  /** what the clock has done since the opening, by when */
  const bySystem = () =>
    hotline.db.query<{ id: string; kind: string }>(
      "select subject_id as id, kind from event where by = 'system' and at >= $1 order by position",
      [new Date(opening).toISOString()],
    );
  const count = async (from: string) =>
    (await hotline.db.query<{ n: number }>(`select count(*)::integer as n from ${from}`))[0]!.n;
  const oneAt = async (stage: string) =>
    (
      await hotline.db.query<{ id: string; lead: string }>(
        "select work_order as id, lead from worklist where stage = $1 order by moved_at desc, work_order limit 1",
        [stage],
      )
    )[0]!;
  const does = async (person: Person, order: string, noun: string, body: unknown = {}) => {
    const { headers } = await person.get(`/orders/${order}`);
    const answer = await person.post(`/orders/${order}/${noun}`, body, { "if-match": String(headers.etag) });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  };
  const sweepAt = async (time: number) => {
    hotline.at(time);
    await back.run(sweep);
  };

  it("开门的头一个钟头：以前到时的是往事，没有一件涌出来，谁也不被告知", async () => {
    expect(hotline.now()).toBe(opening);
    await back.run(sweep, messages, callbacks, snapshot);
    await sweepAt(opening + 60 * MINUTE);
    expect(await bySystem()).toEqual([]);
    expect([await count("notice"), await count("sms"), await count("snapshot_taken")]).toEqual([0, 0, 0]);
    expect(await count("worklist where stage = 'followedUp'")).toBeGreaterThan(0);
    expect(back.failures).toEqual([]);
  });

  it("开门以后到时的，时钟照办：原来在办的工单到了督办的时刻就督办，一个时刻一次", async () => {
    await back.run(sweep);
    const [due] = await hotline.db.query<{ at: number; orders: string[] }>(
      `select next_at as at, array_agg(work_order::text order by work_order) as orders from order_clock
       group by next_at order by next_at limit 1`,
    );
    expect(due!.at).toBeGreaterThan(opening);
    await sweepAt(due!.at - 1);
    expect(await bySystem()).toEqual([]);
    await sweepAt(due!.at);
    await sweepAt(due!.at + MINUTE);
    const acted = await bySystem();
    expect([...new Set(acted.map(({ id }) => id))].toSorted()).toEqual(due!.orders);
    expect(new Set(acted.map(({ id, kind }) => `${id} ${kind}`)).size).toBe(acted.length);
    expect(acted.filter(({ kind }) => kind === "orderSupervised").length).toBeGreaterThan(0);
    expect(await count("notice")).toBeGreaterThan(0);
  });

  it("开门以后有人办的：满意的随即归档；以短信回访时，办结了就发出，没人评价的窗口一过记未评价", async () => {
    await back.run(sweep);
    const agent = await hotline.as("followUp");
    const seen = async (order: string) => (await agent.get(`/orders/${order}`)).body;
    const handled = async () => {
      const { id, lead } = await oneAt("handling");
      const answer = { solved: true, internalText: null, publicText: "已经办好。" };
      await does(await hotline.as("liaison", lead), id, "resolution", answer);
      return id;
    };
    const phoned = await handled();
    await does(agent, phoned, "follow-up", { channel: "phone", rating: "satisfied", solved: true, text: null });
    await sweepAt(opening + MINUTE);
    expect(await seen(phoned)).toMatchObject({ stage: "closed", rating: "satisfied" });

    await followUpBySms(hotline);
    const asked = await handled();
    await sweepAt(opening + 2 * MINUTE);
    await back.run(messages);
    expect((await back.received()).some(({ text }) => text.includes("/survey/"))).toBe(true);
    await sweepAt(opening + 2 * MINUTE + 2 * DAY);
    expect(await seen(asked)).toMatchObject({ stage: "closed", rating: "noResponse" });
    expect(back.failures).toEqual([]);
  });
}, books);
