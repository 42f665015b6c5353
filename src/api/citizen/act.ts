/** 当事人的动作: each by number and code; what he does twice by mistake is done once. */
import type { z } from "zod";
import { amendBody, followBody, progress, rateBody, withdrawBody } from "../../contract/citizen/citizen.ts";
import type { FreeText, LedgerEvent } from "../../domain/ledger/event.ts";
import { decide } from "../../domain/order/decide.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { type CitizenAct, citizenMay } from "../../domain/request/citizen.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import { decideRequest } from "../../domain/request/decide.ts";
import { wordsTold } from "../../store/citizen/told.ts";
import { enterWordsAnew } from "../../store/search/fill.ts";
import { type Operation, operation } from "../operation.ts";
import { save } from "../save.ts";
import type { Visit } from "../visit.ts";
import { admittedBy, matterOfCitizen, type Ticket } from "./follow.ts";
import { progressView } from "./view.ts";

interface Decided {
  events: LedgerEvent[];
  texts: FreeText[];
}
type Deciding<B> = (matter: Matter, body: B, visit: Visit) => Promise<Decided | Refused>;

const together = (texts: FreeText[], ...all: (LedgerEvent[] | Refused)[]): Decided | Refused => {
  const refused = all.find((one): one is Refused => "refused" in one);
  return refused ?? { events: (all as LedgerEvent[][]).flat(), texts };
};

/** 告知联络员 what the citizen wants */
async function notice(order: OrderState, kind: "amend" | "withdraw", text: string, { actor, at, rules }: Visit) {
  return decide(order, "giveNotice", { kind, text }, actor, at, await rules());
}

/** as long as anybody reads to the end */
const LONGEST = 5000;

/** 补充: stands below what was said before; the unit that has the matter is told, unless it has still to answer for the last. */
const amend: Deciding<{ text: string }> = async ({ request, order }, { text }, visit) => {
  const before = (await wordsTold(visit.db, visit.platform.platform, request)) ?? "";
  if (before.endsWith(`\n补充：${text}`)) return { events: [], texts: [] };
  const whole = { id: visit.newId(), text: `${before}\n补充：${text}`.trim() };
  if (whole.text.length > LONGEST) return refuse("tooLong", "这件事已经写了很多，写不下了。", "请拨打 12345 说明。");
  const added = { id: visit.newId(), text };
  const amended = decideRequest({ request, order }, "amend", { text: whole.id }, visit.actor, visit.at);
  const told = order === null ? [] : await notice(order, "amend", added.id, visit);
  return "refused" in told ? together([whole], amended) : together(order ? [whole, added] : [whole], amended, told);
};

/** 撤回: at once while nobody has the matter, else by a notice to whoever has. */
const withdraw: Deciding<{ text?: string | null | undefined }> = async ({ request, order }, body, visit) => {
  const text = { id: visit.newId(), text: body.text ?? "当事人在网上要求撤回。" };
  const events = order
    ? await notice(order, "withdraw", text.id, visit)
    : decideRequest({ request, order }, "withdraw", { text: text.id }, visit.actor, visit.at);
  return together([text], events);
};

const rate: Deciding<{ rating: "satisfied" | "neutral" | "dissatisfied" }> = async (matter, { rating }, visit) =>
  together([], decideRequest(matter, "rate", { rating }, visit.actor, visit.at));

/** 进展, after whatever was done */
async function shown(request: string, visit: Visit) {
  const matter = await matterOfCitizen(request, visit);
  return "refused" in matter ? matter : progressView(matter, visit);
}

async function done<B>(request: string, act: CitizenAct, decided: Deciding<B>, body: B, visit: Visit) {
  const matter = await matterOfCitizen(request, visit);
  if ("refused" in matter) return matter;
  const no = citizenMay(matter, await visit.rules(), visit.at)[act];
  if (no) return no;
  const change = await decided(matter, body, visit);
  if ("refused" in change) return change;
  if (change.events.length > 0)
    await save(visit, change, matter.order ? [matter.request, matter.order] : [matter.request]);
  if (act === "amend") await enterWordsAnew(visit.db, visit.platform.platform, [request]);
  return visit.promised(await shown(request, visit));
}

const acting = <S extends z.ZodType<Ticket>>(
  act: CitizenAct,
  noun: string,
  summary: string,
  body: S,
  decided: Deciding<z.output<S>>,
): Operation =>
  operation({
    ...{ id: `${act}AsCitizen`, method: "POST" as const, path: `/citizen/${noun}` as const, tag: "市民端" },
    summary: `市民端：${summary}`,
    permit: "everyone",
    body,
    answer: progress,
    async handle({ body: given }, visit) {
      const request = await admittedBy(given, visit, `${act}AsCitizen`);
      if (typeof request !== "string") return request;
      return visit.decide((inside) => done(request, act, decided, given as z.output<S>, inside));
    },
  } as Operation<undefined, undefined, S, typeof progress>);

/** 查进展 */
const follow = operation({
  id: "followRequest",
  method: "POST",
  path: "/citizen/progress",
  summary: "市民端：凭编号和查询码看进展",
  tag: "市民端",
  permit: "everyone",
  body: followBody,
  answer: progress,
  async handle({ body }, visit) {
    const request = await admittedBy(body, visit, "followRequest");
    return typeof request === "string" ? shown(request, visit) : request;
  },
});

export const citizenActs: readonly Operation[] = [
  follow,
  acting("amend", "amendments", "补充", amendBody, amend),
  acting("withdraw", "withdrawals", "撤回", withdrawBody, withdraw),
  acting("rate", "ratings", "评价热线的直接答复", rateBody, rate),
];
