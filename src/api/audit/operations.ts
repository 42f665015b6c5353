/** 审核的操作 */
import { auditReport } from "./auditReport.ts";
import { exportFindings } from "./exportFindings.ts";

export const auditOperations = [auditReport, exportFindings];
