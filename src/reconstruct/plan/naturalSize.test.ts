import { expect, test } from "vitest";
import { booksFor } from "../../../rulebook/books.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import { loadSolver } from "../../solver/highs.ts";
import { planCounts } from "./counted.ts";
import { planMonth } from "./planMonth.ts";

const solver = await loadSolver();
const book = assemble(booksFor("云平市").map(({ rows }) => rows));

/** Requests and followed-up orders of both months together. */
function sizeOf(file: Omit<FiguresFile, "platform" | "period">): number {
  const { counts, before } = planCounts(planMonth({ platform: "云平市", period: "2021-03", ...file }, book, solver));
  const parts = [counts, before].flatMap((month) => [
    ...month.requests.map((row) => row.count),
    ...month.units.map((row) => row.followUps + row.returnsRejected),
  ]);
  return parts.reduce((sum, part) => sum + part, 0);
}

test("只写了来电的文件，不生出诉求和工单", () => {
  expect(sizeOf({ calls: { offered: 12000 } })).toBe(0);
});

test("没写回访的文件，回访不多于派发", () => {
  expect(sizeOf({ calls: { offered: 400 }, requests: { accepted: 120 } })).toBeLessThanOrEqual(2 * (120 + 120));
});
