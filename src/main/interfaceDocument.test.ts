import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Fastify from "fastify";
import { expect, it } from "vitest";
import { operations } from "../api/operations.ts";
import { type Interface, registerInterface } from "../api/server.ts";
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

it("浏览接口的页面和它要的文件都在本机，不向外取", async () => {
  const app = Fastify();
  await registerInterface(app, { operations, desk: { now: () => 0 } } as unknown as Interface);
  const get = (url: string) => app.inject({ url });
  const page = await get("/api/v1/docs");
  const files = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1]!);
  expect(files.length).toBeGreaterThan(3);
  const wrong = [];
  for (const file of files)
    if (!file.startsWith("/api/v1/docs/") || (await get(file)).statusCode !== 200) wrong.push(file);
  expect(wrong).toEqual([]);
  expect(page.body).toContain("<title>热线 12345 平台接口</title>");
  const start = (await get("/api/v1/docs/static/swagger-initializer.js")).body;
  const logo = readFileSync(createRequire(import.meta.url).resolve("@fastify/swagger-ui/static/logo.svg"));
  expect([start.includes("BaseLayout"), start.includes(logo.toString("base64"))]).toEqual([true, false]);
  await app.close();
});
