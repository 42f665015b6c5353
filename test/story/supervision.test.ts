/** 督办台的数: what is overdue, unmoved, returned to and fro; each number is its list. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import type { OrderState } from "../../src/domain/order/order.ts";
import { isUnmoved } from "../../src/domain/order/unmoved.ts";
import { subjects } from "../../src/store/subject.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

const DAY = 86_400_000;
type Row = Record<string, unknown> & { unit: string };

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const get = async (path: string, who = "supervisor") => {
    const answer = await story.people[who]!.get(path);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body;
  };
  const ids = async (filter: string): Promise<string[]> =>
    (await get(`/orders?limit=100&${filter}`)).rows.map(({ id }: { id: string }) => id).sort();
  const pass = async (order: string, from: string, to: string) => {
    await story.say(from, order, "acknowledgement");
    await story.say(from, order, "return-request", { reason: "职责不符", text: "不是我们的。" });
    await story.say("dispatcher", order, "return-acceptance", { to: { unit: to }, text: null });
  };

  /** 签收的期限各不相同, some with more time, some returned, some asked about, some answered */
  async function weeks() {
    const start = hotline.now();
    const orders: string[] = [];
    for (let n = 0; n < 14; n += 1) {
      hotline.at(start + n * DAY);
      const order = await story.dispatched(n % 3 === 0 ? "housing" : "bus", {}, { category: n % 2 ? "h1" : "h2" });
      orders.push(order);
      if (n % 4 > 0) await story.say(n % 3 === 0 ? "housing" : "bus", order, "acknowledgement");
    }
    const unit = (n: number) => (n % 3 === 0 ? "housing" : "bus");
    hotline.at(start + 14 * DAY);
    await story.tries(unit(13), orders[13]!, "extension-request", { amount: 1, text: "等配件。" });
    await story.say(unit(9), orders[9]!, "citizen-informing");
    await story.say(unit(5), orders[5]!, "resolution", { solved: true, internalText: null, publicText: "已修。" });
    await story.say("supervisor", orders[2]!, "reminder");
    hotline.at(start + 17 * DAY);
    await story.say(unit(10), orders[10]!, "return-request", { reason: "职责不符", text: "不是我们的。" });
    hotline.at(start + 18 * DAY);
    await story.say("dispatcher", orders[10]!, "return-rejection", { text: "请办理。" });
    return { start, orders };
  }

  async function states(all: readonly string[]): Promise<OrderState[]> {
    return (await subjects.order.load(hotline.db, hotline.platform.platform, all, "read")) as OrderState[];
  }

  it("超期按颜色分档，与每件工单自己的时钟一致；每个数就是它的清单", async () => {
    const { start } = await weeks();
    const seen = new Set<string>();
    for (const days of [14, 22, 26]) {
      hotline.at(start + days * DAY);
      const stock = await get("/overdue-stock");
      const all = (await get("/orders?overdue=true&limit=100")).rows as { unit: string; clock: { state: string } }[];
      expect(stock.total.orders).toBe(all.length);
      for (const age of ["yellow", "red", "summon"]) {
        const rows = (await get(`/orders?age=${age}&limit=100`)).rows as typeof all;
        expect(rows.map(({ clock }) => clock.state)).toEqual(rows.map(() => age));
        expect(rows).toHaveLength(stock.total[age]);
        for (const row of stock.rows as Row[])
          expect(await ids(`age=${age}&unit=${row.unit}`)).toHaveLength(row[age] as number);
        if (rows.length > 0) seen.add(age);
      }
      expect(stock.total.yellow + stock.total.red + stock.total.summon).toBe(stock.total.orders);
    }
    expect([...seen].sort()).toEqual(["red", "summon", "yellow"]);
    const [first] = (await get("/overdue-stock")).rows;
    expect(first).toMatchObject({ oldestWords: expect.stringMatching(/^\d+ 个工作日$/), onTime: null });
  });

  it("无人动过的，与每件工单自己说的一样：催办不算动，退单、延期、联系都算", async () => {
    const { start, orders } = await weeks();
    const found = new Set<number>();
    for (const days of [13, 18, 21, 28, 31]) {
      hotline.at(start + days * DAY);
      const rules = await hotline.of.desk.rules();
      const unmoved = (await states(orders)).filter((order) => isUnmoved(order, hotline.now(), rules));
      const own = unmoved.map(({ id }) => id).sort();
      expect(await ids("idle=true"), `${days}`).toEqual(own);
      const stock = await get("/overdue-stock");
      expect(stock.total.unmoved).toBe(own.length);
      for (const row of stock.rows as Row[])
        expect(await ids(`idle=true&unit=${row.unit}`)).toHaveLength(row.unmoved as number);
      const grouped = (stock.groups as { orders: number }[]).reduce((sum, group) => sum + group.orders, 0);
      expect(grouped).toBe(own.length);
      found.add(own.length);
    }
    expect(found.size).toBeGreaterThan(4);
    expect(found.has(0)).toBe(true);
  });

  it("月末那一刻，超期未办结除去重办，就是月报的超期未反馈；按时办结率也是月报附表的", async () => {
    await weeks();
    const again = await story.dispatched("west");
    await story.handled("west", again);
    await story.say("followUp", again, "follow-up", {
      ...{ channel: "phone", rating: "dissatisfied", solved: false, text: null },
    });
    await story.say("dispatcher", again, "reopening", { text: "没有修好。" });
    hotline.at("2022-11-20T09:00:00+08:00");
    const late = await story.dispatched("east");
    await story.say("east", late, "acknowledgement");
    hotline.at("2022-12-01T00:00:00+08:00");
    const { figures } = await computeMonth(hotline.db, hotline.platform, "2022-11");
    const { total, rows, onTimeMonth } = await get("/overdue-stock");
    expect(total.reopened).toBe(1);
    expect(total.orders - total.reopened).toBe(figures.openOverdue.total.value);
    expect(figures.openOverdue.total.value).toBeGreaterThan(5);
    expect(onTimeMonth).toBe("2022-10");
    const october = (await computeMonth(hotline.db, hotline.platform, "2022-10")).figures;
    const west = october.appendix1.groups.flatMap((group) => group.rows).find(({ unit }) => unit === "西山区")!;
    expect((rows as Row[]).find(({ unit }) => unit === "west")!.onTime).toEqual({
      numerator: west.onTime.value,
      denominator: west.validOrders.value,
      value: west.onTimeRate.value,
    });
  });

  it("互推：谁退给谁、几次、几件超期；点开是这两家的工单，每一段有起止", async () => {
    const start = hotline.now();
    const order = await story.dispatched("housing");
    await pass(order, "housing", "streets");
    await pass(order, "streets", "housing");
    hotline.at(start + 16 * DAY);
    await story.say("housing", order, "return-request", { reason: "职责不符", text: "再退。" });
    await story.say("dispatcher", order, "return-acceptance", { to: { unit: "streets" }, text: null });
    const other = await story.dispatched("bus");
    await pass(other, "bus", "west");
    const map = await get("/returns-between-units");
    expect(map.pairs).toEqual([
      { from: "housing", to: "streets", returns: 2, late: 1, bulk: 0 },
      { from: "bus", to: "west", returns: 1, late: 0, bulk: 0 },
      { from: "streets", to: "housing", returns: 1, late: 0, bulk: 0 },
    ]);
    expect(map.units[0]).toEqual({ unit: "housing", name: "市住建局" });
    const pair = await get("/returns-between-units/orders?unit=streets&other=housing");
    expect(pair).toMatchObject({
      open: 1,
      total: 1,
      rows: [{ id: order, title: expect.stringContaining("三号楼电梯停运三天"), pending: false }],
    });
    expect(pair.rows[0].legs.map((leg: Row) => [leg.unit, leg.returned])).toEqual([
      ["housing", "inTime"],
      ["streets", "inTime"],
      ["housing", "late"],
      ["streets", null],
    ]);
    expect(pair.rows[0].matterDay).toMatch(/^第 \d+ 个工作日$/);
    expect(await get("/returns-between-units/orders?unit=streets&other=bus")).toEqual({ rows: [], open: 0, total: 0 });
    // of a few days only what was asked for then
    hotline.at(start + 40 * DAY);
    expect((await get("/returns-between-units?days=20")).pairs).toEqual([]);
  });

  it("批量退单：一次一行，点开是这一批", async () => {
    const orders = [];
    for (let n = 0; n < 4; n += 1) {
      orders.push(await story.dispatched("bus", {}, { category: "h2" }));
      await story.say("bus", orders[n]!, "acknowledgement");
    }
    const { body } = await story.people.bus!.post("/bulk-returns", { orders, reason: "职责不符", text: "一并退回。" });
    const [act, ...more] = (await get("/returns-between-units")).bulk;
    expect(more).toEqual([]);
    expect(act).toMatchObject({
      bulk: body.bulk,
      unit: "bus",
      categoryName: "违法建设",
      orders: 4,
      pending: 4,
      late: 0,
    });
    expect(await ids(`bulk=${body.bulk}`)).toEqual(orders.toSorted());
    expect(await ids("bulk=01840000-0000-7000-8000-00000000ffff")).toEqual([]);
    // a unit finds its own through the same filters, and no other's
    expect((await get(`/orders?bulk=${body.bulk}`, "bus")).total).toBe("4");
    expect((await get(`/orders?bulk=${body.bulk}`, "west")).total).toBe("0");
    expect(hotline.faults).toEqual([]);
  });
}, books);
