import { expect, test } from "vitest";
import { GLOSSARY } from "./glossary.ts";

test("一个概念一个名称：中英文都不重复，都有解释", () => {
  const [english, chinese] = [GLOSSARY.map((term) => term.english), GLOSSARY.map((term) => term.chinese)];
  expect(new Set(english).size).toBe(english.length);
  expect(new Set(chinese).size).toBe(chinese.length);
  expect(GLOSSARY.filter((term) => term.meaning === "" || !/\p{Script=Han}/u.test(term.chinese))).toEqual([]);
});
