import Fastify from "fastify";
import { operations } from "../api/operations.ts";
import { type Interface, registerInterface } from "../api/server.ts";

/** 接口文档 (OpenAPI 3.1) as text, from the operations alone: nothing is run, so that a desk with a clock is enough. */
export async function interfaceDocument(): Promise<string> {
  const app = Fastify();
  await registerInterface(app, { operations, desk: { now: () => 0 } } as unknown as Interface);
  const answer = await app.inject({ url: "/api/v1/openapi.json" });
  await app.close();
  return `${JSON.stringify(answer.json(), null, 2)}\n`;
}
