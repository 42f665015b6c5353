/** 接口: registers the operations under /api/v1 with their document; who may call what is checked here and nowhere else. */
import cookie from "@fastify/cookie";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchemaCompiler,
  FastifySerializerCompiler,
} from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from "fastify-type-provider-zod";
import type { z } from "zod";
import { checked } from "../contract/fieldFaults.ts";
import { problem } from "../contract/problem.ts";
import { unstorableAt } from "../contract/unstorable.ts";
import { roleNames } from "../domain/access/role.ts";
import type { Rules } from "../domain/order/rules.ts";
import { isRefused, Refusal, type Refused, refuse } from "../domain/refusal.ts";
import { readAs } from "../store/access/door.ts";
import type { Database } from "../store/database.ts";
import { setCookie } from "./access/cookie.ts";
import { keepErrand } from "./access/errand.ts";
import { foreignChange, isLocal, isLoopbackHost } from "./access/origin.ts";
import { docsPage, docsTitle } from "./docsPage.ts";
import { fault, problemOf, problemOfError } from "./errors.ts";
import { once } from "./idempotent.ts";
import { wakeLive } from "./live/hub.ts";
import type { Asked, Content, Onward, Operation, Signed, Versioned } from "./operation.ts";
import { actorOf, type Desk, nobody, type Viewer, type Visit } from "./visit.ts";

/** 认人: the signed-in person behind a request, or why there is none. */
export type Authenticate = (
  request: FastifyRequest,
  operation: Pick<Operation, "despite">,
) => Promise<Viewer | Refused>;

export interface Interface {
  desk: Desk;
  operations: readonly Operation[];
  authenticate: Authenticate;
  /** a fault of the program, to be logged once */
  failed(error: unknown): void;
}

/** 所请求的版本 in `If-Match: "12"`. */
function versionAsked(header: string | undefined): number | null {
  const match = header?.match(/^(?:W\/)?"(\d{1,9})"$/);
  return match ? Number(match[1]) : null;
}

async function permitted(one: Operation, request: FastifyRequest, authenticate: Authenticate): Promise<Viewer> {
  const { permit } = one;
  const foreign = foreignChange(request);
  if (foreign) throw new Refusal(foreign);
  if (permit === "everyone") return nobody;
  const viewer = await authenticate(request, one);
  if (isRefused(viewer)) throw new Refusal(viewer);
  if (permit !== "signedIn" && !permit.includes(viewer.role)) {
    const who = permit.map((role) => roleNames[role]).join("、");
    throw new Refusal(refuse("otherRole", `这一项由${who}使用。`, "需要时请转告他们。"));
  }
  return viewer;
}

const isContent = (value: unknown): value is Content =>
  typeof value === "object" && value !== null && "content" in value && "type" in value && "name" in value;
const isVersioned = (value: unknown): value is Versioned<unknown> =>
  typeof value === "object" && value !== null && "version" in value && "answer" in value;

const isSigned = (value: unknown): value is Signed<unknown> =>
  typeof value === "object" && value !== null && "cookie" in value && "answer" in value;

const isOnward = (value: unknown): value is Onward =>
  typeof value === "object" && value !== null && "location" in value && "errand" in value;

function withinAnswer(given: unknown): unknown {
  const answer = isSigned(given) ? given.answer : given;
  return isVersioned(answer) ? answer.answer : answer;
}

/** 答复的文字 of what was answered within a transaction */
const spelt = new WeakMap<object, string>();

/** 写成文字 while nothing is certain yet, and but once: throws where the answer isn't as its schema says. */
function spell<T>({ answer: schema, method, path }: Operation, given: T): T {
  const answer = withinAnswer(given);
  const isSpelt = schema && typeof answer === "object" && answer !== null && !isRefused(answer) && !isContent(answer);
  if (isSpelt) spelt.set(answer, serializerCompiler({ schema: schema as z.ZodType, method, url: path })(answer));
  return given;
}

const spelledOnce: FastifySerializerCompiler<z.ZodType> = (route) => {
  const serialize = serializerCompiler(route);
  return (answer) => spelt.get(answer) ?? serialize(answer);
};

/** 来的一个请求: for what, on whose behalf */
interface Call {
  desk: Desk;
  one: Operation;
  viewer: Viewer;
  request: FastifyRequest;
}

/** 一个事务: a refusal leaves nothing behind; what is to be told on screens is told when it stands. */
async function inOne<T>(call: Call, work: (visit: Visit) => Promise<T>) {
  const { desk } = call;
  const [answer, told] = await desk.db.decision(async (tx) => {
    const visit = visitOf(call, tx);
    const answer = await work(visit);
    if (isRefused(answer)) throw new Refusal(answer);
    return [answer, visit.told] as const;
  });
  for (const tell of told) tell();
  wakeLive(desk.platform);
  return answer;
}

function visitOf(call: Call, db: Database): Visit {
  const { desk, one, viewer, request } = call;
  const viewing = { platform: desk.platform.platform, units: viewer.units };
  const at = desk.now();
  const told: Visit["told"] = [];
  const within = (on: Database): Visit => {
    let rules: Promise<Rules> | null = null;
    return {
      ...desk,
      db: on,
      viewer,
      actor: actorOf(viewer),
      at,
      ifMatch: versionAsked(request.headers["if-match"]),
      address: request.ip,
      rules: (asked = on) => (rules ??= desk.rules(asked)),
      local: isLocal(request, desk.behindProxy),
      headers: request.headers,
      decide: (work) => inOne(call, work),
      promised: (answer) => spell(one, answer),
      told,
      within,
      see: (read) => readAs(on, viewing, read),
    };
  };
  return within(db);
}

async function run(
  one: Operation,
  of: Interface,
  viewer: Viewer,
  request: FastifyRequest,
  asked = request as unknown as Asked,
): Promise<unknown> {
  if (one.changes && versionAsked(request.headers["if-match"]) === null)
    return refuse("versionMissing", "没有说明要改的是哪一版。", "请在 If-Match 里写上看到的版本。");
  const call = { desk: of.desk, one, viewer, request };
  if (!one.writes) return one.handle(asked, visitOf(call, of.desk.db));
  return inOne(call, async (visit) => visit.promised(await once(visit, one, request, () => one.handle(asked, visit))));
}

/** 由网页代做: an operation that needs nobody to sign in, with what the page has understood. Throws what is refused within. */
export const runForPage = (one: Operation, of: Interface, request: FastifyRequest, asked: Asked): Promise<unknown> =>
  run(one, of, nobody, request, asked);

function send(reply: FastifyReply, given: unknown, { behindProxy, now }: Desk) {
  const secure = behindProxy || !isLoopbackHost(reply.request.hostname);
  if (isOnward(given)) return keepErrand(reply, given.errand, secure).redirect(given.location);
  if (isSigned(given)) setCookie(reply, given.cookie, secure, now());
  const answer = isSigned(given) ? given.answer : given;
  if (isContent(answer)) {
    const { type, name, content } = answer;
    if (name !== null) reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return reply.type(type).send(content);
  }
  if (isVersioned(answer)) return reply.header("etag", `"${answer.version}"`).send(answer.answer);
  return answer === undefined ? reply.status(204).send() : reply.send(answer);
}

const sendProblem = (reply: FastifyReply, body: ReturnType<typeof problemOf>) =>
  reply.status(body.status).type("application/problem+json").serializer(JSON.stringify).send(body);

/** 出错的答复: known ones as problems; a fault of the program is logged once, and told no more than that. */
export function answerFailure(error: unknown, reply: FastifyReply, of: Pick<Interface, "failed">) {
  const known = problemOfError(error);
  if (known === null) of.failed(error);
  return sendProblem(reply, known ?? fault);
}

/** 文档里的说明: who may call it, and which headers it asks for. */
function describe({ permit, changes, method, writes, repeatable = writes }: Operation): string {
  const who = { everyone: "不用登录", signedIn: "登录的人都可以用" };
  const may = typeof permit === "string" ? who[permit] : `由${permit.map((role) => roleNames[role]).join("、")}使用`;
  const version = changes ? "；If-Match 写看到的版本（ETag）" : "";
  const key = method === "POST" && permit !== "everyone" && repeatable ? "；可带 Idempotency-Key，重发不会重做" : "";
  return `${may}${version}${key}。`;
}

const BYTES = "application/octet-stream";

/** A file comes as itself, never read into memory; nothing else comes so. */
const rightType =
  ({ uploads = false }: Operation) =>
  async ({ headers }: FastifyRequest) => {
    if ((headers["content-type"] === BYTES) === uploads) return;
    const sentence = uploads ? `文件要以 ${BYTES} 上传。` : "这里不收文件。";
    throw new Refusal(refuse("unsupportedType", sentence, "请看接口文档。"));
  };

/** What no text may hold is looked for in everything that comes, whatever its schema says. */
const storableFirst: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (sent) => {
    const at = unstorableAt(sent);
    const read = at === null ? checked(schema, sent) : { faults: [{ path: at, message: "含有不能保存的字符" }] };
    if ("value" in read) return read;
    return { error: read.faults.map(({ path, message }) => ({ instancePath: path, message })) as never };
  };

function register(app: FastifyInstance, one: Operation, of: Interface): void {
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const { id, method, path, summary, tag, params, query, body, answer } = one;
  app.route({
    method,
    url: path.replace(/\{(\w+)\}/g, ":$1"),
    schema: {
      operationId: id,
      summary,
      tags: [tag],
      description: describe(one),
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: { ...(answer ? { 200: answer } : {}), "4xx": problem },
    },
    // before anything of what he sends is read
    onRequest: async (request) => {
      viewers.set(request, await permitted(one, request, of.authenticate));
    },
    preValidation: rightType(one),
    handler: async (request, reply) => {
      const given = await run(one, of, viewers.get(request)!, request);
      return isRefused(given) ? sendProblem(reply, problemOf(given)) : send(reply, given, of.desk);
    },
  });
}

/** 登记接口 on a server: routes, document (/api/v1/openapi.json), page to browse it (/api/v1/docs). */
export async function registerInterface(app: FastifyInstance, of: Interface): Promise<void> {
  await app.register(
    async (api) => {
      // the hotline's own time, by which the pages tell theirs
      api.addHook("onRequest", async (_, reply) => {
        reply.header("date", new Date(of.desk.now()).toUTCString());
      });
      api.setValidatorCompiler(storableFirst);
      api.setSerializerCompiler(spelledOnce);
      api.setErrorHandler((error, _request, reply) => answerFailure(error, reply, of));
      api.setNotFoundHandler((_request, reply) =>
        sendProblem(reply, problemOf(refuse("notFound", "没有这个地址。", "请看接口文档。"))),
      );
      await api.register(cookie);
      api.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));
      await api.register(swagger, {
        openapi: {
          openapi: "3.1.0",
          info: { title: docsTitle, version: "1" },
          servers: [{ url: "/api/v1" }],
        },
        transform: jsonSchemaTransform,
        transformObject: jsonSchemaTransformObject,
      });
      await api.register(swaggerUi, { routePrefix: "/docs", indexPrefix: "/api/v1", ...docsPage });
      for (const one of of.operations) register(api, one, of);
      api.get("/openapi.json", { schema: { hide: true } }, async () => api.swagger());
    },
    { prefix: "/api/v1" },
  );
}
