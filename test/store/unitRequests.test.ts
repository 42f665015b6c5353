import { expect, it } from "vitest";
import type { FreeText } from "../../src/domain/ledger/event.ts";
import type { OrderState } from "../../src/domain/order/order.ts";
import type { RequestState } from "../../src/domain/request/request.ts";
import { readAs } from "../../src/store/access/door.ts";
import type { Database } from "../../src/store/database.ts";
import { requestList, requestPage } from "../../src/store/desk/requests.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { dropWords, fillNext } from "../../src/store/search/fill.ts";
import { addRequestTexts } from "../../src/store/search/requestText.ts";
import { subjects } from "../../src/store/subject.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";

const at = Date.parse("2022-11-03T01:02:03.456Z");

const platform = "p";

async function opened(open: () => Promise<Database>): Promise<Database> {
  const db = await open();
  const origin = { level: "city", zone: "Asia/Shanghai", origin: "live" } as const;
  await createPlatform(db, { ...origin, books: [], platform, name: "云岭市" }, migratedAt);
  return db;
}

eachDatabase((_, open) => {
  it("单位的诉求清单跟着工单和诉求走：派发时列入，核实的、改派的也是，退回的不再是，导入改了的随之改，账本成立", async () => {
    const [db, book] = [await opened(open), ledger()];
    /** what the book says until now, and what is listed then */
    const listed = async () => {
      await record(db, platform, { ...book, events: book.events.splice(0) }, at + 100);
      return db.query(
        "select unit, request, channel, accepted_at as at from unit_request where platform = $1 order by unit",
        [platform],
      );
    };
    const request = book.request(at);
    expect(await listed()).toEqual([]);
    const order = book.order(at + 1, request, "u1");
    expect(await listed()).toMatchObject([{ unit: "u1", request, at }]);
    const asked = { returnNo: 1, assignment: 1, late: false, bulk: null, text: null, reason: "otherDuty" };
    book.add("order", order, "returnRequested", at + 2, asked);
    book.add("order", order, "verificationAsked", at + 3, { returnNo: 1, unit: "u3", text: null });
    expect(await listed()).toMatchObject([{ unit: "u1" }, { unit: "u3" }]);
    book.add("order", order, "returnAccepted", at + 4, { returnNo: 1, text: null });
    expect(await listed()).toEqual([]);
    const dispatched = { assignment: 2, unit: "u2", role: "lead", basis: "职能" };
    book.add("order", order, "orderDispatched", at + 5, dispatched as never);
    expect(await listed()).toMatchObject([{ unit: "u2", request, channel: "phone" }]);

    const [state] = (await subjects.request.load(db, platform, [request], "read")) as RequestState[];
    const said: RequestState = { ...state!, channel: "web", acceptedAt: at - 5 };
    book.add("request", request, "imported", at + 6, { request: said } as never);
    expect(await listed()).toMatchObject([{ unit: "u2", request, channel: "web", at: at - 5 }]);
    const { finding } = await verifyLedger(db, { platform, noted: null, progress: () => {} });
    expect(finding).toBeNull();
  });

  it("单位找得到的词跟着诉求：派发时已登记的列入，忘掉的不再找得到", async () => {
    const [db, book] = [await opened(open), ledger()];
    const request = book.request(at);
    await record(db, platform, { ...book, events: book.events.splice(0) }, at + 100);
    await addRequestTexts(db, platform, [{ id: request, acceptedAt: at, text: "电梯停运", contact: null }]);
    book.order(at + 1, request, "u1");
    await record(db, platform, book, at + 100);
    const found = () => db.query("select words @@ $1::tsquery as found from unit_request", ["停运"]);
    expect(await found()).toEqual([{ found: true }]);
    await dropWords(db, platform, [request]);
    expect(await found()).toEqual([{ found: null }]);
  });

  it("导入说工单是另一件诉求的：原来那件不再是单位的，另一件是；多列的一件，翻页不断，查验指得出", async () => {
    const [db, book] = [await opened(open), ledger()];
    const save = () => record(db, platform, { ...book, events: book.events.splice(0) }, at + 100);
    const [third, old, other] = [book.request(at - 5), book.request(at), book.request(at + 1)];
    const order = book.order(at + 2, old, "u1");
    book.order(at + 2, third, "u1");
    await save();
    const [state] = (await subjects.order.load(db, platform, [order], "read")) as OrderState[];
    const [said] = (await subjects.request.load(db, platform, [other], "read")) as RequestState[];
    const dispatched = { ...said!, order, outcome: "dispatched", settledAt: at };
    book.add("request", other, "imported", at + 6, { request: dispatched } as never);
    book.add("order", order, "imported", at + 6, { order: { ...state!, request: other } });
    await save();
    const listed = await db.query("select request from unit_request order by accepted_at desc");
    expect(listed).toEqual([{ request: other }, { request: third }]);
    const found = async () => (await verifyLedger(db, { platform, noted: null, progress: () => {} })).finding;
    expect(await found()).toBeNull();
    await db.query(
      "insert into unit_request select platform, unit, $1, $2, type, category, channel, place, words from unit_request where request = $3",
      [old, new Date(at).toISOString(), other],
    );
    expect(await found()).toEqual({ fault: "worklistDiffers", subject: "request", id: old });
    const units = ["u1"];
    await readAs(db, { platform, units }, async (tx) => {
      const first = await requestList(tx, platform, { units }, 2);
      expect(first).toMatchObject({ rows: [{ id: other }], last: { at, id: old } });
      const next = await requestPage(tx, platform, { units }, first.last, 2);
      expect(next).toMatchObject({ rows: [{ id: third }], last: null });
    });
  });

  it("派发和补充、遗忘同时做，单位的词成了旧的：补登以后与诉求的一致，在那以前不算账本有错，以后才算", async () => {
    const [db, book] = [await opened(open), ledger()];
    const save = (texts: FreeText[] = []) =>
      record(db, platform, { ...book, texts, events: book.events.splice(0) }, at + 100);
    const fill = async () => {
      while (await fillNext(db, platform, 100));
    };
    const [first, second] = [book.id(), book.id()];
    const request = book.request(at, { text: first });
    await save([{ id: first, text: "电梯停运" }]);
    await fill();
    /** as those leave it who didn't see each other */
    const stale = () => db.query("update unit_request set words = '旧词'::tsvector");
    const same = async () =>
      (
        await db.query<{ same: boolean }>(
          `select u.words is not distinct from t.words as same from unit_request u
           left join request_text t on t.platform = u.platform and t.request = u.request`,
        )
      ).every((row) => row.same);
    const found = async () => (await verifyLedger(db, { platform, noted: null, progress: () => {} })).finding;
    const mended = async () => {
      await stale();
      expect([await same(), await found()]).toEqual([false, null]);
      await fill();
      expect([await same(), await found()]).toEqual([true, null]);
    };
    const order = book.order(at + 1, request, "u1");
    await save();
    await mended();
    book.add("request", request, "requestAmended", at + 2, { text: second });
    await save([{ id: second, text: "水管破裂" }]);
    await mended();
    await db.query("delete from request_text");
    book.add("order", order, "assignmentHandedOn", at + 3, { assignment: 1, unit: "u9" });
    await save();
    await mended();
    await stale();
    expect(await found()).toEqual({ fault: "worklistDiffers", subject: "order", id: order });
  });
});
