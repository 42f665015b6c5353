import { expect, test } from "vitest";
import { booksFor } from "../../../rulebook/books.ts";
import { compareFigures } from "../../domain/measure/compare.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { monthFigures } from "../../domain/measure/monthFigures.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import { loadSolver } from "../../solver/highs.ts";
import { planCounts } from "./counted.ts";
import { planMonth } from "./planMonth.ts";

const solver = await loadSolver();
const books = booksFor("云平市").map(({ rows }) => rows);

function made(part: Omit<FiguresFile, "platform" | "period">) {
  const file: FiguresFile = { platform: "云平市", period: "2023-06", ...part };
  const plan = planMonth(file, assemble(books), solver);
  const { counts, before } = planCounts(plan);
  const rulebook = assemble([...books, plan.rules]);
  const figures = toFile(monthFigures({ counts, before, rulebook, platform: "云平市", month: "2023-06" }));
  return { plan, counts, differences: compareFigures(file, figures) };
}

const idle = (no: number) => ({
  no,
  unit: `第${no}局`,
  validOrders: 0,
  returnsRejected: 0,
  returnRate: 0,
  onTime: 0,
  onTimeRate: 0,
  informed: 0,
  informedRate: 0,
  followUps: 0,
  satisfied: 0,
  neutral: 0,
  noResponse: 0,
  dissatisfied: 0,
  satisfactionRate: 0,
});

test("没有工单的单位印 0.00%：不是矛盾，二十个也很快", () => {
  const rows = Array.from({ length: 20 }, (_, at) => idle(at + 1));
  const { plan, differences } = made({ appendix1: { groups: [{ id: "a", name: "市直单位", rows }] } });
  expect(plan.conflicts).toEqual([]);
  expect(differences).toEqual([]);
});

test("互不相干的三十处矛盾，各说各的最小组合", { timeout: 120_000 }, () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    no: at + 1,
    unit: `第${at + 1}局`,
    validOrders: 60 - at,
    followUps: 61 - at,
  }));
  const { plan } = made({ appendix1: { groups: [{ id: "a", name: "市直单位", rows }] } });
  expect(plan.conflicts).toHaveLength(30);
  for (const { leaves } of plan.conflicts) expect(leaves).toHaveLength(2);
});

test("只写了接通率的文件，是个小月份", () => {
  const { counts, differences } = made({ calls: { answerRate: 100 } });
  expect(differences).toEqual([]);
  expect(counts.calls.offered).toBeLessThanOrEqual(1000);
});

test("领导接听的来电不多于接通的来电", () => {
  const { counts } = made({ leaderDay: { date: "2023-06-16", unit: "第一局", calls: 14 } });
  expect(counts.calls.answered).toBeGreaterThanOrEqual(14);
  expect(counts.calls.offered).toBeLessThanOrEqual(1000);
});

test("每个平台拨测六通，超过15秒接通的仍是所写的那几通", () => {
  const { differences } = made({
    countyPlatforms: {
      byPlatform: [
        { platform: "东县", offered: 900 },
        { platform: "西县", offered: 700 },
      ],
      mysteryCalls: {
        callsEach: 6,
        answeredAfter15s: [
          { platform: "东县", count: 0 },
          { platform: "西县", count: 3 },
        ],
      },
    },
  });
  expect(differences).toEqual([]);
});

test("回访总数与四种评价之和不合：让总数，不让部分", () => {
  const parts = { satisfied: 10, neutral: 10, dissatisfied: 20, noResponse: 10 };
  const { plan, differences } = made({ followUp: { followUps: 58, ...parts } });
  expect(plan.conflicts.map(({ dropped }) => dropped)).toEqual(["followUp.followUps"]);
  expect(differences.map(({ path }) => path)).toEqual(["followUp.followUps"]);
});

test("受理量印了两处，都少于部分之和：让两处总数，不让部分", () => {
  const { plan, differences } = made({
    requests: { accepted: 100 },
    handling: { accepted: 100, firstContact: 60, dispatched: 50 },
  });
  expect(plan.conflicts.map(({ dropped }) => dropped).sort()).toEqual(["handling.accepted", "requests.accepted"]);
  expect(differences.map(({ path }) => path).sort()).toEqual(["handling.accepted", "requests.accepted"]);
});

test("凑数的小类名不以数字结尾：后面紧跟着件数", () => {
  const { plan } = made({ requests: { accepted: 400 }, topCategories: [{ category: "甲类", count: 300 }] });
  const names = plan.rules
    .filter(({ kind }) => kind === "category")
    .map(({ value }) => (value as { name: string }).name);
  expect(names.filter((name) => name.includes("其他事项"))).not.toEqual([]);
  expect(names.filter((name) => /\d$/.test(name))).toEqual([]);
});

test("没有地区榜的文件，它说的地区照样成为规则", () => {
  const unit = { no: 1, unit: "东河区人民政府", validOrders: 30, followUps: 30 };
  const { plan } = made({
    places: { unit: { 东河区: "东河区人民政府" } },
    appendix1: { groups: [{ id: "district", name: "县市区", rows: [unit] }] },
  } as never);
  const places = plan.rules.filter(({ kind }) => kind === "place").map(({ value }) => (value as { name: string }).name);
  expect(places).toEqual(["东河区"]);
});
