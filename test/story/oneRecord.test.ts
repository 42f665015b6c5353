import { beforeAll, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { reportFigures } from "../../src/domain/measure/reportFigures.ts";
import { reconstructMonth } from "../../src/main/reconstruct/run.ts";
import { readFigures } from "../../src/reconstruct/file/read.ts";
import type { Database } from "../../src/store/database.ts";
import type { Platform } from "../../src/store/platform.ts";
import { mismatches } from "../../src/store/refold.ts";
import { eachDatabase } from "../world/databases.ts";
import { expected, type Leaves, leavesOf, type Shift } from "../world/leaves.ts";
import { quietWatch } from "../world/quietWatch.ts";

const month = "2022-11";
const unit = (
  no: number,
  name: string,
  orders: number,
  [satisfied, neutral, dissatisfied]: number[],
  late: number,
) => ({
  ...{ no, unit: name, validOrders: orders, followUps: orders, returnsRejected: 2, onTime: orders - late },
  ...{ informed: orders - 2, satisfied, neutral, dissatisfied },
  noResponse: orders - satisfied! - neutral! - dissatisfied!,
});
const city = {
  ...{ platform: "云岭市", period: month, calls: { offered: 340, answerRate: 90, answeredWithin15s: 80 } },
  requests: {
    accepted: 300,
    byType: [
      { type: "咨询", count: 200 },
      { type: "求助", count: 100 },
    ],
  },
  followUp: { channel: "sms" },
  handling: { firstContact: 200, dispatched: 100, firstContactSatisfaction: 92 },
  openOverdue: { byUnit: [{ unit: "乙局", count: 3, topics: ["违法建设"] }] },
  appendix1: {
    groups: [
      {
        ...{ id: "district", name: "县市区、园区" },
        rows: [unit(1, "甲区", 50, [20, 5, 6], 1), unit(2, "乙县", 17, [3, 3, 3], 1)],
      },
      { id: "department", name: "市直、驻市单位", rows: [unit(3, "乙局", 33, [8, 4, 5], 1)] },
    ],
  },
};

const RATED = ["satisfied", "neutral", "dissatisfied", "noResponse"] as const;
type Rating = (typeof RATED)[number];
interface Victim {
  id: string;
  unit: string;
  rating: Rating;
  category: string;
}

/** the one unit that the report names for many orders and much satisfaction */
const LARGE = "甲区";
const groupOf = (name: string) => (name === "乙局" ? "市直、驻市单位" : "县市区、园区");

/** The figures that a follow-up's rating stands in; `by` is what becomes of their counts. */
function ratingShifts({ unit: name }: Victim, rating: Rating, by: number): Record<string, Shift> {
  const answered = rating === "noResponse" ? 0 : by;
  const liked = rating === "satisfied" ? by : 0;
  const rate: Shift = [liked, answered];
  const row = `appendix1.groups[${groupOf(name)}].rows[${name}]`;
  return {
    [`${row}.${rating}`]: [by],
    [`${row}.satisfactionRate`]: rate,
    [`appendix1.total.${rating}`]: [by],
    "appendix1.total.satisfactionRate": rate,
    [`followUp.${rating}`]: [by],
    "followUp.satisfactionRate": rate,
    "handling.followUpSatisfaction": rate,
    "handling.overallSatisfaction": rate,
    "followUp.satisfactionMoM": rate,
    "responseShares.overall": [answered],
    "responseShares.followUp": [answered],
    [`responseShares.byUnit[${name}].share`]: [answered],
    ...(name === LARGE && {
      [`largeAndSatisfied[${name}].satisfactionRate`]: rate,
      [`largeAndSatisfied[${name}].responseShare`]: [answered] as Shift,
    }),
  };
}

/** The figures that a follow-up stands in whatever its rating: one that was on time, informed, never returned. */
function followUpShifts({ unit: name }: Victim): Record<string, Shift> {
  const rows = [`appendix1.groups[${groupOf(name)}].rows[${name}]`, "appendix1.total"];
  const inRow = (row: string): [string, Shift][] => [
    ...["validOrders", "onTime", "informed", "followUps"].map((key): [string, Shift] => [`${row}.${key}`, [-1]]),
    [`${row}.returnRate`, [0, -1]],
    [`${row}.onTimeRate`, [-1, -1]],
    [`${row}.informedRate`, [-1, -1]],
  ];
  return {
    ...Object.fromEntries(rows.flatMap(inRow)),
    "handling.onTimeRate": [-1, -1],
    "handling.onTimeRateMoM": [-1, -1],
    "followUp.followUps": [-1],
    "followUp.channels[sms].count": [-1],
    "responseShares.overall": [0, -1],
    "responseShares.followUp": [0, -1],
    [`responseShares.byUnit[${name}].share`]: [0, -1],
    ...(name === LARGE && {
      [`largeAndSatisfied[${name}].validOrders`]: [-1] as Shift,
      [`largeAndSatisfied[${name}].responseShare`]: [0, -1] as Shift,
    }),
  };
}

/** Shifts of one figure from several causes add up. */
function together(...all: Record<string, Shift>[]): Record<string, Shift> {
  const sum: Record<string, Shift> = {};
  for (const [path, [n, d = 0]] of all.flatMap((one) => Object.entries(one))) {
    const [n0, d0 = 0] = sum[path] ?? [0, 0];
    sum[path] = [n0 + n, d0 + d];
  }
  return sum;
}

eachDatabase((_, open) => {
  let db: Database;
  let platform: Platform;
  let before: Leaves;
  let names: Map<string, string>;

  const figuresOn = async (on: Database) => {
    const { figures, source } = await computeMonth(on, platform, month);
    names = new Map((source.rulebook.rows.unit ?? []).map((row) => [row.key, row.value.name]));
    return leavesOf(figures, reportFigures(source));
  };

  beforeAll(async () => {
    db = await open();
    const read = readFigures(city);
    if ("refused" in read) throw new Error(read.sentence);
    const wanted = { file: read.file, seed: 7, zone: "Asia/Shanghai", replace: false };
    const made = await reconstructMonth(db, wanted, Date.parse("2022-12-13T00:00:00Z"), quietWatch);
    expect([made.conflicts, made.differences]).toEqual([[], []]);
    platform = made.platform;
    before = await figuresOn(db);
  });

  class TakenBack extends Error {}

  /** The figures after a change, which is taken back; rows and events agree with each other meanwhile. */
  async function after(change: (tx: Database) => Promise<unknown>): Promise<Leaves> {
    let leaves: Leaves = new Map();
    const tried = db.transaction(async (tx) => {
      await change(tx);
      expect(await mismatches(tx, platform.platform)).toEqual([]);
      leaves = await figuresOn(tx);
      throw new TakenBack();
    });
    await expect(tried).rejects.toThrow(TakenBack);
    return leaves;
  }

  /** Followed-up work orders of the month: on time, informed, never returned, resolved early enough to be due. */
  async function victims(): Promise<Victim[]> {
    const rows = await db.query<Victim>(
      `select o.id, o.rating, o.category, a.unit from work_order o
       join assignment a on a.platform = o.platform and a.work_order = o.id
       where o.platform = $1 and o.followed_up_at >= '2022-11-01+08' and o.followed_up_at < '2022-12-01+08'
         and o.dispatched_at >= '2022-11-01+08' and o.resolved_at < a.due_at and o.informed_at is not null
         and o.resolved_at < '2022-11-25+08' and o.reopened_at is null
         and (select count(*) from assignment b where b.platform = o.platform and b.work_order = o.id) = 1
         and not exists (select from return_request r where r.platform = o.platform and r.work_order = o.id)
       order by o.id`,
      [platform.platform],
    );
    return rows.map((row) => ({ ...row, unit: names.get(row.unit)! }));
  }
  const victim = async (fits: (one: Victim) => boolean) => {
    const found = (await victims()).find(fits);
    if (!found) throw new Error("no such work order in this world");
    return found;
  };

  const drop = (tx: Database, table: string, column: string, id: string) =>
    tx.query(`delete from ${table} where platform = $1 and ${column} = $2`, [platform.platform, id]);

  it("删去一通来电：只有话务的数字改变，各少一通", async () => {
    const [call] = await db.query<{ id: string }>(
      `select id from call where platform = $1 and offered_at >= '2022-11-01+08' and offered_at < '2022-12-01+08'
         and answered_at <= queued_at + interval '15 seconds' and leader_day is null
         and id not in (select call from service_request where platform = $1 and call is not null)
       order by id limit 1`,
      [platform.platform],
    );
    const without = await after(async (tx) => {
      await drop(tx, "call", "id", call!.id);
      await drop(tx, "event", "subject_id", call!.id);
    });
    expect(without).toEqual(
      expected(before, {
        "calls.offered": [-1],
        "calls.offeredMoM": [-1],
        "calls.answerRate": [-1, -1],
        "calls.answerRateMoM": [-1, -1],
        "calls.answeredWithin15s": [-1, -1],
        "calls.answered": [-1],
        "calls.perDay": [-1],
      }),
    );
  });

  it("改一个评价（满意改为未评价）：只有含这个评价的数字改变，各一件", async () => {
    const one = await victim(({ rating, unit: name }) => rating === "satisfied" && name === LARGE);
    const changed = await after(async (tx) => {
      await tx.query("update work_order set rating = 'noResponse' where platform = $1 and id = $2", [
        platform.platform,
        one.id,
      ]);
      await tx.query(
        `update event set data = jsonb_set(data, '{rating}', '"noResponse"')
         where platform = $1 and subject_id = $2 and kind = 'followUpConcluded'`,
        [platform.platform, one.id],
      );
    });
    expect(changed).toEqual(
      expected(before, together(ratingShifts(one, "satisfied", -1), ratingShifts(one, "noResponse", 1))),
    );
  });

  /** Takes the follow-up back, as if it had never been asked. */
  const unfollow = async (tx: Database, id: string) => {
    const [{ kept } = { kept: 0 }] = await tx.query<{ kept: number }>(
      `select max(version) as kept from event where platform = $1 and subject_id = $2 and kind = 'orderResolved'`,
      [platform.platform, id],
    );
    await tx.query("delete from event where platform = $1 and subject_id = $2 and version > $3", [
      platform.platform,
      id,
      kept,
    ]);
    await tx.query(
      `update work_order set version = $3, followed_up_at = null, follow_up_channel = null, rating = null,
         rated_solved = null, closed_at = null, reviewed_at = null, follow_up_attempts = '[]'
       where platform = $1 and id = $2`,
      [platform.platform, id, kept],
    );
  };

  it("删去一次回访：附件1、按时、回访各数少一件；它仍应回访", async () => {
    const one = await victim(({ rating, unit: name }) => rating === "satisfied" && name === LARGE);
    const without = await after((tx) => unfollow(tx, one.id));
    const shifts = together(ratingShifts(one, "satisfied", -1), followUpShifts(one), { "followUp.rate": [-1, 0] });
    expect(without).toEqual(expected(before, shifts));
  });

  it("删去一件工单：回访的各数、应回访和派发的占比都少一件，诉求的数字不变", async () => {
    const printed = String(before.get("unitsTop3[乙局].top#")).split(" ");
    const hot = String(before.get("handling.dispatchedHot#")).split(" ");
    const category = new Map(
      ((await computeMonth(db, platform, month)).source.rulebook.rows.category ?? []).map((row) => [
        row.key,
        row.value.name,
      ]),
    );
    const one = await victim(
      ({ rating, unit: name, category: code }) =>
        rating === "satisfied" && name === "乙局" && ![...printed, ...hot].includes(category.get(code)!),
    );
    const without = await after(async (tx) => {
      for (const table of ["assignment", "return_request"]) await drop(tx, table, "work_order", one.id);
      await drop(tx, "work_order", "id", one.id);
      await drop(tx, "event", "subject_id", one.id);
    });
    const shares = printed.map((topic): [string, Shift] => [`unitsTop3[乙局].top[${topic}].share`, [0, -1]]);
    const shifts = together(ratingShifts(one, "satisfied", -1), followUpShifts(one), Object.fromEntries(shares), {
      "followUp.due": [-1],
      "followUp.rate": [-1, -1],
    });
    expect(without).toEqual(expected(before, shifts));
  });
}, books);
