/** 接口的目录: every operation there is. */
import { accessOperations } from "./access/operations.ts";
import { adminOperations } from "./admin/operations.ts";
import { attachmentOperations } from "./attachment/operations.ts";
import { auditOperations } from "./audit/operations.ts";
import { callOperations } from "./call/operations.ts";
import { citizenOperations } from "./citizen/operations.ts";
import { cockpitOperations } from "./cockpit/operations.ts";
import { countyOperations } from "./county/operations.ts";
import { exportOperations } from "./export/operations.ts";
import { followUpOperations } from "./followup/operations.ts";
import { inspectionOperations } from "./inspection/operations.ts";
import { knowledgeOperations } from "./knowledge/operations.ts";
import { leaderDayOperations } from "./leaderDay/operations.ts";
import { liveOperations } from "./live/operations.ts";
import { mapOperations } from "./map/operations.ts";
import { mysteryOperations } from "./mystery/operations.ts";
import { noticeOperations } from "./notice/operations.ts";
import type { Operation } from "./operation.ts";
import { orderOperations } from "./order/operations.ts";
import { overdueOperations } from "./overdue/operations.ts";
import { reportOperations } from "./report/operations.ts";
import { reportCaseOperations } from "./reportCase/operations.ts";
import { requestOperations } from "./request/operations.ts";
import { returnsOperations } from "./returns/operations.ts";
import { scoreOperations } from "./score/operations.ts";
import { simulatorOperations } from "./simulator/operations.ts";
import { suggestionOperations } from "./suggestion/operations.ts";
import { surveyOperations } from "./survey/operations.ts";

export const operations: readonly Operation[] = [
  ...accessOperations,
  ...adminOperations,
  ...callOperations,
  ...requestOperations,
  ...suggestionOperations,
  ...orderOperations,
  ...followUpOperations,
  ...overdueOperations,
  ...returnsOperations,
  ...cockpitOperations,
  ...mapOperations,
  ...attachmentOperations,
  ...exportOperations,
  ...countyOperations,
  ...mysteryOperations,
  ...noticeOperations,
  ...knowledgeOperations,
  ...inspectionOperations,
  ...reportOperations,
  ...auditOperations,
  ...reportCaseOperations,
  ...scoreOperations,
  ...leaderDayOperations,
  ...liveOperations,
  ...surveyOperations,
  ...citizenOperations,
  ...simulatorOperations,
];
