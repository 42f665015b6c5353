import { made, newRequest } from "../../contract/request/request.ts";
import { operation } from "../operation.ts";
import { handIn } from "./intake.ts";

export const createRequest = operation({
  id: "createRequest",
  method: "POST",
  path: "/requests",
  summary: "登记（受理）一件诉求",
  tag: "诉求",
  permit: ["agent", "dispatcher", "office", "county"],
  body: newRequest,
  answer: made,
  repeatable: true,
  handle: async ({ body }, visit) => {
    const answer = await handIn(body, visit);
    return "refused" in answer ? answer : { version: 1, answer };
  },
});
