import { describe, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { compareFigures } from "../../src/domain/measure/compare.ts";
import { toFile } from "../../src/domain/measure/toFile.ts";
import { reconstructMonth } from "../../src/main/reconstruct/run.ts";
import type { Database } from "../../src/store/database.ts";
import { markLive } from "../../src/store/import/source.ts";
import { platformNamed, platforms } from "../../src/store/platform.ts";
import { addRules } from "../../src/store/rules.ts";
import { eachDatabase } from "../world/databases.ts";
import { emptyMonth, type NamedFile, smallCity, sparse } from "../world/figuresFiles.ts";
import { quietWatch } from "../world/quietWatch.ts";
import { CUTS, dice, MONTH, PLATFORM, world } from "../world/smallWorlds.ts";

const now = Date.parse("2026-01-05T00:00:00Z");
const make = (db: Database, file: NamedFile, more: { seed?: number; replace?: boolean; zone?: string } = {}) =>
  reconstructMonth(db, { file, seed: 1, zone: "Asia/Shanghai", replace: false, ...more }, now, quietWatch);

async function differences(db: Database, file: NamedFile) {
  const platform = await platformNamed(db, file.platform);
  const { figures } = await computeMonth(db, platform!, file.period);
  return compareFigures(file, toFile(figures));
}

const ledger = async (db: Database) =>
  (
    await db.query<{ digest: string }>(
      "select md5(string_agg(concat_ws('|', subject, subject_id, version, kind, at, by, data), ',' order by position)) as digest from event",
    )
  )[0]!.digest;

const counted = async (db: Database, table: string) =>
  (await db.query<{ count: number }>(`select count(*) as count from ${table}`))[0]!.count;

eachDatabase((_, open) => {
  describe("重建", () => {
    it.each([smallCity, ...sparse])("由记录算出的数字与文件逐项相同：$platform $period", async (file) => {
      const db = await open();
      const result = await make(db, file);
      expect(result.conflicts).toEqual([]);
      expect(result.differences).toEqual([]);
      expect(await differences(db, file)).toEqual([]);
    });

    it.each([
      [11, "什么也没有"],
      [23, "个别键"],
      [35, "四分之一的键"],
      [47, "整列"],
    ])("任意小城市（种子 %i，删去%s）：重建成记录再算，逐项相同", async (seed, gone) => {
      const db = await open();
      const file = { ...(CUTS[gone]!(world(seed), dice(seed + 1)) as NamedFile), platform: PLATFORM, period: MONTH };
      const result = await make(db, file);
      expect(result.conflicts).toEqual([]);
      expect(await differences(db, file)).toEqual([]);
    });

    it("上个月的记录里，数字文件才有的类也有名称，不印代码", async () => {
      const db = await open();
      const [first, ...others] = smallCity.topSubcategories!;
      const topSubcategories = [{ ...first!, subcategory: "观星服务" }, ...others];
      await make(db, { ...smallCity, topSubcategories });
      const platform = (await platformNamed(db, smallCity.platform))!;
      const { figures } = await computeMonth(db, platform, "2024-01");
      expect(figures.topSubcategories.map(({ subcategory }) => subcategory)).toContain("观星服务");
      expect(JSON.stringify(figures).match(/"[大小]\d+类?"/g)).toBeNull();
    });

    it("纽约的平台，同样逐项相同", async () => {
      const db = await open();
      await make(db, smallCity, { zone: "America/New_York" });
      expect(await differences(db, smallCity)).toEqual([]);
    });

    it("种子相同则账本相同；重做同一个月就是替换", async () => {
      const db = await open();
      await make(db, smallCity);
      const first = await ledger(db);
      const events = await counted(db, "event");
      await make(db, smallCity, { seed: 2 });
      expect(await ledger(db)).not.toBe(first);
      await make(db, smallCity);
      expect(await ledger(db)).toBe(first);
      expect(await counted(db, "event")).toBe(events);
    });

    it("账本里没有姓名、电话和文字", async () => {
      const db = await open();
      await make(db, smallCity);
      const [found] = await db.query<{ count: number }>(
        "select count(*) as count from event where data::text ~ '\"1[0-9]{10}\"|先生|女士|市民'",
      );
      expect(found!.count).toBe(0);
    });

    it("中途失败什么也不留下", async () => {
      const db = await open();
      const io = {
        ...quietWatch,
        progress: (label: string, done: number) => {
          if (label === "写入记录" && done > 0) throw new Error("断开");
        },
      };
      const wanted = { file: smallCity, seed: 1, zone: "Asia/Shanghai", replace: false };
      await expect(reconstructMonth(db, wanted, now, io)).rejects.toThrow("断开");
      expect(await platforms(db)).toEqual([]);
      expect(await counted(db, "event")).toBe(0);
      expect(await counted(db, "rule_row where origin = 'reconstructed'")).toBe(0);
    });

    it("求解时不占数据库，也不占事件循环：别的读者照常得到回答", async () => {
      const db = await open();
      const order: string[] = [];
      let answered: Promise<unknown> = Promise.resolve();
      const progress = (label: string, done: number) => {
        if (label !== "求解整数") return;
        order.push(done === 0 ? "开始求解" : "求解完毕");
        if (done === 0) answered = counted(db, "event").then(() => order.push("读者得到回答"));
      };
      const wanted = { file: smallCity, seed: 1, zone: "Asia/Shanghai", replace: false };
      await reconstructMonth(db, wanted, now, { ...quietWatch, progress });
      await answered;
      expect(order).toEqual(["开始求解", "读者得到回答", "求解完毕"]);
    });

    it.each(["求解整数", "写入记录"])("%s时中断：立即停止，什么也不留下", async (during) => {
      const db = await open();
      const stop = new AbortController();
      const progress = (label: string) => {
        if (label === during) stop.abort(new Error("不做了"));
      };
      const wanted = { file: smallCity, seed: 1, zone: "Asia/Shanghai", replace: false };
      await expect(reconstructMonth(db, wanted, now, { progress, signal: stop.signal })).rejects.toThrow("不做了");
      expect(await platforms(db)).toEqual([]);
      expect(await counted(db, "event")).toBe(0);
    });

    it("求解期间规则被改动：拒绝，不按旧规则写", async () => {
      const db = await open();
      const row = { kind: "threshold", key: "enoughRatings", from: "2024-01-01", until: null } as const;
      const decided = { ...row, value: { value: 3, words: "门槛" }, source: "测试", assumption: false };
      let added: Promise<unknown> = Promise.resolve();
      const progress = (label: string, done: number) => {
        if (label === "求解整数" && done === 0) added = addRules(db, "national", [decided], "operator", now);
      };
      const wanted = { file: smallCity, seed: 1, zone: "Asia/Shanghai", replace: false };
      const made = reconstructMonth(db, wanted, now, { ...quietWatch, progress });
      await expect(made).rejects.toMatchObject({ refused: { refused: "rulesChanged" } });
      await added;
      expect(await platforms(db)).toEqual([]);
    });

    it("接着重建下个月：两个月都对，上月的记录不变", async () => {
      const db = await open();
      await make(db, smallCity);
      const { calls, bulkReturn, leaderDay, ...rest } = smallCity;
      const next: NamedFile = { ...rest, period: "2024-03", calls: { offered: 1331, offeredMoM: 10 } };
      const result = await make(db, next);
      expect(result.given).toEqual(["2024-02"]);
      expect(result.differences).toEqual([]);
      expect(await differences(db, smallCity)).toEqual([]);
      expect(await differences(db, next)).toEqual([]);
    });

    it("接着重建的月份回访率自然：上月没办完的先回访，到期应回访而没有回访的极少", async () => {
      const db = await open();
      await make(db, smallCity);
      const { calls, bulkReturn, leaderDay, ...rest } = smallCity;
      for (const period of ["2024-03", "2024-04"]) await make(db, { ...rest, period });
      const platform = (await platformNamed(db, smallCity.platform))!;
      // a few that fit no slot stay over from each month; seeds 1 to 5 give 262 to 268 in the third
      const most = { "2024-02": 1.02, "2024-03": 1.03, "2024-04": 1.08 };
      for (const [month, share] of Object.entries(most)) {
        const { source } = await computeMonth(db, platform, month);
        const followUps = source.counts.units.reduce((sum, unit) => sum + unit.followUps, 0);
        expect([month, followUps]).toEqual([month, 250]);
        expect(source.counts.dueForFollowUp).toBeLessThan(followUps * share);
      }
    });

    it("拒绝更早的月份和接续过的月份，--replace 从头再来", async () => {
      const db = await open();
      const bare = (period: string): NamedFile => ({ platform: "甲市", period, calls: { offered: 30 } });
      await make(db, bare("2024-02"));
      await make(db, bare("2024-04"));
      await expect(make(db, bare("2024-01"))).rejects.toMatchObject({ refused: { refused: "monthTooEarly" } });
      await expect(make(db, bare("2024-04"))).rejects.toMatchObject({ refused: { refused: "monthThere" } });
      await make(db, bare("2024-01"), { replace: true });
      expect(await counted(db, "call")).toBe(60);
    });

    it("拒绝有实际记录的平台，带 --replace 也一样", async () => {
      const db = await open();
      await make(db, sparse[0]!);
      await markLive(db, (await platformNamed(db, "甲市"))!.platform);
      for (const replace of [false, true])
        await expect(make(db, sparse[0]!, { replace })).rejects.toMatchObject({ refused: { refused: "platformLive" } });
    });

    it("一件也没有的月份：没有记录，也没有矛盾", async () => {
      const db = await open();
      const result = await make(db, emptyMonth);
      expect(result).toMatchObject({ conflicts: [], differences: [], made: { events: 0 } });
    });

    it("数字大得离谱则拒绝", async () => {
      const db = await open();
      const file: NamedFile = { platform: "甲市", period: "2024-02", calls: { offered: 90_000_000 } };
      await expect(make(db, file)).rejects.toMatchObject({ refused: { refused: "tooManyRecords" } });
    });
  });
}, books);
