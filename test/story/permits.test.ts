import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { operations } from "../../src/api/operations.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { readAs } from "../../src/store/access/door.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

const staff: Role[] = [
  ...(["agent", "dispatcher", "followUp", "supervisor", "inspector", "analyst"] as const),
  ...(["office", "leader", "county", "administrator"] as const),
];
const NOBODY = "01840000-0000-7000-8000-00000000ffff";
/** in the stead of anything that the path leaves open */
const filled = (path: string, id = NOBODY) => path.replace("{format}", "csv").replaceAll(/\{\w+\}/g, id);

it("每个接口都说明谁可以用；编号、地址不重复", () => {
  for (const { permit } of operations)
    expect(permit === "everyone" || permit === "signedIn" || permit.length > 0).toBe(true);
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length);
});

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  it("每个接口、每个角色：该进的进得去，不该进的一律 403；没有登录的 401", async () => {
    const wrong: string[] = [];
    const people = [
      ...(await Promise.all(staff.map(async (role) => [role, await hotline.as(role)] as const))),
      ["liaison", story.people.west!] as const,
    ];
    const bad = { "content-type": "text/plain" };
    for (const { id, method, path, permit } of operations) {
      // leaving would sign the next one out; a stream of live events doesn't end
      if (["signOut", "lockScreen", "readLive", "live"].includes(id)) continue;
      const ask = (person: { ask: Hotline["nobody"]["ask"] }) => person.ask(method, filled(path), undefined, bad);
      const stranger = await ask(hotline.nobody);
      if (permit === "everyone" ? stranger.body?.code === "notSignedIn" : stranger.status !== 401)
        wrong.push(`nobody ${id}: ${stranger.status}`);
      for (const [role, person] of people) {
        const may = permit === "everyone" || permit === "signedIn" || permit.includes(role);
        const { status, body } = await ask(person);
        const turnedAway = status === 403 && body.code === "otherRole" && body.title.startsWith("这一项由");
        if (may === turnedAway || status === 401) wrong.push(`${role} ${id}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("别的单位：按编号、检索、清单、导出、附件、经过，什么都看不到", async () => {
    const secret = "独一无二的标记七八九";
    const order = await story.dispatched("housing", { topic: secret }, { text: `${secret}，电梯停运。` });
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "resolution", { solved: true, internalText: secret, publicText: secret });
    const { request, number } = (await story.read("dispatcher", order)).body;
    const seen = async (who: string) => {
      const answers: string[] = [];
      for (const { id, method, path, permit } of operations) {
        if (method !== "GET" || permit === "everyone" || ["readLive", "live"].includes(id)) continue;
        for (const known of path.includes("{id}") ? [order, request] : [""])
          for (const query of ["", `?q=${encodeURIComponent("标记")}`, `?number=${number}`])
            answers.push((await story.people[who]!.get(filled(path, known) + query)).raw.toString());
      }
      return answers.filter((answer) => answer.includes(secret) || answer.includes(number));
    };
    expect((await seen("housing")).length).toBeGreaterThan(5);
    expect(await seen("west")).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("数据库自己也拦：以应用的角色把每张表全部取出，只有本单位的；一个字也改不了", async () => {
    const mine = await story.dispatched("west");
    const other = await story.dispatched("housing");
    const request = (await story.read("west", mine)).body.request;
    const viewing = { platform: hotline.platform.platform, units: ["west"] };
    const all = (table: string) =>
      readAs(hotline.db, viewing, (db) => db.query<Record<string, unknown>>(`select * from ${table}`));
    expect((await all("work_order")).map(({ id }) => id)).toEqual([mine]);
    expect((await all("worklist")).map(({ work_order }) => work_order)).toEqual([mine]);
    expect((await all("assignment")).map(({ work_order }) => work_order)).toEqual([mine]);
    expect((await all("service_request")).map(({ id }) => id)).toEqual([request]);
    expect(new Set((await all("event")).map(({ subject_id }) => subject_id))).toEqual(new Set([mine, request]));
    expect((await all("free_text")).every(({ about }) => about === mine || about === request)).toBe(true);
    expect(await all("contact")).toHaveLength(1);
    expect((await all("unit_request")).map((row) => [row.unit, row.request])).toEqual([["west", request]]);
    expect((await all("request_text")).map((row) => row.request)).toEqual([request]);
    for (const table of [
      "account",
      "session",
      "access_log",
      "idempotency",
      "call",
      "import_source",
      "sms",
      "query_code",
    ])
      await expect(all(table), table).rejects.toMatchObject({ code: "42501" });
    for (const change of [
      "delete from event",
      "update work_order set urgent = true",
      "insert into order_unit select * from order_unit",
    ])
      await expect(
        readAs(hotline.db, viewing, (db) => db.query(change)),
        change,
      ).rejects.toThrow();
    const elsewhere = { platform: "other", units: null };
    expect(await readAs(hotline.db, elsewhere, (db) => db.query("select * from work_order"))).toEqual([]);
    expect(other).not.toBe(mine);
  });

  it("保密的工单：单位办得了，看不到当事人", async () => {
    const id = await story.accepted({ ...matter, confidential: true });
    await story.change("dispatcher", `/requests/${id}`, "dispatch", { unit: "west" });
    const viewing = { platform: hotline.platform.platform, units: ["west"] };
    expect(await readAs(hotline.db, viewing, (db) => db.query("select * from contact"))).toEqual([]);
    expect((await story.people.west!.get(`/requests/${id}`)).body).toMatchObject({ confidential: true });
  });
}, books);
