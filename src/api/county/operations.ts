/** 县级平台的操作 */
import { answerDataObjection } from "./answerObjection.ts";
import { deliverCountyReport } from "./deliver.ts";
import { deliverCountyFile } from "./deliverFile.ts";
import { judgeCountyAccuracy } from "./judgeAccuracy.ts";
import { listCountyReports } from "./listReports.ts";
import { readCountyMonth } from "./month.ts";
import { raiseDataObjection } from "./raiseObjection.ts";
import { readCountyReport } from "./readReport.ts";
import { settleDataObjection } from "./settleObjection.ts";
import { readCountyTemplate } from "./template.ts";

export const countyOperations = [
  readCountyMonth,
  listCountyReports,
  readCountyReport,
  deliverCountyReport,
  readCountyTemplate,
  deliverCountyFile,
  raiseDataObjection,
  answerDataObjection,
  settleDataObjection,
  judgeCountyAccuracy,
];
