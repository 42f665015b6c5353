/** 县级平台: by when a month is reported, what is looked at, how a verdict is proposed. Nothing published says so: an operator writes his own. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

const CHOSEN = "未见公布的规定，按通行做法假定";
const INFERRED = "由附件2的已公布得分反推：四通中一通超时，接通情况得 8.75 分";

export const county: RuleRow[] = [
  assumed("limit", "countyReport", { amount: 5, in: "workingDays", words: "县级平台次月5个工作日内上报月报" }, CHOSEN),
  assumed("limit", "countyAnswer", { amount: 3, in: "workingDays", words: "县级平台3个工作日内答复异议" }, CHOSEN),
  assumed("threshold", "countyJumpPercent", { value: 50, words: "比上月变动超过50%的数要看一看" }, CHOSEN),
  assumed("threshold", "countyJumpPoints", { value: 20, words: "比上月变动超过20个百分点的率要看一看" }, CHOSEN),
  assumed("threshold", "accuracyPerObjection", { value: 5, words: "成立的异议每件建议扣准确度5分" }, CHOSEN),
  assumed("threshold", "accuracyLate", { value: 2, words: "迟报建议扣准确度2分" }, CHOSEN),
  assumed("threshold", "mysteryLateShare", { value: 50, words: "拨测时接通超时的，接通情况得一半" }, INFERRED),
  assumed("threshold", "mysteryApart", { value: 10, words: "两人评的总分相差超过10分的，由第三人复评" }, CHOSEN),
];
