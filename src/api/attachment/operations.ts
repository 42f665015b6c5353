import type { Readable } from "node:stream";
import { Readable as Stream } from "node:stream";
import { attachmentList, attachmentParams, attachmentView } from "../../contract/attachment/attachment.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import { decide } from "../../domain/order/decide.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { decideRequest } from "../../domain/request/decide.ts";
import { requestLifecycle } from "../../domain/request/lifecycle.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { type Attachment, addAttachment, attachmentOf, attachmentsOf } from "../../store/attachment/attachment.ts";
import { keepFile } from "../../store/attachment/leftover.ts";
import type { Database } from "../../store/database.ts";
import { eventsOf } from "../../store/desk/orders.ts";
import { requestOf } from "../../store/desk/requests.ts";
import type { State } from "../../store/subject.ts";
import { readableOf } from "../access/words.ts";
import { type Operation, operation } from "../operation.ts";
import { loadOrder, orderNotFound, orderToChange } from "../order/load.ts";
import { matterOf, requestNotFound } from "../request/load.ts";
import { save } from "../save.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { nameOf, type Received, received } from "./receive.ts";

const viewOf = ({ id, at, by, name, type, size, digest }: Attachment) => ({
  id,
  at: iso(at),
  by,
  name,
  type,
  size,
  digest,
});

interface About {
  request: RequestState;
  events: LedgerEvent[];
  /** what it was decided on */
  seen: State;
}

export type Decide = (
  about: string,
  input: { attachment: string; digest: string },
  visit: Visit,
) => Promise<About | Refused>;

const toOrder: Decide = async (about, input, visit) => {
  const order = await orderToChange(about, visit);
  if ("refused" in order) return order;
  const request = await visit.see((db) => requestOf(db, visit.platform.platform, order.request));
  const events = decide(order, "attach", input, visit.actor, visit.at, await visit.rules());
  return "refused" in events ? events : { request: request!, events, seen: order };
};

const toRequest: Decide = async (about, input, visit) => {
  const matter = await matterOf(about, visit);
  if ("refused" in matter) return matter;
  const events = decideRequest(matter, "attach", input, visit.actor, visit.at);
  return "refused" in events ? events : { request: matter.request, events, seen: matter.request };
};

/** Its name is read by everybody who sees the matter, so that nobody's own stands in it. */
const attach = (one: Attachment, decided: Decide, visit: Visit) =>
  visit.decide(async (inside) => {
    const about = await decided(one.about, { attachment: one.id, digest: one.digest }, inside);
    if ("refused" in about) return about;
    const name = (await readableOf(inside, [about.request]))(about.request, one.name)!;
    await save(inside, { events: about.events }, [about.seen]);
    await addAttachment(inside.db, inside.platform.platform, { ...one, name });
    return inside.promised(viewOf({ ...one, name }));
  });

const beingRemoved = refuse("storeBusy", "同样的一个旧文件正在清除。", "请稍后再传一次。");

/**
 * 上传: the bytes are in their place before anything says so, and nobody waits for the place: it may be far away. Should the
 * saying fail, they lie there unnamed.
 */
export async function receive(about: string, { path, ...file }: Received, decided: Decide, visit: Visit) {
  const { id, at, actor, attachments, headers } = { ...visit, id: visit.newId() };
  const one: Attachment = { id, about, at, by: actor.by, name: nameOf(headers["x-file-name"]), ...file };
  const may = await decided(about, { attachment: id, digest: file.digest }, visit);
  if ("refused" in may) return may;
  if (!(await keepFile(visit.db, file.digest))) return beingRemoved;
  await attachments.place.put(file.digest, path, file.type);
  return attach(one, decided, visit);
}

const uploadTo = (noun: "orders" | "requests", permit: Operation["permit"], decided: Decide) =>
  operation({
    id: noun === "orders" ? "attachToOrder" : "attachToRequest",
    method: "POST",
    path: `/${noun}/{id}/attachments`,
    summary: "上传附件：正文就是文件，名称写在 X-File-Name（百分号编码）",
    tag: "附件",
    permit,
    params: attachmentParams,
    answer: attachmentView,
    uploads: true,
    handle: async ({ params: { id }, body }, visit) =>
      received(body as unknown as Readable, visit.attachments.folder, (file) => receive(id, file, decided, visit)),
  });

type There = (db: Database, platform: string, id: string) => Promise<boolean>;

/** 看得到的: a former unit too, as it stood then */
const isThere: Record<"orders" | "requests", There> = {
  orders: async (db, platform, id) => (await loadOrder(db, platform, id)) !== null,
  requests: async (db, platform, id) =>
    (await requestOf(db, platform, id)) !== null || (await eventsOf(db, platform, id)).length > 0,
};
const absent = { orders: orderNotFound, requests: requestNotFound };

const listOf = (noun: "orders" | "requests") =>
  operation({
    id: noun === "orders" ? "listOrderAttachments" : "listRequestAttachments",
    method: "GET",
    path: `/${noun}/{id}/attachments`,
    summary: "附件清单",
    tag: "附件",
    permit: "signedIn",
    params: attachmentParams,
    answer: attachmentList,
    handle: ({ params: { id } }, { see, platform: { platform } }) =>
      see(async (db) =>
        (await isThere[noun](db, platform, id)) ? (await attachmentsOf(db, platform, id)).map(viewOf) : absent[noun],
      ),
  });

const readAttachment = operation({
  id: "readAttachment",
  method: "GET",
  path: "/attachments/{id}",
  summary: "附件的内容",
  tag: "附件",
  permit: "signedIn",
  params: attachmentParams,
  handle: async ({ params: { id } }, { see, platform: { platform }, attachments }) => {
    const one = await see((db) => attachmentOf(db, platform, id));
    const content = one && (await attachments.place.get(one.digest));
    if (!content) return refuse("notFound", "没有这个附件，或者不归您看。", "请核对编号。");
    return { type: one.type, name: one.name, content: Stream.from(content) };
  },
});

export const attachmentOperations = [
  uploadTo("orders", lifecycle.attach.who, toOrder),
  uploadTo("requests", requestLifecycle.attach.who, toRequest),
  listOf("orders"),
  listOf("requests"),
  readAttachment,
];
