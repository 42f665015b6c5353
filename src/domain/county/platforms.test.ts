import { expect, it } from "vitest";
import { assemble } from "../rule/inForce.ts";
import type { RuleRow } from "../rule/rulebook.ts";
import { countiesOfMonth, countyUnit, wasThere } from "./platforms.ts";

const row = (key: string, order: number, unit: string, from: string, until: string | null): RuleRow<"county"> => ({
  ...{ kind: "county", key, from, until, source: "测试", assumption: true },
  value: { name: key, order, unit },
});
const rulebook = assemble([
  [
    row("南岭平台", 3, "south", "2022-10-15", null),
    row("东河平台", 1, "east", "2000-01-01", "2022-03-01"),
    row("东河平台", 1, "north", "2022-03-01", "2022-09-15"),
    row("西山平台", 2, "west", "2000-01-01", null),
  ],
]);
const TODAY = "2022-11-10";

it("终止的平台：有过它的月份还有它，以后的没有；今天有的，以前的月份也列着", () => {
  expect(countiesOfMonth(rulebook, "2022-09", TODAY)).toEqual(["东河平台", "西山平台", "南岭平台"]);
  expect(countiesOfMonth(rulebook, "2022-10", TODAY)).toEqual(["西山平台", "南岭平台"]);
});

it("那个月有没有：终止之后的月份没有，开始之前的也没有", () => {
  expect(wasThere(rulebook, "东河平台", "2022-09")).toBe(true);
  expect(wasThere(rulebook, "东河平台", "2022-10")).toBe(false);
  expect(wasThere(rulebook, "南岭平台", "2022-09")).toBe(false);
  expect(wasThere(rulebook, "南岭平台", "2022-10")).toBe(true);
});

it("单位照现行的一行，终止的照最后一行；没有过的没有单位", () => {
  expect(countyUnit(rulebook, "东河平台", TODAY)).toBe("north");
  expect(countyUnit(rulebook, "东河平台", "2022-02-01")).toBe("east");
  expect(countyUnit(rulebook, "西山平台", TODAY)).toBe("west");
  expect(countyUnit(rulebook, "南岭平台", "2022-10-01")).toBeNull();
  expect(countyUnit(rulebook, "没有的平台", TODAY)).toBeNull();
});
