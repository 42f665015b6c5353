import { session } from "../../contract/access/session.ts";
import { operation } from "../operation.ts";
import { describeSession } from "./describe.ts";

/** 我是谁 */
export const whoAmI = operation({
  id: "whoAmI",
  method: "GET",
  path: "/session",
  summary: "当前登录的人",
  tag: "登录",
  permit: "signedIn",
  despite: ["screenLocked", "passwordTemporary"],
  answer: session,
  handle: (_, visit) => describeSession(visit, { ...visit.viewer, session: visit.viewer.session! }),
});
