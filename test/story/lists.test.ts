import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { readAs } from "../../src/store/access/door.ts";
import { findFirst, findPage } from "../../src/store/search/find.ts";
import { queryOf } from "../../src/store/search/requestText.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

const MINUTE = 60_000;
const LIMIT = 2;

interface Row {
  id: string;
  units: string[];
  [column: string]: unknown;
}

/** Whoever looks, and the units whose matters he sees; null: all. */
const viewers: [who: string, units: string[] | null][] = [
  ["dispatcher", null],
  ["supervisor", null],
  ["housing", ["housing"]],
  ["east", ["east", "east-osmanthus"]],
  ["east-osmanthus", ["east-osmanthus"]],
  ["west", ["west"]],
  ["bus", ["bus"]],
];

const OPEN = ["unacknowledged", "handling", "returning", "arbitrating"];

eachDatabase((name, open) => {
  let hotline: Hotline;
  let story: Story;
  let noon = 0;

  /** 二十件事: of five units, at every stage that a few days bring; each later than the one before. */
  async function busy() {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    const start = hotline.now();
    const units = ["housing", "east", "west", "housing", "east"];
    const orders: string[] = [];
    for (let n = 0; n < 15; n += 1) {
      hotline.at(start + n * 10 * MINUTE);
      if (n === 7) noon = hotline.now();
      const given = {
        category: n % 3 === 0 ? "h2" : "h1",
        type: n % 4 === 0 ? "求助" : "投诉",
        channel: n % 5 === 0 ? "web" : "phone",
        urgent: n === 5,
        text: `第 ${n} 件，${n % 2 === 0 ? "三号楼电梯停运" : "小区门口噪音扰民"}，${n % 7 === 0 ? "夜里更响" : "请处理"}。`,
      };
      if (n % 5 === 4) await story.accepted(given);
      else orders.push(await story.dispatched(units[n % 5]!, {}, given));
    }
    const unitOf = async (order: string) => (await story.read("dispatcher", order)).body.lead as string;
    for (const [n, order] of orders.entries()) {
      hotline.at(start + (150 + ((n * 7) % 12)) * MINUTE);
      const unit = await unitOf(order);
      if (n % 3 > 0) await story.tries(unit, order, "acknowledgement");
      if (n % 3 === 2)
        await story.tries(unit, order, "resolution", { solved: true, internalText: null, publicText: "已修。" });
    }
    const east = [];
    for (const order of orders) if ((await unitOf(order)) === "east") east.push(order);
    for (const order of east) await story.tries("east", order, "hand-on", { unit: "east-osmanthus" });
    hotline.at(start + 40 * 24 * 60 * MINUTE);
    story = await Story(hotline);
  }

  const read = (sql: string) => hotline.db.query<Row>(sql, [hotline.platform.platform]);
  const orders = () =>
    read(`select w.work_order as id, w.*, array(
        select unit from order_unit o where o.platform = $1 and o.work_order = w.work_order and o.seen_until is null
      ) as units from worklist w where platform = $1 order by moved_at desc, work_order desc`);
  const requests = () =>
    read(`select r.*, t.text as words, array(
        select unit from order_unit o where o.platform = $1 and o.request = r.id and o.seen_until is null
      ) as units from service_request r left join free_text t on t.platform = $1 and t.id = r.text
      where r.platform = $1 order by accepted_at desc, r.id desc`);

  async function pages(who: string, path: string): Promise<{ ids: string[]; totals: Set<string> }> {
    const [ids, totals] = [[] as string[], new Set<string>()];
    for (let cursor = ""; ; ) {
      const { status, body } = await story.people[who]!.get(`${path}&limit=${LIMIT}${cursor}`);
      expect(status, JSON.stringify(body)).toBe(200);
      ids.push(...body.rows.map(({ id }: { id: string }) => id));
      totals.add(body.total);
      if (body.next === null) return { ids, totals };
      cursor = `&cursor=${body.next}`;
    }
  }

  async function sameAs(path: string, all: readonly Row[], fits: (row: Row) => boolean): Promise<number> {
    let found = 0;
    for (const [who, units] of viewers) {
      const own = all.filter((row) => fits(row) && (units === null || row.units.some((unit) => units.includes(unit))));
      const { ids, totals } = await pages(who, path);
      expect(ids, `${name} ${who} ${path}`).toEqual(own.map(({ id }) => id));
      expect([...totals], `${name} ${who} ${path}`).toEqual([String(own.length)]);
      found += own.length;
    }
    return found;
  }

  async function ordersListed() {
    const all = await orders();
    const from = new Date(noon).toISOString();
    const filters: [filter: string, fits: (row: Row) => boolean][] = [
      ["", () => true],
      ["stage=unacknowledged", ({ stage }) => stage === "unacknowledged"],
      [
        "stage=handling,resolved,reviewed",
        ({ stage }) => ["handling", "resolved", "reviewed"].includes(stage as string),
      ],
      ["category=h", () => true],
      ["category=h2", ({ category }) => category === "h2"],
      ["urgent=true", ({ urgent }) => urgent === true],
      ["urgent=false&category=h1", ({ urgent, category }) => urgent === false && category === "h1"],
      ["unit=east", ({ lead }) => lead === "east"],
      [
        "unit=east&stage=unacknowledged,handling",
        (row) => row.lead === "east" && ["unacknowledged", "handling"].includes(row.stage as string),
      ],
      [`unit=east&from=${from}`, (row) => row.lead === "east" && (row.dispatched_at as number) >= noon],
      [`from=${from}`, (row) => (row.dispatched_at as number) >= noon],
      [`until=${from}&stage=handling`, (row) => (row.dispatched_at as number) < noon && row.stage === "handling"],
      [`number=${all[3]!.number}`, ({ number }) => number === all[3]!.number],
      ["supervision=red", ({ supervision }) => supervision === "red"],
      ["extensionPending=false&unit=east", ({ lead }) => lead === "east"],
      ["returnedAgain=false&stage=handling", ({ stage }) => stage === "handling"],
      [
        "overdue=true",
        (row) => row.due_at !== null && (row.due_at as number) < hotline.now() && OPEN.includes(row.stage as string),
      ],
    ];
    // of a period the latest dispatched come first
    const dated = all.toSorted(
      (a, b) => (b.dispatched_at as number) - (a.dispatched_at as number) || (a.id < b.id ? 1 : -1),
    );
    const found = new Map<string, number>();
    for (const [filter, fits] of filters)
      found.set(filter, await sameAs(`/orders?${filter}`, /from|until/.test(filter) ? dated : all, fits));
    expect([...found].filter(([, rows]) => rows === 0).map(([filter]) => filter)).toEqual(["supervision=red"]);
  }

  /** 急的在前: the city's by stage, a unit's by what it has to do. */
  async function turnsListed() {
    const all = await orders();
    const tasks = await read(
      `select work_order as id, task, cause, turn_at, due_at, stage, array[unit] as units from order_unit
       where platform = $1 and seen_until is null and task <> 'none'`,
    );
    const first = (rows: Row[]) =>
      rows
        .toSorted((a, b) => (a.turn_at as number) - (b.turn_at as number) || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    let found = 0;
    const same = async (who: string, filter: string, own: Row[]) => {
      const { ids, totals } = await pages(who, `/orders?${filter}`);
      expect(ids, `${name} ${who} ${filter}`).toEqual([...new Set(first(own))]);
      expect([...totals], `${name} ${who} ${filter}`).toEqual([String(ids.length)]);
      found += ids.length;
    };
    const past = ({ due_at }: Row) => due_at !== null && (due_at as number) < hotline.now();
    const open = ({ stage }: Row) => OPEN.includes(stage as string);
    const cityWide: [who: string, filter: string, fits: (row: Row) => boolean][] = [
      ["dispatcher", "sort=turn", open],
      ["dispatcher", "sort=turn&stage=resolved", ({ stage }) => stage === "resolved"],
      [
        "dispatcher",
        "sort=turn&category=h2&stage=handling",
        ({ category, stage }) => category === "h2" && stage === "handling",
      ],
      ["dispatcher", "clock=overdue", (row) => past(row) && open(row)],
      ["followUp", "followUp=due", ({ stage }) => stage === "resolved"],
      ["followUp", "followUp=later", () => false],
    ];
    for (const [who, filter, fits] of cityWide) await same(who, filter, all.filter(fits));
    for (const [who, units] of viewers.filter(([, units]) => units !== null)) {
      const own = tasks.filter((row) => units!.includes(row.units[0]!));
      const is =
        (...tasks: string[]) =>
        (row: Row) =>
          tasks.includes(row.task as string);
      const theirs: [filter: string, fits: (row: Row) => boolean][] = [
        ["sort=turn", () => true],
        ["task=acknowledge", is("acknowledge")],
        ["task=handle", is("handle")],
        ["task=handle,ruling", is("handle", "ruling")],
        ["clock=overdue", (row) => is("handle")(row) && past(row)],
        ["cause=rework", () => false],
      ];
      for (const [filter, fits] of theirs) await same(who, filter, own.filter(fits));
    }
    const east = tasks.filter((row) => row.units[0] === "east" && row.task === "handle");
    await same("supervisor", "unit=east&task=handle", east);
    expect(found).toBeGreaterThan(40);
    for (const [who, filter] of [
      ["supervisor", "task=handle"],
      ["housing", "followUp=due"],
      ["housing", "task=sleep"],
    ] as const) {
      const { status, body } = await story.people[who]!.get(`/orders?${filter}`);
      expect([status, body.code], filter).toEqual([400, "invalid"]);
    }
  }

  async function requestsListed() {
    const all = await requests();
    const from = new Date(noon).toISOString();
    const says = (phrase: string) => (row: Row) => String(row.words).includes(phrase);
    const filters: [filter: string, fits: (row: Row) => boolean][] = [
      ["", () => true],
      ["type=求助", ({ type }) => type === "求助"],
      ["category=h2", ({ category }) => category === "h2"],
      ["channel=web", ({ channel }) => channel === "web"],
      ["channel=web&type=求助", ({ channel, type }) => channel === "web" && type === "求助"],
      ["urgent=false&channel=web", ({ urgent, channel }) => urgent === false && channel === "web"],
      ["urgent=true", ({ urgent }) => urgent === true],
      ["outcome=pending", ({ outcome }) => outcome === "pending"],
      ["outcome=dispatched&type=投诉", ({ outcome, type }) => outcome === "dispatched" && type === "投诉"],
      [`from=${from}`, (row) => (row.accepted_at as number) >= noon],
      [`until=${from}`, (row) => (row.accepted_at as number) < noon],
      ["q=电梯停运", says("电梯停运")],
      ["q=噪音&category=h1", (row) => says("噪音")(row) && row.category === "h1"],
      ["q=门口 夜里", (row) => says("门口")(row) && says("夜里")(row)],
      ["q=电梯噪音", says("电梯噪音")],
    ];
    const found = new Map<string, number>();
    for (const [filter, fits] of filters) found.set(filter, await sameAs(encodeURI(`/requests?${filter}`), all, fits));
    expect([...found].filter(([, rows]) => rows === 0).map(([filter]) => filter)).toEqual(["q=电梯噪音"]);
  }

  /** Found among the newest, or by the index of words: the same. */
  async function wordsFound() {
    const all = await requests();
    const acceptedAt = new Map(all.map(({ id, accepted_at }) => [id, accepted_at as number]));
    const { platform } = hotline.platform;
    for (const [, units] of viewers)
      for (const phrase of ["电梯停运", "夜里", "处理", "扰民夜里"]) {
        const fits = (row: Row) =>
          String(row.words).includes(phrase) && (units === null || row.units.some((unit) => units.includes(unit)));
        const own = all.filter(fits).map(({ id }) => id);
        const of = { platform, words: queryOf(phrase)!, conditions: [], units };
        for (const looks of [
          { newest: 1, more: 2, days: [], few: 0 },
          { newest: 2, more: 2, days: [1, 10], few: 100 },
          { newest: 3, more: 2, days: [1], few: 4 },
        ]) {
          const told = JSON.stringify([units, phrase, looks]);
          await readAs(hotline.db, { platform, units }, async (tx) => {
            expect(await findFirst(tx, of, 3, looks), told).toEqual({ ids: own.slice(0, 3), counted: own.length });
            for (let at = 0; at < own.length; at += 1) {
              const after = { at: acceptedAt.get(own[at]!)!, id: own[at]! };
              expect(await findPage(tx, of, after, 3, looks), told).toEqual(own.slice(at + 1, at + 4));
            }
          });
        }
      }
  }

  /** What an import says of a time of acceptance is not what the request's id was made at: the two orders differ. */
  async function acceptedEarlier() {
    const moved = "accepted_at = accepted_at - interval '1 day'";
    const some = (await requests()).map(({ id }) => id).filter((_, at) => at % 4 === 1);
    await hotline.db.query(`update service_request set ${moved} where id = any ($1::uuid[])`, [some]);
    for (const table of ["request_text", "unit_request"])
      await hotline.db.query(`update ${table} set ${moved} where request = any ($1::uuid[])`, [some]);
    const all = await requests();
    for (const [who, units] of viewers) {
      const own = all.filter((row) => units === null || row.units.some((unit) => units.includes(unit)));
      for (const q of ["", "请处理", "电梯停运"]) {
        const { ids } = await pages(who, encodeURI(`/requests?${q === "" ? "" : `q=${q}`}`));
        const fits = own.filter(({ words }) => String(words).includes(q)).map(({ id }) => id);
        expect(ids, `${name} ${who} ${q}`).toEqual(fits);
      }
    }
  }

  it("清单和检索：每个人、每种筛选，一页页翻完正是他该看到的，次序不乱，总数不差；词怎么查都一样；受理时间比编号早的也只出现一次", async () => {
    await busy();
    await ordersListed();
    await turnsListed();
    await requestsListed();
    await wordsFound();
    await acceptedEarlier();
  }, 300_000);
}, books);
