/** 服务台的装配: the running platform with its clock, its rules and its numbers. */
import { randomBytes } from "node:crypto";
import type { Desk } from "../api/visit.ts";
import type { Instant } from "../domain/calendar/civil.ts";
import type { Telephony } from "../domain/call/exchange.ts";
import { idFrom } from "../domain/ledger/id.ts";
import { type Rules, rulesOf } from "../domain/order/rules.ts";
import { inventMatter } from "../reconstruct/text/invent.ts";
import { simulatedGateway } from "../sms/simulator.ts";
import type { Database } from "../store/database.ts";
import { keepSimulated } from "../store/notice/simulated.ts";
import { printedNumbers } from "../store/numbers.ts";
import { isDemonstration, type Platform } from "../store/platform.ts";
import { rulebookOf, ruleEdition } from "../store/rules.ts";
import { simulatedTelephony } from "../telephony/simulator.ts";

const noTelephony: Telephony = { exchangeOf: () => null, simulate: null };

/** 现行规则: assembled again only when a row has been added since. */
function rulesKept(db: Database, { platform, zone, books }: Platform) {
  let kept: { edition: string; rules: Rules } | null = null;
  return async (within: Database = db): Promise<Rules> => {
    const edition = await ruleEdition(within, platform, books);
    if (kept?.edition !== edition) kept = { edition, rules: rulesOf(await rulebookOf(within, platform), zone) };
    return kept.rules;
  };
}

/** 服务台 of one platform over an open database. */
export async function openDesk(
  db: Database,
  platform: Platform,
  attachments: Desk["attachments"],
  now: () => Instant,
): Promise<Desk> {
  const demonstration = (await isDemonstration(db)) ?? false;
  return {
    db,
    platform,
    attachments,
    demonstration,
    signOn: null,
    behindProxy: false,
    invent: demonstration ? inventMatter : null,
    telephony: demonstration ? simulatedTelephony : noTelephony,
    gateway: demonstration ? simulatedGateway((sms, at) => keepSimulated(db, platform.platform, sms, at)) : null,
    rules: rulesKept(db, platform),
    now,
    newId: () => idFrom(randomBytes(10), now()),
    number: printedNumbers(),
  };
}
