/** 两个县级平台 with a month each: what they delivered and how the city's test calls went. */
import { assumed } from "../../rulebook/row.ts";
import type { LedgerEvent } from "../../src/domain/ledger/event.ts";
import { record } from "../../src/store/record.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { migratedAt } from "./databases.ts";
import type { Hotline } from "./hotline.ts";

const SOURCE = "测试用虚构城市";
const id = (no: number) => `01840000-0000-7000-8000-00000000c${String(no).padStart(3, "0")}`;
const ratio = (numerator: number, denominator: number) => ({ numerator, denominator });

export const addCounties = (hotline: Hotline) =>
  addRules(
    hotline.db,
    ownBook(hotline.platform.platform),
    [
      assumed("county", "东河平台", { name: "东河平台", order: 1, unit: "east" }, SOURCE),
      assumed("county", "西山平台", { name: "西山平台", order: 2, unit: "west" }, SOURCE),
    ],
    "operator",
    migratedAt,
  );

/** West answers better and hears from few; what each delivers differs by month only in its calls. */
export async function deliverMonth(hotline: Hotline, month: string, first: number, answered = 360): Promise<void> {
  const reported = (no: number, county: string, of: object): LedgerEvent => ({
    ...{ subject: "countyMonth", id: id(no), version: 1, kind: "countyReported", at: hotline.now(), by: "county" },
    data: {
      ...{ county, month, offered: 400, accuracy: 3000, firstContact: ratio(75, 100) },
      ...{ onTime: ratio(98, 100), followUp: ratio(100, 100), ...of },
    } as never,
  });
  const called = (no: number, county: string, connection: number): LedgerEvent => ({
    ...{ subject: "mysteryCall", id: id(no), version: 1, kind: "mysteryCallScored", by: "office:demo-office" },
    at: Date.parse(`${month}-15T10:00:00+08:00`),
    data: {
      ...{ county, secondsToAnswer: connection === 1000 ? 9 : 20, voiceMenu: 1000, connection },
      ...{ etiquette: 3800, knowledge: 2500, followUp: 1000 },
    },
  });
  const events = [
    reported(first, "东河平台", { answered, satisfaction: ratio(450, 500) }),
    reported(first + 1, "西山平台", { answered: 390, satisfaction: ratio(7, 8) }),
    called(first + 2, "东河平台", 500),
    called(first + 3, "东河平台", 1000),
    called(first + 4, "西山平台", 1000),
  ];
  await record(hotline.db, hotline.platform.platform, { events, contacts: [], texts: [] }, hotline.now());
}
