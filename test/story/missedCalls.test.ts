import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { callbacks } from "../../src/jobs/callbacks.ts";
import { record } from "../../src/store/record.ts";
import { type BackOffice, backOffice } from "../world/backOffice.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { ledger } from "../world/ledger.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let back: BackOffice;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    back = backOffice(hotline);
  });

  it("未接来电：告诉前台一次；过了期限还没回拨，告诉督办员一次；接通了就不再说", async () => {
    const missed = ledger();
    const at = hotline.now();
    const [first, second] = [missed.call(at, { answeredAt: null }), missed.call(at + 1, { answeredAt: null })];
    missed.call(migratedAt - 1, { answeredAt: null });
    await record(hotline.db, hotline.platform.platform, missed, at);
    await back.run(callbacks, callbacks);
    const front = "select from notice where recipient = 'role:agent' and subject = 'call'";
    expect(await hotline.db.query(front)).toHaveLength(2);
    const agent = await hotline.as("agent");
    const { headers } = await agent.get(`/calls/${first}`);
    await agent.post(`/calls/${first}/callback`, { reached: true }, { "if-match": String(headers.etag) });
    hotline.at("2022-10-12T00:00:00+08:00");
    await back.run(callbacks, callbacks);
    const told = await hotline.db.query("select subject_id as id from notice where recipient = 'role:supervisor'");
    expect(told).toEqual([{ id: second }]);
  });

  it("再多打不通的旧来电，也不挡住新的未接来电；说过的不再提", async () => {
    const missed = ledger();
    const at = hotline.now();
    for (let n = 0; n < 2000; n += 1) missed.call(at, { answeredAt: null });
    await record(hotline.db, hotline.platform.platform, missed, at);
    const attempt = { at: new Date(at).toISOString(), by: "agent:1", reached: false };
    await hotline.db.query("update call set callbacks = $1::text::jsonb", [JSON.stringify(Array(9).fill(attempt))]);
    const newer = ledger(2000);
    const id = newer.call(at + 1, { answeredAt: null });
    await record(hotline.db, hotline.platform.platform, newer, at);
    let made = 0;
    const counting = {
      ...back.worker,
      newId: () => {
        made += 1;
        return back.worker.newId();
      },
    };
    await callbacks.run(counting, new AbortController().signal);
    await callbacks.run(counting, new AbortController().signal);
    expect(await hotline.db.query("select subject_id as id from notice where subject = 'call'")).toEqual([{ id }]);
    expect(made).toBe(1);
  });
}, books);
