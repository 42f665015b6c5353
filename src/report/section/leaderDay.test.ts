import { expect, test } from "vitest";
import { fullFacts } from "../../../test/world/report.ts";
import { plain } from "../phrase/say.ts";
import { held } from "./leaderDay.ts";

const [day] = fullFacts().more.leaderDays;
const nothing = { ...day!, calls: { ...day!.calls, value: 0 }, subjects: [] };
const told = (of: typeof day, at: string) => plain(held(of!, { month: "2023-10", frozen: { at } }));

test.each([
  [
    "过完的一天",
    "2023-10-17 09:00",
    /^10月16日，.+负责同志到热线接听群众来电12个，内容涉及.+等方面。当场答复解决9个，现场交办3个。$/,
  ],
  ["还没有过完的一天", "2023-10-16 09:05", /^10月16日（截至9时5分），.+接听群众来电12个/],
])("%s照实说", (_, at, words) => expect(told(day, at)).toMatch(words));

test("没有来电的不说“来电0个”", () => {
  expect(told(nothing, "2023-10-17 09:00")).toMatch(/^10月16日，.+负责同志到热线接听，没有群众来电。$/);
  expect(told(nothing, "2023-10-16 09:00")).toMatch(/^10月16日（截至9时），.+负责同志到热线接听，没有群众来电。$/);
});
