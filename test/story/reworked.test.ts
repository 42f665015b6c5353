/** 返工以后: since when a matter lies with its unit, also where the rework was demanded before that was kept. */
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { migrate } from "../../src/store/migrate.ts";
import { mismatches } from "../../src/store/refold.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  it("答复放了很久才退回返工：刚退回的不在长期无人动过的清单里；升级前的返工也从那时起算", async () => {
    const hotline = await openHotline(await open());
    const { db, platform } = hotline;
    const story = await Story(hotline);
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    hotline.at("2022-11-07T09:00:00+08:00");
    await story.say("dispatcher", order, "rework", { text: "请写明结果。" });
    const idle = async () =>
      (await story.people.supervisor!.get("/orders?idle=true")).body.rows.map(({ id }: { id: string }) => id);
    const both = async () => {
      hotline.at("2022-11-21T23:00:00+08:00");
      const before = await idle();
      hotline.at("2022-11-22T00:00:00+08:00");
      return [before, await idle()];
    };
    expect(await both()).toEqual([[], [order]]);
    await db.query("alter table work_order drop column reworked_at");
    await db.query("delete from migration where name like '%-reworked.sql'");
    expect((await migrate(db, [], migratedAt)).applied).toHaveLength(1);
    expect(await mismatches(db, platform.platform)).toEqual([]);
    expect(await both()).toEqual([[], [order]]);
    expect(hotline.faults).toEqual([]);
  });
}, books);
