import { viewReason, wholeMatter } from "../../contract/access/contact.ts";
import { requestParams } from "../../contract/request/request.ts";
import { mayAsk } from "../../domain/access/sight.ts";
import { refuse } from "../../domain/refusal.ts";
import { requestOf, textsOf } from "../../store/desk/requests.ts";
import { operation } from "../operation.ts";
import { requestNotFound } from "../request/load.ts";
import { textIdOf } from "../request/view.ts";
import { behind } from "./behind.ts";
import { logVisit } from "./log.ts";

/** 看来电人，全部, with what he said unmasked, for a house may be where it happens: it is logged first, then shown. The answer is never kept under an `Idempotency-Key`: no `writes` here. */
export const viewContact = operation({
  id: "viewContact",
  method: "POST",
  path: "/requests/{id}/contact-views",
  summary: "说明理由，看来电人的全部信息和诉求的原话",
  tag: "诉求",
  permit: mayAsk,
  params: requestParams,
  body: viewReason,
  answer: wholeMatter,
  async handle({ params: { id }, body: { reason } }, visit) {
    const { platform } = visit.platform;
    const found = await visit.see(async (db) => {
      const request = await requestOf(db, platform, id);
      if (!request) return requestNotFound;
      const contact = await behind(db, platform, request);
      if (!contact) return refuse("notFound", "没有来电人的信息，或者不能看。", "当事人要求保密的请找热线办。");
      const said = textIdOf(request);
      const texts = await textsOf(db, platform, said === null ? [] : [said]);
      return { contact, text: texts.get(said ?? "") ?? null };
    });
    if ("refused" in found) return found;
    await logVisit(visit, { operation: "viewContact", subject: ["request", id], reason });
    const { name, phone, address, identityNumber } = found.contact;
    return { name, phone, address, identityNumber, text: found.text };
  },
});
