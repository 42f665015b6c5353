import { expect, it } from "vitest";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";

eachDatabase((_, open) => {
  it("记录一通来电", async () => {
    const db = await open();
    await createPlatform(
      db,
      { platform: "p", name: "甲市", level: "city", zone: "Asia/Shanghai", origin: "live", books: ["national"] },
      migratedAt,
    );
    const data = {
      offeredAt: 1,
      queuedAt: null,
      answeredAt: 1668000000123,
      endedAt: 3,
      agent: "a\t\\",
      contact: null,
      leaderDay: null,
    };
    await record(
      db,
      "p",
      {
        events: [
          {
            subject: "call",
            id: "01900000-0000-7000-8000-000000000001",
            version: 1,
            kind: "callEnded",
            at: 3,
            by: "x",
            data,
          },
        ],
        contacts: [],
        texts: [],
      },
      5,
    );
    const rows = await db.kysely.selectFrom("call").selectAll().execute();
    expect(rows[0]).toMatchObject({ offered_at: 1, answered_at: 1668000000123, agent: "a\t\\" });
  });
});
