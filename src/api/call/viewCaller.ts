import { fullContact, viewReason } from "../../contract/access/contact.ts";
import { callParams } from "../../contract/call/call.ts";
import { owesCallback } from "../../domain/call/decide.ts";
import { refuse } from "../../domain/refusal.ts";
import { contactsOf } from "../../store/contact.ts";
import { callOf } from "../../store/desk/calls.ts";
import { logVisit } from "../access/log.ts";
import { operation } from "../operation.ts";
import { callNotFound } from "./read.ts";

/** 看未接来电的号码, to phone it back: it is logged first, then shown. The answer is never kept: no `writes` here. */
export const viewCaller = operation({
  id: "viewCaller",
  method: "POST",
  path: "/calls/{id}/contact-views",
  summary: "说明理由，看要回拨的号码",
  tag: "来电",
  permit: ["agent"],
  params: callParams,
  body: viewReason,
  answer: fullContact,
  async handle({ params: { id }, body: { reason } }, visit) {
    const { platform } = visit.platform;
    const rules = await visit.rules();
    const call = await visit.see((db) => callOf(db, platform, id));
    if (!call) return callNotFound;
    if (!owesCallback(call, rules)) return refuse("noCallbackOwed", "这个来电不需要回拨了。", "请看最新情况。");
    const [contact] = await contactsOf(visit.db, platform, call.contact === null ? [] : [call.contact]);
    if (!contact) return refuse("notFound", "没有留下这个来电的号码。", "请登记没有接通。");
    await logVisit(visit, { operation: "viewCaller", subject: ["call", id], reason });
    const { name, phone, address, identityNumber } = contact;
    return { name, phone, address, identityNumber };
  },
});
