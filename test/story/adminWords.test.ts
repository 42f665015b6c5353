/** 系统管理的话: every rule can be written as a form, every entry of the access log is told in words. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { operations } from "../../src/api/operations.ts";
import { ruleValues } from "../../src/contract/admin/rules.ts";
import { operationWords } from "../../src/web/admin/operationWords.ts";
import { ruleFields } from "../../src/web/admin/ruleFields.ts";
import { cleaned, lacking, wordsOf } from "../../src/web/admin/ruleWords.ts";

const rows = books.flatMap((book) => book.rows);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

it("发布的每一行规则，表单都装得下：填好的交出去还是原来的样子，没有缺的", () => {
  const wrong = rows.filter(({ kind, value }) => {
    const given = plain(value);
    const sent = cleaned(ruleFields[kind], given);
    return lacking(ruleFields[kind], given).length > 0 || !ruleValues[kind].safeParse(sent).success;
  });
  expect(wrong.map(({ kind, key }) => `${kind} ${key}`)).toEqual([]);
  // a list that may be left out is left out when it is empty
  const without = (value: object) =>
    Object.fromEntries(Object.entries(value).filter(([, one]) => !Array.isArray(one) || one.length > 0));
  for (const { kind, value } of rows)
    expect(without(cleaned(ruleFields[kind], plain(value)))).toEqual(without(plain(value)));
});

it("规则里的数照填的读：全角的收；1.2万、负数、超出的不收，也不改成别的数", () => {
  const limit = ruleFields.limit;
  const value = (amount: unknown) => ({ amount, in: "hours", words: "三小时内" });
  expect(cleaned(limit, value("１２"))).toEqual(value(12));
  expect(lacking(limit, value("１２"))).toEqual([]);
  for (const typed of ["1.2万", "-5", "1.5", "0", "1001", ""]) expect(lacking(limit, value(typed))).toEqual(["多少"]);
  const ranking = (z: unknown) => ({ show: "ranks", z, words: "按得分" });
  expect(cleaned(ruleFields.ranking, ranking("1.96")).z).toBe(196);
  expect(cleaned(ruleFields.ranking, ranking(196)).z).toBe(196);
  for (const typed of ["1.965", "9"]) expect(lacking(ruleFields.ranking, ranking(typed))).toEqual(["区间取几个标准差"]);
});

it("每一行规则都读得出来：没有英文的代号，没有 undefined", () => {
  const said = rows.flatMap(({ kind, value }) =>
    ruleFields[kind].map((field) => wordsOf(field, plain(value)[field.name], (_, key) => key)),
  );
  expect(said.filter((words) => /undefined|\[object|workingDays|satisfied|leaveOut|Top/.test(words))).toEqual([]);
});

it("访问日志记的每种操作都有中文的说法", () => {
  const files = execFileSync("git", ["ls-files", "src/api"], { encoding: "utf8" }).trim().split("\n");
  const named = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/operation: "(\w+)"/g)].map(([, name]) => name!),
  );
  const dynamic = operations
    .filter(({ path }) => /^\/(accounts\/\{id\}|held-messages|citizen)\/(?!form|places)/.test(path))
    .map(({ id, method }) => (method === "POST" ? id : null));
  const missing = [...named, ...dynamic].filter((name) => name !== null && !Object.hasOwn(operationWords, name));
  expect([...new Set(missing)]).toEqual([]);
});
