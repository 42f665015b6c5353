/** 这条规则用在哪: the table names only what exists. */
import { expect, it } from "vitest";
import { CATALOGUE } from "../src/domain/measure/catalogue.ts";
import { lifecycle } from "../src/domain/order/lifecycle.ts";
import { ruleKindNames } from "../src/domain/rule/title.ts";
import { ruleUses } from "../src/domain/rule/uses.ts";
import { measureName } from "../src/report/phrase/measureName.ts";

// its pages are of another compiler setting than the tests
const table = new URL("../src/web/shell/workplaces.ts", import.meta.url).href;
const { workplaces }: { workplaces: { name: string }[] } = await import(table);
const uses = Object.entries(ruleUses);

it("规则用在哪：每种规则都写明，写的指标、动作、工作台都有", () => {
  const measures = new Set(CATALOGUE.map(({ measure }) => measure));
  const actions = new Set(Object.keys(lifecycle));
  const pages = new Set(workplaces.map(({ name }) => name));
  const wrong = uses.flatMap(([kind, use]) =>
    [
      ...use.measures.filter((one) => !measures.has(one)),
      ...use.actions.filter((one) => !actions.has(one)),
      ...use.pages.filter((one) => !pages.has(one)),
    ].map((one) => `${kind}：没有${one}`),
  );
  expect(wrong).toEqual([]);
  expect(uses.flatMap(([, use]) => use.measures).filter((one) => measureName(one) === one)).toEqual([]);
  expect(uses.map(([kind]) => kind).sort()).toEqual(Object.keys(ruleKindNames).sort());
  const nowhere = uses.filter(([, use]) => Object.values(use).every((names) => names.length === 0));
  expect(nowhere).toEqual([]);
});
