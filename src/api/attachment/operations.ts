import type { Readable } from "node:stream";
import { Readable as Stream } from "node:stream";
import { attachmentList, attachmentParams, attachmentView } from "../../contract/attachment/attachment.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import { decide } from "../../domain/order/decide.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { decideRequest } from "../../domain/request/decide.ts";
import { requestLifecycle } from "../../domain/request/lifecycle.ts";
import { type Attachment, addAttachment, attachmentOf, attachmentsOf } from "../../store/attachment/attachment.ts";
import { requestOf } from "../../store/desk/requests.ts";
import { type Operation, operation } from "../operation.ts";
import { orderToChange } from "../order/load.ts";
import { requestNotFound } from "../request/read.ts";
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

type Decide = (
  about: string,
  input: { attachment: string; digest: string },
  visit: Visit,
) => Promise<LedgerEvent[] | Refused>;

const toOrder: Decide = async (about, input, visit) => {
  const order = await orderToChange(about, visit);
  return "refused" in order ? order : decide(order, "attach", input, visit.actor, visit.at, await visit.rules());
};

const toRequest: Decide = async (about, input, visit) => {
  const request = await visit.see((db) => requestOf(db, visit.platform.platform, about));
  return request ? decideRequest(request, "attach", input, visit.actor, visit.at) : requestNotFound;
};

/** The bytes are in their place before anything says so; should the saying fail, they lie there unnamed. */
async function attach(about: string, file: Received, name: string, decided: Decide, visit: Visit) {
  const one = { id: visit.newId(), about, at: visit.at, by: visit.actor.by, name, ...file };
  const events = await decided(about, { attachment: one.id, digest: one.digest }, visit);
  if ("refused" in events) return events;
  await visit.attachments.place.put(one.digest, one.path, one.type);
  await save(visit, { events });
  await addAttachment(visit.db, visit.platform.platform, one);
  return viewOf(one);
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
      received(body as unknown as Readable, visit.attachments.folder, (file) =>
        visit.decide((inside) => attach(id, file, nameOf(visit.headers["x-file-name"]), decided, inside)),
      ),
  });

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
    handle: async ({ params: { id } }, { see, platform: { platform } }) =>
      (await see((db) => attachmentsOf(db, platform, id))).map(viewOf),
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
