import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { Database } from "../../src/store/database.ts";
import { mismatches } from "../../src/store/refold.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Answer, openHotline } from "../world/hotline.ts";
import { ofMatter, Story } from "../world/matter.ts";

const MANY = 40;

/** how many transactions recorded events of a kind */
const transactions = async (db: Database, kind: string): Promise<number> =>
  (
    await db.query<{ n: number }>(
      "select count(distinct xact::text)::int as n from event where kind = $1 and subject = 'order'",
      [kind],
    )
  )[0]!.n;

/** The embedded database has one session: whoever comes in has been let in by it, and so one after the other. */
const fewOn = ({ kind }: Database): number => (kind === "postgres" ? MANY / 4 : MANY + 1);

const opened = async (db: Database) => {
  const hotline = await openHotline(db);
  const story = await Story(hotline);
  const made: string[] = [];
  for (let n = 0; n < MANY; n += 1) made.push(await story.accepted(ofMatter(`第 ${n} 件，电梯停运。`)));
  const dispatch = (id: string, key?: string, version = '"1"') =>
    story.people.dispatcher!.post(
      `/requests/${id}/dispatch`,
      { unit: "housing" },
      { "if-match": version, ...(key === undefined ? {} : { "idempotency-key": key }) },
    );
  return { ...hotline, ...story, made, dispatch };
};

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

eachDatabase((_, open) => {
  it("一齐派发、一齐签收四十件：几次提交就办完（内嵌数据库一件件办），各得各的答复；账本和行都对", async () => {
    const { db, platform, people, made, dispatch, faults } = await opened(await open());
    const orders = await Promise.all(made.map((id) => dispatch(id)));
    expect(statuses(orders)).toEqual(Array(MANY).fill(200));
    expect(new Set(orders.map(({ body }) => body.number)).size).toBe(MANY);
    const taken = await Promise.all(
      orders.map(({ body, headers }) =>
        people.housing!.post(`/orders/${body.id}/acknowledgement`, {}, { "if-match": String(headers.etag) }),
      ),
    );
    expect(statuses(taken)).toEqual(Array(MANY).fill(200));
    expect(taken.map(({ body }) => [body.id, body.stage])).toEqual(orders.map(({ body }) => [body.id, "handling"]));
    expect(await transactions(db, "orderDispatched")).toBeLessThan(fewOn(db));
    expect(await transactions(db, "orderAcknowledged")).toBeLessThan(fewOn(db));
    expect(await mismatches(db, platform.platform)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("同一件一齐来两次：一个办成，一个被告知已有人改过；同一个键发三次只办一次，答复相同", async () => {
    const { db, platform, made, dispatch, faults } = await opened(await open());
    const [twice, keyed, ...others] = made as [string, string, ...string[]];
    const [one, other, ...rest] = await Promise.all([
      dispatch(twice),
      dispatch(twice),
      ...others.map((id) => dispatch(id)),
      dispatch(keyed, "k"),
      dispatch(keyed, "k"),
      dispatch(keyed, "k"),
    ]);
    expect([one!, other!].map(({ status, body }) => (status === 200 ? 200 : body.code)).toSorted()).toEqual([
      200,
      "versionConflict",
    ]);
    expect(statuses(rest)).toEqual(Array(others.length + 3).fill(200));
    const same = rest.slice(-3).map(({ body, headers }) => ({ body, etag: headers.etag }));
    expect(same[1]).toEqual(same[0]);
    expect(same[2]).toEqual(same[0]);
    expect((await dispatch(others[0]!, "k")).body.code).toBe("keyReused");
    expect((await dispatch(keyed, "k", '"2"')).body.code).toBe("keyReused");
    expect(await mismatches(db, platform.platform)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("不同单位的人一齐办：各办各的；别家的工单、过时的版本、不合规则的，只拒绝它自己", async () => {
    const { people, made, dispatch, faults } = await opened(await open());
    const orders = await Promise.all(made.slice(0, 12).map((id) => dispatch(id)));
    const acknowledge = (who: string, n: number, version = String(orders[n]!.headers.etag)) =>
      people[who]!.post(`/orders/${orders[n]!.body.id}/acknowledgement`, {}, { "if-match": version });
    const answers = await Promise.all([
      acknowledge("housing", 0),
      acknowledge("bus", 1),
      acknowledge("housing", 2, '"9"'),
      acknowledge("west", 3),
      people.followUp!.post(
        `/orders/${orders[4]!.body.id}/follow-up`,
        { channel: "phone", rating: "satisfied", solved: true, text: null },
        { "if-match": String(orders[4]!.headers.etag) },
      ),
      ...[5, 6, 7, 8, 9, 10, 11].map((n) => acknowledge("housing", n)),
    ]);
    expect(statuses(answers)).toEqual([200, 404, 412, 404, 409, ...Array(7).fill(200)]);
    expect(faults).toEqual([]);
  });

  it("会议备忘录倒填日期：只拒绝它自己，一齐签收的照样几次提交就办完", async () => {
    const { db, people, say, made, dispatch, faults } = await opened(await open());
    const orders = await Promise.all(made.map((id) => dispatch(id)));
    const [disputed, ...others] = orders.map(({ body }) => body.id as string);
    await say("housing", disputed!, "acknowledgement");
    for (const answer of ["return-rejection", "arbitration"]) {
      await say("housing", disputed!, "return-request", { reason: "职责不符", text: "不是我们的。" });
      await say("dispatcher", disputed!, answer, { text: answer === "arbitration" ? null : "请办理。" });
    }
    const conclusion = { unit: "streets", text: "城管局牵头。", directory: { from: "2001-01-01" } };
    const acknowledge = (order: string) =>
      people.housing!.post(`/orders/${order}/acknowledgement`, {}, { "if-match": '"1"' });
    const { headers } = await people.office!.get(`/orders/${disputed}`);
    const conclude = () =>
      people.office!.post(`/orders/${disputed}/arbitration-conclusion`, conclusion, {
        "if-match": String(headers.etag),
      });
    const half = MANY / 2;
    const answers = await Promise.all([
      ...others.slice(0, half).map(acknowledge),
      conclude(),
      ...others.slice(half).map(acknowledge),
    ]);
    const [refused] = answers.splice(half, 1);
    expect(refused!.body.code).toBe("ruleBackdated");
    expect(statuses(answers)).toEqual(Array(MANY - 1).fill(200));
    expect(await transactions(db, "orderAcknowledged")).toBeLessThan(fewOn(db));
    expect(faults).toEqual([]);
  });

  it("编号写成大写也认得：派发、签收都办成，与小写的是同一件", async () => {
    const { people, made, dispatch, faults } = await opened(await open());
    const sent = await dispatch(made[0]!.toUpperCase());
    expect(statuses([sent])).toEqual([200]);
    const { body, headers } = sent;
    const taken = { "if-match": String(headers.etag) };
    const acknowledge = (id: string) => people.housing!.post(`/orders/${id}/acknowledgement`, {}, taken);
    expect((await acknowledge(body.id.toUpperCase())).body).toMatchObject({ id: body.id, stage: "handling" });
    const [one, other] = await Promise.all([dispatch(made[1]!), dispatch(made[1]!.toUpperCase())]);
    expect(statuses([one, other])).toEqual([200, 412]);
    expect(faults).toEqual([]);
  });
}, books);
