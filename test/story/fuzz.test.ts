import fc from "fast-check";
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Attack, attacks, type Document } from "../world/fuzz.ts";
import { openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

/** leaving or locking would end the walk; a live stream doesn't end */
const WITHOUT = ["signOut", "lockScreen", "readLive", "live", "changePassword"];
const RUNS = 3000;
const LONGEST = 5_000;

const attack = (method: Attack["method"], path: string, body?: unknown): Attack => ({
  id: path,
  method,
  path,
  body,
  headers: {},
});

eachDatabase((_, open) => {
  it("每个接口，按文档乱填、恶意填：没有 500，没有卡住，不漏出程序和数据库的话", async () => {
    const hotline = await openHotline(await open());
    const story = await Story(hotline);
    const order = await story.dispatched("housing");
    const request = await story.accepted();
    const document: Document = (await hotline.nobody.get("/openapi.json")).body;
    const people = ["agent", "dispatcher", "housing", "followUp", "office", "administrator"];
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        attacks(document, [order, request], WITHOUT),
        fc.constantFrom(...people),
        async (attack, who) => {
          const started = performance.now();
          const { status, body } = await story.people[who]!.ask(
            attack.method,
            attack.path,
            attack.body,
            attack.headers,
          );
          seen.add(status);
          const said = typeof body === "object" ? JSON.stringify(body) : String(body);
          expect(status, said).toBeLessThan(500);
          // taken out, that what is tried next while shrinking answers for its own
          expect(hotline.faults.splice(0)).toEqual([]);
          expect(said).not.toMatch(/node_modules|\.ts:\d|syntax error|violates|relation "|pg_|Error:/);
          expect(performance.now() - started).toBeLessThan(LONGEST);
          if (status < 400) return;
          expect(body).toMatchObject({ status, code: expect.any(String), title: expect.stringMatching(/。$/) });
          // what was sent may be quoted; a date of our own is told as one says it
          expect(String(body.title).replace(/“[^”]*”/g, "")).not.toMatch(/\d{4}-\d\d/);
        },
      ),
      {
        numRuns: RUNS,
        // each once brought the database's own words out
        examples: [
          [attack("POST", "/citizen/progress", { number: "\u0000", code: "h1" }), "agent"],
          [attack("GET", "/orders?q=%00%00"), "office"],
          [attack("GET", "/inspection-results?from=0001-01-01&until=0001-01-01"), "office"],
        ],
      },
    );
    // it did get inside, and was turned away as well
    expect([...seen]).toEqual(expect.arrayContaining([200, 400, 404, 409]));
    expect((await story.read("dispatcher", order)).status).toBe(200);
  }, 180_000);
}, books);
