/** 建议的小类: those whose names share most with what was written, two neighbouring characters at a time. */
import type { Form } from "../data.ts";

type Category = Form["categories"][number];

const pairs = (text: string): string[] => [...text].slice(1).map((char, at) => `${[...text][at]}${char}`);

const MOST = 5;

export function suggested(text: string, categories: readonly Category[]): Category[] {
  const scored = categories.map((one) => {
    const own = pairs(one.name).filter((pair) => text.includes(pair)).length * 2;
    const above = pairs(one.of).filter((pair) => text.includes(pair)).length;
    return { one, score: own + above };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ one }) => one);
}
