import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { operations } from "../api/operations.ts";
import { interfaceDocument } from "./interfaceDocument.ts";

it("docs/openapi.json 与接口一致（改了接口就运行 npm run openapi）", async () => {
  expect(await interfaceDocument()).toBe(readFileSync("docs/openapi.json", "utf8"));
});

it("文档是 OpenAPI 3.1：每个操作都在，有编号、说明、答复和拒绝的样子", async () => {
  const document = JSON.parse(await interfaceDocument());
  expect(document.openapi).toBe("3.1.0");
  const all = Object.values<Record<string, { operationId: string; summary: string; responses: object }>>(
    document.paths,
  ).flatMap((methods) => Object.values(methods));
  expect(all.map(({ operationId }) => operationId).sort()).toEqual(operations.map(({ id }) => id).sort());
  expect(all.filter(({ summary, responses }) => !summary || !("4XX" in responses || "4xx" in responses))).toEqual([]);
});
