import Fastify from "fastify";
import { expect, it } from "vitest";
import { z } from "zod";
import { books } from "../../rulebook/books.ts";
import { type Operation, operation } from "../../src/api/operation.ts";
import { registerInterface } from "../../src/api/server.ts";
import type { Visit } from "../../src/api/visit.ts";
import { oneDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";

/** 答复: one that isn't as its schema says is a fault of the program; “没有保存” is then true. */
oneDatabase((open) => {
  const invented = (path: `/${string}`, given: unknown, how: Pick<Operation, "writes">): Operation => {
    const enter = async ({ db, promised }: Visit) => {
      await db.query("insert into entered values (1)");
      return promised(given as { n: number });
    };
    return operation({
      ...{ id: path.slice(1), method: "POST", path, summary: "测", tag: "测", permit: "everyone", ...how },
      answer: z.object({ n: z.number() }),
      handle: (_, visit) => (how.writes ? enter({ ...visit, promised: (it) => it }) : visit.decide(enter)),
    });
  };

  it("答复不合约定的，什么也没有记下；合的照答", async () => {
    const { db, of, faults } = await openHotline(await open());
    await db.query("create table entered (n integer not null)");
    const operations = [
      invented("/whole", { n: "一" }, { writes: true }),
      invented("/part", { n: "一" }, {}),
      invented("/right", { version: 3, answer: { n: 1, more: "不在约定里" } }, { writes: true }),
    ];
    const app = Fastify();
    await registerInterface(app, { ...of, operations });
    const post = (path: string) => app.inject({ method: "POST", url: `/api/v1${path}` });
    const entered = async () => (await db.query("select n from entered")).length;
    for (const path of ["/whole", "/part"]) {
      const { statusCode, body } = await post(path);
      expect([statusCode, JSON.parse(body).title]).toEqual([500, "系统出错，没有保存。"]);
    }
    expect(await entered()).toBe(0);
    expect(faults).toHaveLength(2);
    const right = await post("/right");
    expect([right.statusCode, right.headers.etag, right.headers["content-type"], right.body]).toEqual([
      ...[200, '"3"', "application/json; charset=utf-8", '{"n":1}'],
    ]);
    expect(await entered()).toBe(1);
    await app.close();
  });

  /** the same hotline, which can put no answer into words */
  const speechless = async ({ of }: Hotline) => {
    const app = Fastify();
    const answer = z.object({ never: z.number() });
    await registerInterface(app, { ...of, operations: of.operations.map((one) => ({ ...one, answer })) });
    return app;
  };

  it("改账号、当事人补充、接听，答不出来的也一样：什么也没有记下", async () => {
    const hotline = await openHotline(await open());
    const { db, nobody, faults } = hotline;
    const tokenOf = async (role: string) =>
      (await nobody.post("/session/demonstration", { role, bearer: true })).body.token;
    const [administrator, agent] = [await tokenOf("administrator"), await tokenOf("agent")];
    const account = { number: "2001", name: "李测试", role: "dispatcher", unit: null };
    const { id } = (await hotline.signedIn(administrator).post("/accounts", account)).body;
    const matter = { text: "三号楼电梯停运三天。", type: "投诉", category: "h1", place: "p-east" };
    const ticket = (await nobody.post("/citizen/requests", matter)).body;
    const script = { seed: 7, caller: "19900001111", menuSeconds: 5, patienceSeconds: 30, talkSeconds: 120 };
    const call = (await hotline.signedIn(agent).post("/simulator/calls", script)).body;
    hotline.at(hotline.now() + 12_000);

    const kept = () =>
      Promise.all(["account", "event", "ongoing_call"].map((table) => db.query(`select * from ${table}`)));
    const before = await kept();
    const app = await speechless(hotline);
    for (const [path, payload, token] of [
      [`/accounts/${id}/disabling`, {}, administrator],
      ["/citizen/amendments", { ...ticket, text: "今天又停了。" }, ""],
      [`/calls/${call.id}/answer`, {}, agent],
    ] as const) {
      const headers = { authorization: `Bearer ${token}` };
      const { statusCode, body } = await app.inject({ method: "POST", url: `/api/v1${path}`, headers, payload });
      expect([statusCode, JSON.parse(body).title], path).toEqual([500, "系统出错，没有保存。"]);
    }
    expect(await kept()).toEqual(before);
    expect(faults).toHaveLength(3);
    await app.close();
  });
}, books);
