import { mysteryParams, mysteryView } from "../../contract/county/mystery.ts";
import { COUNTY_READERS } from "../county/load.ts";
import { operation } from "../operation.ts";
import { answerOf } from "./view.ts";

export const readMysteryCall = operation({
  id: "readMysteryCall",
  method: "GET",
  path: "/mystery-calls/{id}",
  summary: "一通拨测：各人的评分（质检员自己评过才看得到）、合成的评分、异议、定分",
  tag: "拨测",
  permit: COUNTY_READERS,
  params: mysteryParams,
  answer: mysteryView,
  handle: ({ params: { id } }, visit) => answerOf(id, visit),
});
