import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import type { LedgerEvent } from "../../src/domain/ledger/event.ts";
import { record } from "../../src/store/record.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, openHotline, type Person } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";
import { accounts, ask, signIn } from "../world/signing.ts";

const SOURCE = "测试用虚构城市";
const id = (no: number) => `01840000-0000-7000-8000-00000000c${String(no).padStart(3, "0")}`;

/** 县级平台的人: they read their own sheet, and the matters of their place's unit; they handle nothing. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let east: Person;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    await addRules(
      hotline.db,
      ownBook(hotline.platform.platform),
      [
        assumed("county", "东河平台", { name: "东河平台", order: 1, unit: "east" }, SOURCE),
        assumed("county", "西山平台", { name: "西山平台", order: 2, unit: "west" }, SOURCE),
      ],
      "operator",
      migratedAt,
    );
    story = await Story(hotline);
    east = await hotline.as("county", "east");
  });

  const reported = (no: number, county: string, offered: number): LedgerEvent => ({
    ...{ subject: "countyMonth", id: id(no), version: 1, kind: "countyReported", at: hotline.now(), by: "county" },
    data: {
      ...{ county, month: "2022-09", offered, answered: offered - 25, accuracy: 2950 },
      ...{ firstContact: null, onTime: { numerator: 2, denominator: 3 }, followUp: null, satisfaction: null },
    },
  });
  const called = (no: number, county: string): LedgerEvent => ({
    ...{ subject: "mysteryCall", id: id(no), version: 1, kind: "mysteryCallScored" },
    ...{ at: Date.parse("2022-09-15T10:00:00+08:00"), by: "office:demo-office" },
    data: {
      county,
      secondsToAnswer: 9,
      voiceMenu: 875,
      connection: 1000,
      etiquette: 1000,
      knowledge: 900,
      followUp: 0,
    },
  });
  const month = async () => {
    const events = [
      reported(1, "东河平台", 400),
      reported(2, "西山平台", 300),
      called(3, "东河平台"),
      called(4, "西山平台"),
    ];
    await record(hotline.db, hotline.platform.platform, { events, contacts: [], texts: [] }, hotline.now());
  };

  it("看自己一个月的情况：所报的数、比率由两个数相除、准确度、拨测；看不到别的县", async () => {
    await month();
    const { status, body } = await east.get("/county-months/2022-09");
    expect(status).toBe(200);
    expect(body.counties).toEqual([
      {
        ...{ county: "东河平台", delivered: true, offered: 400, answered: 375, accuracy: 29.5 },
        answerRate: { numerator: 375, denominator: 400, percent: 93.75 },
        onTimeRate: { numerator: 2, denominator: 3, percent: 66.67 },
        ...{ firstContactRate: null, followUpRate: null, satisfactionRate: null },
        mysteryCalls: [
          { secondsToAnswer: 9, voiceMenu: 8.75, connection: 10, etiquette: 10, knowledge: 9, followUp: 0 },
        ],
      },
    ]);
    expect((await east.get("/county-months/2022-08")).body.counties).toMatchObject([
      { county: "东河平台", delivered: false, offered: null, mysteryCalls: [] },
    ]);
    const all = (await story.people.analyst!.get("/county-months/2022-09")).body.counties;
    expect(all.map(({ county }: { county: string }) => county).sort()).toEqual(["东河平台", "西山平台"]);
    expect((await story.people.agent!.get("/county-months/2022-09")).body.code).toBe("otherRole");
    expect((await (await hotline.as("county")).get("/county-months/2022-09")).body.counties).toEqual([]);
  });

  it("看得到所在地区单位的工单和经过，看不到别的单位的，看不到来电人；一件也办不了", async () => {
    const own = await story.dispatched("east");
    const other = await story.dispatched("west");
    await story.say("east", own, "acknowledgement");
    await story.say("east", own, "hand-on", { unit: "east-osmanthus" });
    expect((await east.get("/orders")).body.rows.map(({ id: order }: { id: string }) => order)).toEqual([own]);
    expect((await east.get(`/orders/${other}`)).status).toBe(404);
    const read = await east.get(`/orders/${own}`);
    expect(read.status).toBe(200);
    expect((await east.get(`/orders/${own}/events`)).body).toHaveLength(3);
    expect((await east.get(`/requests/${read.body.request}/contact`)).body.code).toBe("otherRole");
    const answer = await east.post(`/orders/${own}/citizen-informing`, {}, { "if-match": String(read.headers.etag) });
    expect(answer.body.code).toBe("otherRole");
    expect((await east.get("/notices")).body.rows).toEqual([]);
    expect((await (await hotline.as("county")).get("/orders")).body.rows).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("县级平台的账号要写所在地区的单位，那里要有县级平台；登录后只看它的", async () => {
    const create = async (unit: string | null) =>
      (await story.people.administrator!.post("/accounts", { number: "c1", name: "县级平台", role: "county", unit }))
        .body;
    expect((await create(null)).code).toBe("invalid");
    expect((await create("housing")).code).toBe("unknownCounty");
    expect(await create("west")).toMatchObject({ role: "county", unit: "west", unitName: "西山区" });
    await accounts(hotline, { number: "c2", role: "county", unit: "east" });
    const { token, units } = (await signIn(hotline, "c2")).body;
    expect(units).toEqual(["east", "east-osmanthus"]);
    const request = { type: "投诉", category: "h1", channel: "county", place: "p-east", text: "路灯不亮。" };
    const made = await ask(hotline, token, "POST", "/requests", request);
    expect(made.status).toBe(200);
    const [event] = await hotline.db.query<{ by: string }>("select by from event where subject_id = $1", [
      made.body.id,
    ]);
    expect(event!.by).toBe("county:c2");
  });
}, books);
