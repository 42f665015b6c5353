import { maskedContact } from "../../contract/access/contact.ts";
import { requestParams } from "../../contract/request/request.ts";
import { contactFor, mayAsk, mayRead } from "../../domain/access/sight.ts";
import { requestOf } from "../../store/desk/requests.ts";
import { operation } from "../operation.ts";
import { requestNotFound } from "../request/load.ts";
import { behind, nobody } from "./behind.ts";

/** 看来电人，遮盖的: through the door, which hides a confidential matter's caller from units. */
export const readContact = operation({
  id: "readContact",
  method: "GET",
  path: "/requests/{id}/contact",
  summary: "诉求的来电人，按角色遮盖",
  tag: "诉求",
  permit: mayRead,
  params: requestParams,
  answer: maskedContact,
  handle: ({ params: { id } }, { see, viewer: { role }, platform: { platform } }) =>
    see(async (db) => {
      const request = await requestOf(db, platform, id);
      if (!request) return requestNotFound;
      const contact = await behind(db, platform, request);
      const shown = contact ? contactFor(role, contact) : nobody;
      return { ...shown, confidential: request.confidential, mayAsk: contact !== null && mayAsk.includes(role) };
    }),
});
