import { expect, it } from "vitest";
import { ruleEdition } from "../../src/store/rules.ts";
import { eachDatabase } from "../world/databases.ts";

eachDatabase((_, open) => {
  it("规则的版次：晚提交的小号行、删去的行、别的册子，都分得清", async () => {
    const db = await open();
    const add = (book: string, ordinal: number) =>
      db.query(
        `insert into rule_row (book, kind, key, valid_from, ordinal, value, source, assumption, origin, recorded_at)
         overriding system value values ($1, 'threshold', 'k', '2022-01-01', $2, '{}', '测试', true, 'operator', '2022-01-01Z')`,
        [book, ordinal],
      );
    const edition = () => ruleEdition(db, "p", ["national"]);
    const editions = [await edition()];
    const after = async (change: Promise<unknown>) => {
      await change;
      editions.push(await edition());
    };
    await after(add("national", 900));
    await after(add("platform:p", 902));
    // numbered before the last, committed after it
    await after(add("platform:p", 901));
    await after(db.query("delete from rule_row where ordinal = 900"));
    await after(add("national", 899));
    expect(new Set(editions).size).toBe(editions.length);
    await add("platform:q", 903);
    expect(await edition()).toBe(editions.at(-1));
  });
});
