import { sampleParams, sampleView } from "../../contract/inspection/inspection.ts";
import { operation } from "../operation.ts";
import { answerOf, INSPECTING, JUDGED } from "./load.ts";

export const readSample = operation({
  id: "readInspectionSample",
  method: "GET",
  path: "/inspection-samples/{id}",
  summary: "一件样本：评分表、评分（质检员自己评过才看得到）、异议和裁定",
  tag: "质检",
  permit: [...INSPECTING, ...JUDGED],
  params: sampleParams,
  answer: sampleView,
  handle: ({ params: { id } }, visit) => answerOf(id, visit),
});
