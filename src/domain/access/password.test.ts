import { expect, test } from "vitest";
import { accountNumber, passwordFault } from "./password.ts";

const person = { number: "A1017", name: "王测试" };

test.each([
  ["Abc-123456", null],
  ["晨光-Kx7-早班组", null],
  ["correct Horse 7", null],
  ["Abc-12345", "口令太短。"],
  ["abcdefghij", "口令的字符种类太少。"],
  ["ABCDEFGH12", "口令的字符种类太少。"],
  ["Aa1Aa1Aa1Aa1", "口令里重复的字符太多。"],
  ["Pass-a1017-x", "口令里有工号或姓名。"],
  ["王测试-Kx7-早班", "口令里有工号或姓名。"],
])("口令 %s：%s", (password, sentence) => {
  expect(passwordFault(password, person)?.sentence ?? null).toBe(sentence);
});

test("工号里没有空格和冒号：账本用冒号分开角色和工号", () => {
  for (const number of ["1017", "A_10-17.b", "东河17"]) expect(accountNumber.test(number)).toBe(true);
  for (const number of ["", "a b", "a:b", "a\n", "a\u0000", "x".repeat(33)])
    expect(accountNumber.test(number)).toBe(false);
});
