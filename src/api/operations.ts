/** 接口的目录: every operation there is. */
import { accessOperations } from "./access/operations.ts";
import { adminOperations } from "./admin/operations.ts";
import { attachmentOperations } from "./attachment/operations.ts";
import { callOperations } from "./call/operations.ts";
import { countyOperations } from "./county/operations.ts";
import { exportOperations } from "./export/operations.ts";
import { inspectionOperations } from "./inspection/operations.ts";
import { knowledgeOperations } from "./knowledge/operations.ts";
import { liveOperations } from "./live/operations.ts";
import { noticeOperations } from "./notice/operations.ts";
import type { Operation } from "./operation.ts";
import { orderOperations } from "./order/operations.ts";
import { overdueOperations } from "./overdue/operations.ts";
import { requestOperations } from "./request/operations.ts";
import { simulatorOperations } from "./simulator/operations.ts";
import { surveyOperations } from "./survey/operations.ts";

export const operations: readonly Operation[] = [
  ...accessOperations,
  ...adminOperations,
  ...callOperations,
  ...requestOperations,
  ...orderOperations,
  ...overdueOperations,
  ...attachmentOperations,
  ...exportOperations,
  ...countyOperations,
  ...noticeOperations,
  ...knowledgeOperations,
  ...inspectionOperations,
  ...liveOperations,
  ...surveyOperations,
  ...simulatorOperations,
];
