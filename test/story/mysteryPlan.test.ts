import { hash } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import type { Hotline, Person } from "../world/hotline.ts";
import {
  COUNTY,
  MONTH,
  mysteryCalls,
  onDay,
  planBy,
  plannedBy,
  rate,
  rating,
  rows,
  SEED,
  said,
  says,
} from "../world/mysteryStory.ts";

/** 拨测计划: its days drawn by a seed, not phoned before their time, withdrawn with a reason. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let west: Person;
  let office: Person;
  let inspectors: Person[];

  beforeEach(async () => {
    ({ hotline, east, west, office, inspectors } = await mysteryCalls(open));
  });

  const plan = (more?: object) => planBy(inspectors[0]!, more);
  const planned = () => plannedBy(inspectors[0]!);

  it("计划：同一种子抽出的日子一样，都在剩下的日子里；一个月排一次；平台看不到哪天会拨", async () => {
    const first = (await plan()).body;
    const days = first.rows.map(({ day }: { day: string }) => day);
    // whoever has the seed draws them again: the first of the days left, by their digests
    const left = Array.from({ length: 22 }, (_, at) => `2022-10-${at + 10}`);
    const digest = (day: string) => hash("sha256", `${SEED} ${COUNTY} ${day}`);
    const drawn = left.toSorted((one, other) => (digest(one) < digest(other) ? -1 : 1)).slice(0, 2);
    expect(days).toEqual(drawn.sort());
    expect(first.plans).toMatchObject([{ county: COUNTY, calls: 2, raters: 1, seed: SEED }]);
    expect((await plan()).body.code).toBe("alreadyPlanned");
    const next = await plan({ month: "2022-11", calls: 30 });
    expect(new Set(next.body.rows.map(({ day }: { day: string }) => day)).size).toBe(30);
    expect((await plan({ month: "2022-09" })).body.code).toBe("monthOver");
    expect((await plan({ month: "2022-12", county: "没有的平台" })).body.code).toBe("unknownCounty");
    expect((await plan({ month: "2022-11", county: "西山平台", calls: 31 })).body.code).toBe("invalid");
    expect(await rows(east)).toEqual([]);
    expect((await east.get(`/mystery-calls?month=${MONTH}`)).body.plans).toEqual([]);
    expect((await east.get(`/mystery-calls/${first.rows[0].id}`)).status).toBe(404);
    expect((await east.post("/mystery-plans", { month: MONTH, county: COUNTY, calls: 1 })).status).toBe(403);
    expect(hotline.faults).toEqual([]);
  });

  it("抽到的日子没有到，不能拨；迟几天可以；拨打的时刻也不能早于那天", async () => {
    const [, later] = await planned();
    const early = await says(inspectors[0]!, later!, "ratings", { ...rating, calledAt: "2022-10-10T08:30:00+08:00" });
    expect(early.body).toMatchObject({ code: "tooEarly", title: "这一通抽在10月20日，还没有到。" });
    const there = await onDay(hotline, "2022-10-20");
    const before = await says(there, later!, "ratings", { ...rating, calledAt: "2022-10-19T23:59:00+08:00" });
    expect(before.body).toMatchObject({ code: "invalid", detail: "请改正时刻。" });
    const late = await rate(await onDay(hotline, "2022-10-22"), later!, { calledAt: "2022-10-22T08:30:00+08:00" });
    expect(late.state).toBe("rated");
    expect(hotline.faults).toEqual([]);
  });

  it("排了还没有拨的，排的人和热线办能撤销，写明原因，留在清单里；撤销的不能评，评过的不能撤销；都撤销了可以重排", async () => {
    const [first, second] = await planned();
    const reason = { text: "排多了。" };
    expect((await says(inspectors[1]!, second!, "withdrawal", reason)).body.code).toBe("otherPerson");
    expect((await says(inspectors[0]!, second!, "withdrawal", { text: " " })).status).toBe(400);
    const withdrawn = await said(inspectors[0]!, second!, "withdrawal", reason);
    expect(withdrawn).toMatchObject({ state: "withdrawn", stateName: "已撤销", withdrawal: { text: "排多了。" } });
    expect((await says(office, second!, "withdrawal", reason)).body.code).toBe("alreadyWithdrawn");
    expect(
      (await says(inspectors[0]!, second!, "ratings", { ...rating, calledAt: "2022-10-20T08:30:00+08:00" })).body.code,
    ).toBe("alreadyWithdrawn");
    expect(await rows(east)).toEqual([]);
    expect((await east.get(`/mystery-calls/${second}`)).status).toBe(404);
    const { plans, rows: all } = (await office.get(`/mystery-calls?month=${MONTH}`)).body;
    expect(plans).toMatchObject([{ calls: 2, withdrawn: 1, open: 1 }]);
    expect(all.map(({ state }: { state: string }) => state)).toEqual(["waiting", "withdrawn"]);
    await rate(inspectors[0]!, first!);
    expect((await says(office, first!, "withdrawal", reason)).body.code).toBe("alreadyScored");
    expect((await office.post(`/mystery-plans/${plans[0].id}/withdrawal`, reason)).body.code).toBe("alreadyScored");
    expect((await plan()).body.code).toBe("alreadyPlanned");

    const west31 = await plan({ county: "西山平台", month: "2022-11", calls: 30, raters: 2 });
    const own = west31.body.plans.find(({ county }: { county: string }) => county === "西山平台");
    expect((await west.post(`/mystery-plans/${own.id}/withdrawal`, reason)).status).toBe(403);
    const emptied = await office.post(`/mystery-plans/${own.id}/withdrawal`, reason);
    expect(emptied.body.plans).toMatchObject([{ calls: 30, withdrawn: 30, open: 0 }]);
    const again = await plan({ county: "西山平台", month: "2022-11", calls: 4 });
    expect([again.status, again.body.plans.map(({ calls }: { calls: number }) => calls)]).toEqual([200, [30, 4]]);
    expect(again.body.rows).toHaveLength(34);
    expect((await office.post(`/mystery-plans/${crypto.randomUUID()}/withdrawal`, reason)).status).toBe(404);
    expect(hotline.faults).toEqual([]);
  });
}, books);
