/** 演示的时钟: a demonstration lives in its own month. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { prepare } from "../../src/main/command/start.ts";
import { demonstrationFile } from "../../src/main/demonstration.ts";
import { hotlineClock } from "../../src/main/demonstrationClock.ts";
import { reconstructMonth } from "../../src/main/reconstruct/run.ts";
import { markInstallation } from "../../src/store/platform.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { quietWatch } from "../world/quietWatch.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const REAL = at("2026-11-27T12:00:00");

eachDatabase((_, openDatabase) => {
  const clock = async (hotline: Hotline, real = REAL) => {
    let passed = 0;
    const now = await hotlineClock(hotline.db, hotline.platform, () => real + passed);
    const first = now();
    passed = 61_000;
    return { first, later: now() - first };
  };
  const demonstrated = async () => {
    const hotline = await openHotline(await openDatabase());
    await hotline.db.query(
      `insert into import_source (platform, kind, source, source_number, subject_id, digest)
       values ($1, 'reconstruct', 'figures', '2022-11', $2, $3)`,
      [hotline.platform.platform, crypto.randomUUID(), Buffer.alloc(32)],
    );
    return hotline;
  };

  it("在重建的月份之后的第一个早晨开门，一分钟就是一分钟", async () => {
    expect(await clock(await demonstrated())).toEqual({ first: at("2022-12-01T09:00:00"), later: 61_000 });
  });

  it("再启动时接着上次；上次是晚上的，从第二天早晨开始", async () => {
    const hotline = await demonstrated();
    hotline.at("2022-12-02T10:30:00+08:00");
    await (await Story(hotline)).accepted();
    expect((await clock(hotline)).first).toBe(at("2022-12-02T10:30:00"));
    hotline.at("2022-12-02T20:00:00+08:00");
    await (await Story(hotline)).accepted();
    expect((await clock(hotline)).first).toBe(at("2022-12-03T09:00:00"));
  });

  it("没有重建的月份、不是演示、月份还没过完：就是真的时间", async () => {
    const none = await openHotline(await openDatabase());
    expect((await clock(none)).first).toBe(REAL);
    const hotline = await demonstrated();
    expect((await clock(hotline, at("2022-11-20T12:00:00"))).first).toBe(at("2022-11-20T12:00:00"));
    await hotline.db.query("update installation set demonstration = false");
    expect((await clock(hotline)).first).toBe(REAL);
  });

  it("装入时写出的月报，落款是演示自己的日子，不是装入的那一天", async () => {
    const db = await openDatabase();
    await markInstallation(db, true, REAL);
    const { platform, period } = demonstrationFile();
    const file = { platform, period, calls: { offered: 30 } };
    await reconstructMonth(db, { file, seed: 1, zone: "Asia/Shanghai", replace: false }, REAL, quietWatch);
    const io = memoryIo();
    await prepare({ db }, "out", { io, now: () => REAL });
    const [, html] = [...io.files].find(([name]) => name.endsWith(".html"))!;
    expect(html.toString()).toContain("2022年12月1日");
    expect(html.toString()).not.toContain("2026年");
  }, 60_000);

  it("登录的凭证按多久算，不按何时算：演示在自己的月份里，浏览器也留得住；答复的时间是热线的", async () => {
    const hotline = await openHotline(await openDatabase());
    hotline.at("2022-12-01T09:00:00+08:00");
    const answer = await hotline.nobody.post("/session/demonstration", { role: "agent" });
    expect(String(answer.headers["set-cookie"])).toMatch(/Max-Age=\d{4,}/);
    expect(String(answer.headers["set-cookie"])).not.toContain("Expires");
    expect(answer.headers.date).toBe("Thu, 01 Dec 2022 01:00:00 GMT");
  });
}, books);
