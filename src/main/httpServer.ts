import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { type Interface, answerFailure as problemFor, registerInterface } from "../api/server.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import { type Desk, mediaTypes, monthOfPath } from "./page/desk.ts";
import { figuresPage } from "./page/figures.ts";
import { homePage } from "./page/home.ts";
import { html, page } from "./page/html.ts";

const loopback = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

const policy = (scripts: string) =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; ${scripts}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const headers = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
  "content-security-policy": policy(""),
};

/** the report brings its own script inside the page; nothing is loaded from anywhere */
const reportPolicy = policy("script-src 'unsafe-inline'; ");

/** the longest form by far: a thousand orders returned at once */
const BODY = 256 * 1024;

type MonthRequest = { Params: { month: string; file: string }; Querystring: { platform?: string } };

/** the documents' own page brings its style and scripts from here */
const docsPolicy = `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'`;

/** 网站: the pages over one open database, and the interface where a platform runs; nothing in them reaches out to another host. */
export async function httpServer(desk: Desk, host: string, api: Interface | null): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY,
    forceCloseConnections: true,
    // an address that can't be read never gets as far as the hooks
    frameworkErrors: (error, request, reply) =>
      api && request.url.startsWith("/api/")
        ? problemFor(error, reply.headers(headers), api)
        : answerFailure(desk, error, reply.headers(headers)),
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    if (request.url.startsWith("/api/v1/docs")) reply.header("content-security-policy", docsPolicy);
    // a foreign site that points its name at this machine must not read from it
    if (loopback.has(host) && !loopback.has(request.hostname)) throw refusal(403, "请用 127.0.0.1 或 localhost 打开。");
  });
  app.setNotFoundHandler(() => Promise.reject(refusal(404, "没有这一页。")));
  app.setErrorHandler((error, _request, reply) => answerFailure(desk, error, reply));
  const asHtml = (reply: FastifyReply, text: string) => reply.type("text/html; charset=utf-8").send(text);

  if (api) await registerInterface(app, api);
  app.get("/", async (_request, reply) => asHtml(reply, await homePage(desk)));
  app.get<MonthRequest>("/figures/:month", async ({ params, query }, reply) => {
    if (!params.month.endsWith(".json"))
      return asHtml(reply, await figuresPage(desk, monthOfPath(params.month), query.platform));
    return reply.send(await desk.figuresFile(monthOfPath(params.month.slice(0, -".json".length)), query.platform));
  });
  app.get<MonthRequest>("/report/:month", async ({ params, query }, reply) => {
    const { content } = await desk.reportFile(monthOfPath(params.month), query.platform, "html");
    return asHtml(reply.header("content-security-policy", reportPolicy), content.toString());
  });
  app.get<MonthRequest>("/report/:month/:file", async ({ params, query }, reply) => {
    const format = params.file.split(".").at(-1)!;
    if (!Object.hasOwn(mediaTypes, format)) throw refusal(404, "没有这种格式的月报。");
    const { content, name } = await desk.reportFile(
      monthOfPath(params.month),
      query.platform,
      format as keyof typeof mediaTypes,
    );
    reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return reply.type(mediaTypes[format as keyof typeof mediaTypes]).send(content);
  });
  return app;
}

const refusal = (status: number, sentence: string) =>
  Object.assign(new Refusal(refuse(`http${status}`, sentence)), { statusCode: status });

function answerFailure(desk: Desk, error: unknown, reply: FastifyReply) {
  const { statusCode } = error as { statusCode?: number };
  const expected = error instanceof Refusal || (statusCode !== undefined && statusCode < 500);
  const sentence = error instanceof Refusal ? error.message : expected ? "这个请求看不懂。" : "系统出错，请稍后再试。";
  if (!expected) desk.failed(error);
  const body = html`<section><p>${sentence}</p><p><a href="/">回首页</a></p></section>`;
  return reply
    .status(statusCode ?? (error instanceof Refusal ? 404 : 500))
    .type("text/html; charset=utf-8")
    .send(page(sentence.split("。")[0]!, desk.demonstration, body));
}
