/** 当事人的照片: each upload by number and code in its headers, looked at before a byte of it is read. */
import type { Readable } from "node:stream";
import { attachmentView } from "../../contract/attachment/attachment.ts";
import { followBody } from "../../contract/citizen/citizen.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { citizenMay } from "../../domain/request/citizen.ts";
import { decideRequest } from "../../domain/request/decide.ts";
import { MOST_PHOTOS } from "../../domain/request/photos.ts";
import { attachmentsGiven } from "../../store/citizen/told.ts";
import { type Decide, receive } from "../attachment/operations.ts";
import { received } from "../attachment/receive.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { admittedBy, matterOfCitizen, type Ticket } from "./follow.ts";
import { sendsTooOften } from "./limit.ts";

const decided: Decide = async (about, input, visit) => {
  const matter = await matterOfCitizen(about, visit);
  if ("refused" in matter) return matter;
  const no = citizenMay(matter, await visit.rules(), visit.at).attach;
  if (no) return no;
  if ((await attachmentsGiven(visit.db, visit.platform.platform, about)) >= MOST_PHOTOS)
    return refuse("tooManyPhotos", `一件事最多 ${MOST_PHOTOS} 张照片。`, "还有要给的，请在承办人联系您时给他。");
  const events = decideRequest(matter, "attach", input, visit.actor, visit.at);
  return "refused" in events ? events : { request: matter.request, events, seen: matter.request };
};

/** 编号和查询码 in the headers, for an address is written into logs */
function ticketIn({ headers }: Visit): Ticket | Refused {
  const given = followBody.safeParse({ number: headers["x-request-number"], code: headers["x-query-code"] });
  return given.success ? given.data : refuse("invalid", "没有写编号和查询码。", "请从查进展的页面上传。");
}

export const attachAsCitizen = operation({
  id: "attachAsCitizen",
  method: "POST",
  path: "/citizen/photos",
  summary: "市民端：上传一张照片；X-Request-Number 写编号，X-Query-Code 写查询码",
  tag: "市民端",
  permit: "everyone",
  answer: attachmentView,
  uploads: true,
  async handle({ body }, visit) {
    const ticket = ticketIn(visit);
    const refused = sendsTooOften(visit);
    if (refused || "refused" in ticket) return refused ?? (ticket as Refused);
    const request = await admittedBy(ticket, visit, "attachAsCitizen");
    if (typeof request !== "string") return request;
    return received(body as unknown as Readable, visit.attachments.folder, async (file) =>
      file.type.startsWith("image/")
        ? receive(request, file, decided, visit)
        : refuse("unsupportedType", "这里只收照片。", "请选一张照片。"),
    );
  },
});
