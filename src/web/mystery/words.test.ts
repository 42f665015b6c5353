import { expect, it } from "vitest";
import { ratedOf, ratedWords } from "./words.ts";

it.each([
  [{ given: 0, raters: 1, state: "waiting" }, "0 / 1 人评", "0 人评了，要 1 人"],
  [{ given: 1, raters: 2, state: "waiting" }, "1 / 2 人评", "1 人评了，要 2 人"],
  [{ given: 2, raters: 2, state: "rated" }, "2 / 2 人评", "2 人评了，要 2 人"],
  [{ given: 2, raters: 2, state: "apart" }, "2 / 3 人评", "2 人评了，相差太远，要再有一人复评"],
  [{ given: 3, raters: 2, state: "rated" }, "3 / 3 人评", "3 人评了，最后一人是复评"],
  [{ given: 3, raters: 2, state: "settled" }, "3 / 3 人评", "3 人评了，最后一人是复评"],
] as const)("几个人评了：%o 是“%s”，“%s”", (row, short, words) => {
  expect(ratedOf(row)).toBe(short);
  expect(ratedWords(row)).toBe(words);
});
