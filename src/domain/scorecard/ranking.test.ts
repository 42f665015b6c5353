import { expect, test } from "vitest";
import { type Ranking, standings } from "./ranking.ts";

const ranking: Ranking = {
  show: "ranks",
  grades: [
    { name: "优", from: 9000 },
    { name: "良", from: 0 },
  ],
  z: 196,
  words: "排名",
};
const row = (total: number | null, low = total, high = total) => ({ total, low, high });

test("名次由高到低；区间相交的，名次可能在几名之间", () => {
  const [sure, close, closer, none] = [row(9500), row(8000, 7500, 8600), row(8200, 8100, 8300), row(null)];
  const found = standings(ranking, [close, sure, closer, none]);
  const told = [sure, closer, close, none].map((one) => [found.get(one)!.rank, found.get(one)!.ranks]);
  expect(told).toEqual([
    [1, [1, 1]],
    [2, [2, 3]],
    [3, [2, 3]],
    [null, null],
  ]);
});

test("同分照来的次序排，名次可以互换", () => {
  const rows = [row(8000), row(8000)];
  const found = standings(ranking, rows);
  expect(rows.map((one) => found.get(one)!.rank)).toEqual([1, 2]);
  expect(rows.map((one) => found.get(one)!.ranks)).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test("分档不给名次，只说可能在哪几档；不排名什么也不给", () => {
  const unsure = row(8900, 8000, 9100);
  expect(standings({ ...ranking, show: "grades" }, [unsure]).get(unsure)).toEqual({
    rank: null,
    ranks: null,
    grade: "良",
    grades: ["优", "良"],
  });
  const off = standings({ ...ranking, show: "off" }, [unsure]).get(unsure);
  expect(Object.values(off!)).toEqual([null, null, null, null]);
});
