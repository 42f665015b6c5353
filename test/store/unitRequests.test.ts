import { expect, it } from "vitest";
import type { RequestState } from "../../src/domain/request/request.ts";
import type { Database } from "../../src/store/database.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { dropWords } from "../../src/store/search/fill.ts";
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
});
