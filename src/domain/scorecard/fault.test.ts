import { expect, test } from "vitest";
import { booksFor } from "../../../rulebook/books.ts";
import { scorecard as rows } from "../../../rulebook/hunan/scorecard.ts";
import { cardFault } from "./fault.ts";
import type { Scorecard, ScorecardItem } from "./scorecard.ts";

const card = rows[0]!.value as Scorecard;
const [handed, five, calls] = card.components;
/** the card with other items of 五率一度 */
const withItems = (change: (item: ScorecardItem) => ScorecardItem): Scorecard => ({
  ...card,
  components: [handed!, { ...five!, items: five!.items.map(change) }, calls!],
});

test("发布的评分表都加得起来", () => {
  const all = ["湘潭市", "某市"].flatMap((city) => booksFor(city).flatMap((book) => book.rows));
  const cards = all.flatMap((row) => (row.kind === "scorecard" ? [row.value as Scorecard] : []));
  expect(cards.length).toBeGreaterThan(0);
  expect(cards.map(cardFault)).toEqual(cards.map(() => null));
});

test("一项分值打错了：那一部分加起来不是满分，说出两个数", () => {
  const typo = withItems((item) => (item.key === "answer" ? { ...item, points: 99_900 } : item));
  expect(cardFault(typo)).toBe("五率一度评分各项分值加起来是 1079.00 分，不是满分 100.00 分。");
  const less = withItems((item) => (item.key === "answer" ? { ...item, points: 1999 } : item));
  expect(cardFault(less)).toBe("五率一度评分各项分值加起来是 99.99 分，不是满分 100.00 分。");
});

test("满分改了，各项也要跟着改；满分不能是 0", () => {
  expect(cardFault({ ...card, full: 5000 })).toBe("交办工单办理评分各项分值加起来是 100.00 分，不是满分 50.00 分。");
  expect(cardFault({ ...card, full: 0 })).toBe("满分要大于 0。");
  const halved = card.components.map((part) => ({
    ...part,
    items: part.items.map((item) => ({ ...item, points: item.points / 2 })),
  }));
  expect(cardFault({ ...card, full: 5000, components: halved })).toBeNull();
});

test("分值是 0 的项、谁也到不了的满分线、写了两次的部分，都不行", () => {
  const nothing = withItems((item) => (item.key === "answer" ? { ...item, points: 0 } : item));
  expect(cardFault(nothing)).toBe("五率一度评分的接通率分值是 0，不计分的请去掉这一项。");
  const beyond = withItems((item) => (item.kind === "slope" ? { ...item, fullFrom: 10_001 } : item));
  expect(cardFault(beyond)).toBe("五率一度评分的接通率要到 100.01% 才得满分，率最高是 100%。");
  const twice = [handed!, five!, { ...five!, weight: 3000 }];
  expect(cardFault({ ...card, components: twice })).toBe("“五率一度”这一部分写了两次。");
});
