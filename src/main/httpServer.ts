import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { problemOf } from "../api/errors.ts";
import { answerFailure, type Interface, registerInterface } from "../api/server.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import { mediaTypes } from "../file/mediaTypes.ts";
import { formats } from "../report/files.ts";
import { figuresPage } from "./page/figures.ts";
import { homePage } from "./page/home.ts";
import { html, page } from "./page/html.ts";
import { admitted } from "./page/reader.ts";
import { monthOfPath, type ReportDesk } from "./page/reportDesk.ts";
import { signInPage, signInScript } from "./page/signIn.ts";
import { registerSurveyPages } from "./surveyPages.ts";
import { registerWeb } from "./webFiles.ts";

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

/** its script asks the interface */
const signInPolicy = policy(`script-src ${signInScript}; connect-src 'self'; `);

/** the longest form by far: a thousand orders returned at once */
const BODY = 256 * 1024;

type MonthRequest = { Params: { month: string; file: string }; Querystring: { platform?: string } };

/** the documents' own page brings its style and scripts from here */
const docsPolicy = `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'`;

/** 在哪里提供服务: the name it listens under, and the proxies that are believed; null: none stands before it. */
export interface Standing {
  host: string;
  proxy: string[] | null;
}

/** 网站: the pages over one open database, and the interface where a platform runs; nothing in them reaches out to another host. */
export async function httpServer(
  desk: ReportDesk,
  { host, proxy }: Standing,
  api: Interface | null,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY,
    forceCloseConnections: true,
    trustProxy: proxy ?? false,
    // an address that can't be read never gets as far as the hooks
    frameworkErrors: (error, request, reply) =>
      api && request.url.startsWith("/api/")
        ? answerFailure(error, reply.headers(headers), api)
        : showFailure(desk, api, error, reply.headers(headers)),
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    if (request.url.startsWith("/api/v1/docs")) reply.header("content-security-policy", docsPolicy);
    // a foreign site that points its name at this machine must not read from it; a proxy knows its own names
    if (proxy === null && loopback.has(host) && !loopback.has(request.hostname))
      throw refusal(403, "请用 127.0.0.1 或 localhost 打开。");
  });
  app.setNotFoundHandler(() => Promise.reject(refusal(404, "没有这一页。")));
  app.setErrorHandler((error, _request, reply) => showFailure(desk, api, error, reply));
  if (api) {
    await registerInterface(app, api);
    await app.register((pages) => registerSurveyPages(pages, api));
    registerWeb(app);
  }
  await app.register((pages) => registerPages(pages, desk, { api, behindProxy: proxy !== null }));
  return app;
}

/** 网页: whoever asks for one is looked at first. */
async function registerPages(
  pages: FastifyInstance,
  desk: ReportDesk,
  of: { api: Interface | null; behindProxy: boolean },
): Promise<void> {
  const only = new WeakMap<FastifyRequest, string>();
  await pages.register(cookie);
  pages.addHook("onRequest", async (request) => {
    const platform = await admitted(request, { demonstration: desk.demonstration, ...of });
    if (platform) only.set(request, platform.name);
  });
  /** whoever has signed in reads the platform that he has an account on */
  const platformOf = (request: FastifyRequest<MonthRequest>): string | undefined => {
    const [asked, own] = [request.query.platform, only.get(request)];
    if (own !== undefined && asked !== undefined && asked !== own)
      throw refusal(403, `您的账号在${own}，看不到别的平台。`);
    return asked ?? own;
  };
  const asHtml = (reply: FastifyReply, text: string) => reply.type("text/html; charset=utf-8").send(text);

  pages.get("/", async (request, reply) => asHtml(reply, await homePage(desk, only.get(request))));
  pages.get<MonthRequest>("/figures/:month", async (request, reply) => {
    const { month } = request.params;
    if (!month.endsWith(".json"))
      return asHtml(reply, await figuresPage(desk, monthOfPath(month), platformOf(request)));
    return reply.send(await desk.figuresFile(monthOfPath(month.slice(0, -".json".length)), platformOf(request)));
  });
  pages.get<MonthRequest>("/report/:month", async (request, reply) => {
    const { content } = await desk.reportFile(monthOfPath(request.params.month), platformOf(request), "html");
    return asHtml(reply.header("content-security-policy", reportPolicy), content.toString());
  });
  pages.get<MonthRequest>("/report/:month/:file", async (request, reply) => {
    const { month, file } = request.params;
    const format = formats.find((one) => file.split(".").at(-1) === one);
    if (!format) throw refusal(404, "没有这种格式的月报。");
    const { content, name } = await desk.reportFile(monthOfPath(month), platformOf(request), format);
    reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return reply.type(mediaTypes[format]).send(content);
  });
}

const refusal = (status: number, sentence: string) =>
  Object.assign(new Refusal(refuse(`http${status}`, sentence)), { statusCode: status });

/** codes whose status the interface knows; what else a page refuses is something that isn't there */
const statusOf = (error: Refusal): number => {
  const { status } = problemOf(error.refused);
  return status === 409 ? 404 : status;
};

/** 出错的网页: what the interface answers as a problem, as a page for whoever reads one. */
function showFailure(desk: ReportDesk, api: Interface | null, error: unknown, reply: FastifyReply) {
  const { statusCode } = error as { statusCode?: number };
  const status = statusCode ?? (error instanceof Refusal ? statusOf(error) : 500);
  reply.status(status).type("text/html; charset=utf-8");
  const signIn = error instanceof Refusal && signInPage(error.refused, Boolean(api?.desk.signOn));
  if (signIn) return reply.header("content-security-policy", signInPolicy).send(signIn);
  const sentence =
    error instanceof Refusal ? error.message : status < 500 ? "这个请求看不懂。" : "系统出错，请稍后再试。";
  if (!(error instanceof Refusal) && status >= 500) desk.failed(error);
  const body = html`<section><p>${sentence}</p><p><a href="/">回首页</a></p></section>`;
  return reply.send(page(sentence.split("。")[0]!, desk.demonstration, body));
}
