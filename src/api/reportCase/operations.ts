/** 月报案例的操作 */
import { listReportCases } from "./list.ts";
import { readReportCase } from "./read.ts";
import { takeReportCase } from "./take.ts";
import { chooseReportCase, reviseReportCase } from "./write.ts";

export const reportCaseOperations = [
  listReportCases,
  takeReportCase,
  readReportCase,
  reviseReportCase,
  chooseReportCase,
];
