import { afterAll, beforeAll, expect, it } from "vitest";
import { addMonths } from "../../src/domain/calendar/month.ts";
import type { CaseKind } from "../../src/domain/report/case.ts";
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform, type Platform } from "../../src/store/platform.ts";
import { caseCandidates } from "../../src/store/question/cases.ts";
import { monthOf } from "../../src/store/question/month.ts";
import { monthCounts } from "../../src/store/question/monthCounts.ts";
import { monthsWithRecords } from "../../src/store/question/months.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Ledger, ledger } from "../world/ledger.ts";

const zone = "Asia/Shanghai";
const at = (local: string) => Date.parse(`${local}+08:00`);
const machine = process.env.TZ;
const nothing = { rows: {} };

beforeAll(() => {
  process.env.TZ = "America/New_York";
});
afterAll(() => {
  process.env.TZ = machine;
});

/** An order acknowledged at once, due at `due`, without an answer yet. */
function order(book: Ledger, dispatched: string, due: string, data: Parameters<Ledger["order"]>[3] = {}): string {
  const id = book.order(at(dispatched), book.request(at(dispatched)), "u1", data);
  const acknowledged = { assignment: 1, deemed: false, dueAt: at(due), provisional: false };
  return book.add("order", id, "orderAcknowledged", at(dispatched) + 1, acknowledged);
}

const resolve = (book: Ledger, id: string, when: string) =>
  book.add("order", id, "orderResolved", at(when), {
    assignment: 1,
    solved: true,
    internalText: null,
    publicText: null,
  });

const followUp = (book: Ledger, id: string, when: string, text: string | null = null) => {
  const rated = { round: 1, channel: "sms", rating: "satisfied", solved: true } as const;
  return book.add("order", id, "followUpConcluded", at(when), { ...rated, text });
};

eachDatabase((_, open) => {
  let db: Database;
  let made = 0;
  beforeAll(async () => {
    db = await open();
  });

  async function recorded(book: Ledger): Promise<Platform> {
    const id = `p${++made}`;
    const platform: Platform = { platform: id, name: id, level: "city", zone, origin: "live", books: [] };
    await createPlatform(db, platform, migratedAt);
    await record(db, id, book, at("2023-01-01T00:00:00"));
    return platform;
  }

  it("本机在纽约：11月30日 23:59:59.999 派发的算11月，12月1日零点派发的算12月", async () => {
    expect(new Date(0).getHours()).toBe(19);
    const book = ledger();
    order(book, "2022-11-30T23:59:59.999", "2022-12-08T00:00:00");
    order(book, "2022-12-01T00:00:00.000", "2022-12-08T00:00:00");
    order(book, "2022-11-01T00:00:00.000", "2022-12-08T00:00:00");
    order(book, "2022-10-31T23:59:59.999", "2022-12-08T00:00:00");
    const on = await recorded(book);
    const dispatched = async (month: string) => (await monthCounts(db, on, month, nothing)).dispatched[0]?.count;
    expect([await dispatched("2022-10"), await dispatched("2022-11"), await dispatched("2022-12")]).toEqual([1, 2, 1]);
    expect(await monthsWithRecords(db, on.platform)).toEqual(["2022-12", "2022-11", "2022-10"]);
  });

  it("12月1日零点结束的回访算12月", async () => {
    const book = ledger();
    const [last, next] = ["2022-11-03T10:00:00", "2022-11-03T11:00:00"].map((when) =>
      order(book, when, "2022-11-11T00:00:00"),
    );
    followUp(book, last!, "2022-11-30T23:59:59.999");
    followUp(book, next!, "2022-12-01T00:00:00.000");
    const on = await recorded(book);
    for (const month of ["2022-11", "2022-12"])
      expect((await monthCounts(db, on, month, nothing)).units).toMatchObject([{ unit: "u1", followUps: 1 }]);
  });

  it("11月30日受理、12月1日派发：11月的诉求待处理，工单派发算12月", async () => {
    const book = ledger();
    book.order(at("2022-12-01T09:00:00"), book.request(at("2022-11-30T23:00:00")), "u1");
    const on = await recorded(book);
    const november = await monthCounts(db, on, "2022-11", nothing);
    expect(november.requests).toMatchObject([{ outcome: "pending", count: 1 }]);
    expect(november.dispatched).toEqual([]);
    const december = await monthCounts(db, on, "2022-12", nothing);
    expect(december.requests).toEqual([]);
    expect(december.dispatched).toMatchObject([{ unit: "u1", count: 1 }]);
  });

  it("到期日24时之前办结为按时，次日零点起为超期", async () => {
    const book = ledger();
    for (const when of ["2022-11-10T23:59:59.999", "2022-11-11T00:00:00.000"]) {
      const id = order(book, "2022-11-03T10:00:00", "2022-11-11T00:00:00");
      resolve(book, id, when);
      followUp(book, id, "2022-11-12T10:00:00");
    }
    const on = await recorded(book);
    expect((await monthCounts(db, on, "2022-11", nothing)).units).toMatchObject([{ validOrders: 2, onTime: 1 }]);
  });

  it("月末时未到期的不算超期；到期日24时正是月末的也不算", async () => {
    const book = ledger();
    order(book, "2022-11-21T10:00:00", "2022-12-01T00:00:00", { topic: "宽带断网" });
    order(book, "2022-11-21T10:00:00", "2022-11-30T00:00:00", { topic: "宽带断网" });
    const on = await recorded(book);
    const november = await monthCounts(db, on, "2022-11", nothing);
    expect(november.overdue).toEqual([{ unit: "u1", topic: "宽带断网", count: 1 }]);
    expect(november.overdueBefore).toEqual([]);
    expect((await monthCounts(db, on, "2022-12", nothing)).overdueBefore).toEqual(november.overdue);
  });

  it("没有自己名称的事项以小类名称出现，规则库里没有的以代码出现", async () => {
    const book = ledger();
    for (const category of ["c1", "c9"]) order(book, "2022-10-10T10:00:00", "2022-10-20T00:00:00", { category });
    const on = await recorded(book);
    const row: RuleRow<"category"> = {
      ...{ kind: "category", key: "c1", from: "2000-01-01", until: null, source: "测试", assumption: false },
      value: { name: "路灯", parent: null, order: 1 },
    };
    const { overdue } = await monthCounts(db, on, "2022-11", { rows: { category: [row] } });
    expect(overdue.map(({ topic }) => topic)).toEqual(["路灯", "c9"]);
  });

  it("应回访：办结后一个工作日到期而未回访的也在内，月末才办结的不在", async () => {
    const book = ledger();
    for (const when of ["2022-11-28T10:00:00", "2022-11-29T10:00:00", "2022-11-30T10:00:00"])
      resolve(book, order(book, "2022-11-21T10:00:00", "2022-12-01T00:00:00"), when);
    const limit: RuleRow<"limit"> = {
      ...{ kind: "limit", key: "followUp", from: "2000-01-01", until: null, source: "测试", assumption: false },
      value: { amount: 1, in: "workingDays", words: "" },
    };
    const on = await recorded(book);
    expect((await monthCounts(db, on, "2022-11", { rows: { limit: [limit] } })).dueForFollowUp).toBe(2);
    expect((await monthCounts(db, on, "2022-11", nothing)).dueForFollowUp).toBe(3);
  });

  it("应回访：12月才返工的，不论后来又办结没有，11月照样应回访；11月里返工、月末还没有再办结的不在内", async () => {
    const book = ledger();
    const resolved = () =>
      resolve(book, order(book, "2022-11-21T10:00:00", "2022-12-01T00:00:00"), "2022-11-25T10:00:00");
    const reworked = (id: string, when: string) => book.add("order", id, "reworkDemanded", at(when), { text: null });
    const [again, open, before] = [resolved(), resolved(), resolved()];
    for (const id of [again, open]) reworked(id, "2022-12-02T09:00:00");
    resolve(book, again, "2022-12-05T09:00:00");
    reworked(before, "2022-11-30T23:59:59.999");
    resolve(book, before, "2022-12-05T09:00:00");
    const on = await recorded(book);
    expect((await monthCounts(db, on, "2022-11", nothing)).dueForFollowUp).toBe(2);
    expect((await monthCounts(db, on, "2022-12", nothing)).dueForFollowUp).toBe(2);
  });

  it("批量退单一次算一件事，最早派发月份按平台时区", async () => {
    const book = ledger();
    const bulk = book.id();
    for (const when of ["2022-05-31T23:59:59.999", "2022-07-01T00:00:00", "2022-06-01T00:00:00"]) {
      const id = order(book, when, "2022-08-01T00:00:00", { topic: "宽带断网" });
      const asked = { returnNo: 1, assignment: 1, late: true, bulk, text: null };
      book.add("order", id, "returnRequested", at("2022-11-09T10:00:00"), asked);
    }
    const on = await recorded(book);
    const { bulkReturns, returns } = await monthCounts(db, on, "2022-11", nothing);
    expect(bulkReturns).toEqual([
      { unit: "u1", orders: 3, topic: "宽带断网", openSince: "2022-05", returnedIn: "2022-11" },
    ]);
    expect(returns).toEqual({ requested: 3, accepted: 0, rejected: 0, late: 3 });
  });

  it("领导接听日：当天的来电、现场答复、转办和事项", async () => {
    const book = ledger();
    const leaderDay = book.add("leaderDay", book.id(), "leaderDayHeld", at("2022-11-30T09:00:00"), {
      date: "2022-11-30",
      unit: "u1",
    });
    const marked = { leaderDay };
    for (const minute of [1, 2, 3]) book.call(at(`2022-11-30T09:0${minute}:00`), marked);
    const answered = book.request(at("2022-11-30T09:01:30"), { ...marked, category: "c2" });
    book.add("request", answered, "requestResolved", at("2022-11-30T09:02:00"), { text: null });
    for (const when of ["2022-11-30T10:00:00", "2022-12-01T10:00:00"])
      book.order(at(when), book.request(at("2022-11-30T09:02:30"), marked), "u1");
    const on = await recorded(book);
    expect((await monthCounts(db, on, "2022-11", nothing)).leaderDays).toEqual([
      {
        ...{ date: "2022-11-30", unit: "u1", calls: 3, settledOnTheSpot: 1, dispatched: 1 },
        subjects: [
          { category: "c1", count: 2 },
          { category: "c2", count: 1 },
        ],
      },
    ]);
    expect((await monthCounts(db, on, "2022-12", nothing)).leaderDays).toEqual([]);
  });

  it("县级月报按所属月份，拨测按拨打时刻", async () => {
    const book = ledger();
    const rates = { firstContact: null, onTime: { numerator: 1, denominator: 2 }, followUp: null, satisfaction: null };
    for (const month of ["2022-11", addMonths("2022-11", 1)])
      book.add("countyMonth", book.id(), "countyReported", at("2022-12-05T09:00:00"), {
        ...{ county: "甲县", month, offered: 10, answered: 9, accuracy: 3000, ...rates },
      });
    const points = { voiceMenu: 1000, connection: 500, etiquette: 4000, knowledge: 3000, followUp: 1000 };
    for (const when of ["2022-11-30T23:59:59.999", "2022-12-01T00:00:00"])
      book.add("mysteryCall", book.id(), "mysteryCallScored", at(when), {
        county: "甲县",
        secondsToAnswer: null,
        ...points,
      });
    const on = await recorded(book);
    const counts = await monthCounts(db, on, "2022-11", nothing);
    expect(counts.counties).toEqual([{ platform: "甲县", offered: 10, answered: 9, accuracy: 3000, ...rates }]);
    expect(counts.mysteryCalls).toEqual([{ platform: "甲县", secondsToAnswer: null, ...points }]);
  });

  it("案例：退单最多、超期退单在前的为疑难，按时办结而市民留言称赞的为典型；姓名只按所给的办法出现，保密的不出现", async () => {
    const book = ledger();
    const contact = { id: book.id(), name: "彭志强", phone: null, address: null, identityNumber: null };
    const [praise, inside] = [book.id(), book.id()];
    book.contacts.push(contact);
    book.texts.push({ id: praise, text: "处理得很快，谢谢" }, { id: inside, text: "内部意见" });
    const matter = (data: Parameters<Ledger["request"]>[1]) => {
      const id = book.order(at("2022-11-02T10:00:00"), book.request(at("2022-11-02T09:00:00"), data), "u1");
      book.add("order", id, "orderAcknowledged", at("2022-11-02T11:00:00"), {
        ...{ assignment: 1, deemed: false, dueAt: at("2022-11-10T00:00:00"), provisional: false },
      });
      return id;
    };
    const returned = (late: boolean, data = {}) => {
      const id = matter(data);
      const asked = { returnNo: 1, assignment: 1, late, bulk: null, text: null };
      book.add("order", id, "returnRequested", at("2022-11-08T10:00:00"), asked);
      return book.add("order", id, "returnRejected", at("2022-12-01T00:00:00"), { returnNo: 1, text: null });
    };
    const [onTime, late] = [returned(false), returned(true)];
    returned(true, { confidential: true });
    const liked = (
      data: Parameters<Ledger["request"]>[1],
      text: string | null,
      when: string,
      concluded = "2022-11-06T10:00:00",
    ) => {
      const id = matter(data);
      const answer = { assignment: 1, solved: true, internalText: inside, publicText: null };
      book.add("order", id, "orderResolved", at(when), answer);
      return followUp(book, id, concluded, text);
    };
    // praised, but resolved after its deadline: no example to others
    liked({}, inside, "2022-11-10T12:00:00", "2022-11-11T10:00:00");
    const plain = liked({}, null, "2022-11-02T12:00:00");
    const praised = liked({ contact: contact.id }, praise, "2022-11-05T12:00:00");
    const asked = monthOf(await recorded(book), "2022-11", nothing);
    const candidates = (kind: CaseKind) => caseCandidates(db, asked, kind, 2);
    const found = { typical: await candidates("typical"), difficult: await candidates("difficult") };
    const idOf = ({ events }: (typeof found.typical)[number]) => events.find(({ subject }) => subject === "order")!.id;
    expect(found.difficult.map(idOf)).toEqual([late, onTime]);
    expect(found.difficult[0]!.events.map(({ kind }) => kind)).not.toContain("returnRejected");
    expect(found.typical.map(idOf)).toEqual([praised, plain]);
    expect(found.typical[0]).toMatchObject({ contactName: "彭志强", texts: new Map([[praise, "处理得很快，谢谢"]]) });
    expect(found.typical[1]).toMatchObject({ contactName: null });
  });
});
