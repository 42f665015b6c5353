import { instant } from "../cell/instant.ts";
import { json } from "../cell/json.ts";
import { named, namedList } from "../cell/name.ts";
import { count } from "../cell/number.ts";
import { code, text } from "../cell/text.ts";
import { trail } from "../cell/trail.ts";
import {
  endedBy,
  extensionRuling,
  followUpChannel,
  noticeKind,
  rating,
  receipt,
  role,
  ruling,
  supervision,
  yesNo,
} from "../cell/word.ts";
import type { Column } from "../column.ts";
import { matterColumns } from "./requests.ts";

/** 派发轨迹的一步 */
export const assignmentColumns: Column[] = [
  { key: "no", name: "序号", cell: count, required: true },
  { key: "unit", name: "单位", cell: named("unit"), required: true },
  { key: "role", name: "角色", cell: role, blank: "lead" },
  { key: "basis", name: "依据", cell: text },
  { key: "dispatchedAt", name: "派发", cell: instant, required: true },
  { key: "acknowledgedAt", name: "签收", cell: instant },
  { key: "deemed", name: "视同签收", cell: yesNo, blank: false },
  { key: "dueAt", name: "时限", cell: instant },
  { key: "provisional", name: "时限暂定", cell: yesNo, blank: false },
  { key: "contactedAt", name: "先行联系", cell: instant },
  { key: "extended", name: "延期", cell: yesNo, blank: false },
  { key: "subUnit", name: "下级单位", cell: code },
  { key: "handedOnAt", name: "转下级", cell: instant },
  { key: "runsUnder", name: "所依时限", cell: json },
  { key: "reportedAt", name: "协办反馈", cell: instant },
  { key: "endedAt", name: "结束", cell: instant },
  { key: "endedBy", name: "结束方式", cell: endedBy },
];

/** 第三方核实的一次 */
const verificationColumns: Column[] = [
  { key: "unit", name: "单位", cell: named("unit"), required: true },
  { key: "askedAt", name: "发出", cell: instant, required: true },
  { key: "answeredAt", name: "答复", cell: instant },
  { key: "competent", name: "属其职责", cell: yesNo },
];

/** 退单轨迹的一步 */
export const returnColumns: Column[] = [
  { key: "no", name: "序号", cell: count, required: true },
  { key: "assignment", name: "派发序号", cell: count, required: true },
  { key: "requestedAt", name: "申请", cell: instant, required: true },
  { key: "late", name: "超期", cell: yesNo, blank: false },
  { key: "bulk", name: "批次", cell: code },
  { key: "text", name: "理由", cell: text },
  { key: "reason", name: "原因代码", cell: code },
  { key: "verifications", name: "核实", cell: trail(verificationColumns), blank: [] },
  { key: "convenedAt", name: "提请会商", cell: instant },
  { key: "arbitrated", name: "会商裁定", cell: yesNo, blank: false },
  { key: "ruling", name: "裁定", cell: ruling },
  { key: "ruledAt", name: "裁定时间", cell: instant },
];

/** 延期申请 */
const extensionColumns: Column[] = [
  { key: "assignment", name: "派发序号", cell: count, required: true },
  { key: "amount", name: "延长", cell: count, required: true },
  { key: "askedAt", name: "申请", cell: instant, required: true },
  { key: "text", name: "理由", cell: text },
  { key: "ruling", name: "裁定", cell: extensionRuling },
  { key: "ruledAt", name: "裁定时间", cell: instant },
];

/** 回访未果的一次 */
const attemptColumns: Column[] = [
  { key: "at", name: "时间", cell: instant, required: true },
  { key: "channel", name: "方式", cell: followUpChannel, required: true },
];

/** 撤单或修改诉求的告知 */
const noticeColumns: Column[] = [
  { key: "no", name: "序号", cell: count, required: true },
  { key: "kind", name: "种类", cell: noticeKind, required: true },
  { key: "text", name: "内容", cell: text },
  { key: "at", name: "告知", cell: instant, required: true },
  { key: "receipt", name: "回执", cell: receipt },
  { key: "answeredAt", name: "回执时间", cell: instant },
];

/** 曾转的下级单位 */
const formerSubUnitColumns: Column[] = [
  { key: "unit", name: "单位", cell: code, required: true },
  { key: "seenUntil", name: "收回", cell: instant, required: true },
];

const ofTheMatter = (column: Column): Column => ({ ...column, required: undefined });

/** 工单文件的列: one assignment and one return in columns of their own, several as trails. */
export const orderColumns: Column[] = [
  { key: "number", name: "工单编号", aliases: ["派发工单编号", "编号"], cell: code, required: true },
  { key: "request", name: "诉求编号", aliases: ["受理编号"], cell: code },
  { key: "category", name: "诉求小类", aliases: ["小类", "工单分类", "分类"], cell: named("category") },
  { key: "tree", name: "分类版本", cell: code },
  { key: "topic", name: "事项名称", aliases: ["热点名称"], cell: code },
  { key: "dispatchedAt", name: "派发时间", aliases: ["转办时间", "交办时间"], cell: instant, required: true },
  { key: "unit", name: "承办单位", aliases: ["主办单位", "责任单位"], cell: named("unit"), required: true },
  { key: "assisting", name: "协办单位", cell: namedList("unit"), blank: [] },
  { key: "acknowledgedAt", name: "签收时间", cell: instant },
  { key: "deemed", name: "视同签收", cell: yesNo, blank: false },
  { key: "dueAt", name: "办理时限", aliases: ["截止时间", "办结时限"], cell: instant },
  { key: "contactedAt", name: "先行联系时间", cell: instant },
  { key: "extended", name: "延期", aliases: ["是否延期"], cell: yesNo, blank: false },
  { key: "returnRequestedAt", name: "退单申请时间", cell: instant },
  { key: "returnLate", name: "超期退单", cell: yesNo, blank: false },
  { key: "returnRuling", name: "退单裁定", aliases: ["退单结果"], cell: ruling },
  { key: "returnRuledAt", name: "退单裁定时间", cell: instant },
  { key: "informedAt", name: "联系当事人时间", aliases: ["联系反馈当事人时间"], cell: instant },
  { key: "resolvedAt", name: "办结时间", aliases: ["办结反馈时间", "反馈时间"], cell: instant },
  { key: "solved", name: "是否解决", cell: yesNo },
  { key: "round", name: "轮次", cell: count, blank: 1 },
  { key: "reopenedAt", name: "重办时间", cell: instant },
  { key: "reopenDueAt", name: "重办时限", cell: instant },
  { key: "reopenResolvedAt", name: "重办办结时间", cell: instant },
  { key: "reopenInformedAt", name: "重办联系当事人时间", cell: instant },
  { key: "reopenFollowedUpAt", name: "重办回访时间", cell: instant },
  { key: "reopenRating", name: "重办评价", cell: rating },
  { key: "complex", name: "复杂事项", cell: yesNo, blank: false },
  { key: "reviewedAt", name: "审核时间", cell: instant },
  { key: "reworks", name: "返工次数", cell: count, blank: 0 },
  { key: "reworkedAt", name: "返工时间", cell: instant },
  { key: "remindedAt", name: "催办时间", cell: instant },
  { key: "supervision", name: "督办", cell: supervision },
  { key: "supervisedAt", name: "督办时间", cell: instant },
  { key: "alarmedAt", name: "报警时间", cell: instant },
  { key: "withdrawnAt", name: "撤单时间", cell: instant },
  { key: "closedAt", name: "归档时间", cell: instant },
  { key: "assignments", name: "派发轨迹", cell: trail(assignmentColumns) },
  { key: "returns", name: "退单轨迹", cell: trail(returnColumns) },
  { key: "extension", name: "延期申请", cell: trail(extensionColumns) },
  { key: "followUpAttempts", name: "回访未果", cell: trail(attemptColumns), blank: [] },
  { key: "notices", name: "告知记录", cell: trail(noticeColumns), blank: [] },
  { key: "formerSubUnits", name: "曾转下级", cell: trail(formerSubUnitColumns), blank: [] },
  ...matterColumns.map(ofTheMatter),
];

/** 先后顺序 */
export const orderSequence = [
  ["acceptedAt", "dispatchedAt"],
  ["dispatchedAt", "acknowledgedAt"],
  ["dispatchedAt", "dueAt"],
  ["dispatchedAt", "contactedAt"],
  ["dispatchedAt", "returnRequestedAt"],
  ["returnRequestedAt", "returnRuledAt"],
  ["dispatchedAt", "informedAt"],
  ["dispatchedAt", "resolvedAt"],
  ["dispatchedAt", "withdrawnAt"],
  ["dispatchedAt", "closedAt"],
  ["dispatchedAt", "reopenedAt"],
  ["reopenedAt", "reopenResolvedAt"],
] as const;

export const assignmentSequence = [
  ["dispatchedAt", "acknowledgedAt"],
  ["dispatchedAt", "dueAt"],
  ["dispatchedAt", "contactedAt"],
  ["dispatchedAt", "endedAt"],
] as const;

export const returnSequence = [["requestedAt", "ruledAt"]] as const;
