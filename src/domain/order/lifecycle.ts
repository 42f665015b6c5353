/**
 * 办理流程: the whole life of a work order on one page. A line says: what is done, by whom, at which stages, what must hold
 * (conditions.ts), what the form must keep, what counts against the unit, which events it leaves, how the trail tells it.
 */
import type { Role } from "../access/role.ts";
import type { EventKind } from "../ledger/event.ts";
import type { Action } from "./action.ts";
import type { CheckName, Condition, Counted } from "./conditions.ts";
import type { Stage } from "./stage.ts";

export interface Step {
  /** 动作 as the button says it */
  term: string;
  who: readonly Role[];
  from: readonly Stage[];
  when: readonly Condition[];
  checks: readonly CheckName[];
  counts: readonly Counted[];
  leaves: readonly EventKind[];
  /** 经过里的说法 */
  trace: string;
}

const UNIT = ["liaison"] as const;
const DESK = ["dispatcher", "office"] as const;
const OFFICE = ["office"] as const;
const HOTLINE = ["agent", "dispatcher", "followUp", "supervisor", "office"] as const;
const WATCH = ["supervisor", "office", "leader", "system"] as const;
const CLOCK = ["system"] as const;

/** 在单位手里 */
const IN_HAND = ["unacknowledged", "handling", "returning", "arbitrating"] as const;
const AT_WORK = ["handling", "returning", "arbitrating"] as const;
const OPEN = [...IN_HAND, "returned"] as const;
const ANSWERED = ["resolved", "reviewed"] as const;
const LIVE = [...OPEN, ...ANSWERED, "followedUp"] as const;

type Extra = Partial<Pick<Step, "when" | "checks" | "counts">>;
const step = (
  term: string,
  who: Step["who"],
  from: Step["from"],
  leaves: Step["leaves"],
  trace: string,
  { when = [], checks = [], counts = [] }: Extra = {},
): Step => ({ term, who, from, when, checks, counts, leaves, trace });

/** 流程表 */
// biome-ignore format: one line a step, so that it reads as a table
export const lifecycle: Record<Action, Step> = {
  // 派发 (for a request that has no work order yet)
  dispatch: step("派发", DESK, [], ["requestDispatched", "orderDispatched"], "派发"),
  assist: step("加派协办", DESK, OPEN, ["orderDispatched"], "派发协办", { checks: ["unitKnown", "notYetPart"] }),
  redispatch: step("改派", DESK, ["unacknowledged", "handling", "returned"], ["assignmentTakenBack", "orderDispatched"], "改派", { checks: ["unitKnown"] }),

  // 签收、转下级、先行联系
  acknowledge: step("签收", UNIT, IN_HAND, ["orderAcknowledged"], "签收", { when: ["ownPart", "notYetAcknowledged"] }),
  deemAcknowledged: step("视同签收", CLOCK, LIVE, ["orderAcknowledged"], "视同签收", { when: ["limitEnded"] }),
  handOn: step("转下级", UNIT, IN_HAND, ["assignmentHandedOn"], "转下级单位", { when: ["ownPart"], checks: ["subUnit"] }),
  contact: step("登记先行联系", UNIT, AT_WORK, ["citizenContacted"], "先行联系当事人", { when: ["ownPart", "acknowledged"] }),

  // 退单、核实、裁定、会商
  requestReturn: step("申请退单", UNIT, ["handling"], ["returnRequested"], "申请退单", { when: ["ownPart", "leads", "acknowledged", "firstRound", "notSettledByArbitration"], counts: ["lateReturn"] }),
  askVerification: step("请核实", DESK, ["returning", "arbitrating"], ["verificationAsked"], "请第三方单位核实", { checks: ["unitKnown", "thirdUnit"] }),
  answerVerification: step("答复核实", UNIT, ["returning", "arbitrating"], ["returnVerified"], "答复核实", { when: ["verificationAsked"] }),
  acceptReturn: step("同意退单", DESK, ["returning"], ["returnAccepted", "orderDispatched"], "同意退单", { checks: ["nextUnitKnown"] }),
  rejectReturn: step("驳回退单", DESK, ["returning"], ["returnRejected"], "驳回退单"),
  convene: step("提请会商", DESK, ["returning"], ["arbitrationConvened"], "提请会商", { when: ["returnedAgain"] }),
  concludeArbitration: step("会商结论", OFFICE, ["arbitrating"], ["arbitrationConcluded", "returnRejected", "returnAccepted", "orderDispatched"], "会商确定主办单位", { checks: ["unitKnown"] }),

  // 延期
  requestExtension: step("申请延期", UNIT, ["handling"], ["extensionRequested"], "申请延期", { when: ["ownPart", "leads", "acknowledged", "firstRound", "extensionNotAsked", "beforeDeadline"], checks: ["withinOriginalLimit"] }),
  grantExtension: step("同意延期", DESK, AT_WORK, ["extensionGranted"], "同意延期", { when: ["extensionPending"] }),
  refuseExtension: step("不同意延期", DESK, AT_WORK, ["extensionRefused"], "不同意延期", { when: ["extensionPending"] }),

  // 反馈、审核、返工
  inform: step("登记联系反馈", UNIT, AT_WORK, ["citizenInformed"], "联系反馈当事人", { when: ["ownPart", "leads", "acknowledged"] }),
  resolve: step("办结反馈", UNIT, ["handling"], ["orderResolved"], "办结反馈", { when: ["ownPart", "leads", "acknowledged"], counts: ["notInformed", "pastDeadline"] }),
  reportPart: step("协办反馈", UNIT, AT_WORK, ["partReported"], "协办反馈", { when: ["ownPart", "assists", "acknowledged", "partNotReported"] }),
  passReview: step("审核通过", DESK, ["resolved"], ["resolutionPassed"], "审核通过"),
  demandRework: step("返工", DESK, ANSWERED, ["reworkDemanded"], "退回返工"),

  // 回访、重办、归档 (the review doesn't hold up the follow-up)
  attemptFollowUp: step("登记未接通", ["followUp", "system"], ANSWERED, ["followUpAttempted"], "回访未果", { when: ["attemptsLeft"], checks: ["modeInForce"] }),
  concludeFollowUp: step("登记回访", ["followUp", "citizen", "system"], ANSWERED, ["followUpConcluded"], "回访", { when: ["followUpLapsed"], checks: ["onlyLapses"] }),
  reopen: step("重办", DESK, ["followedUp"], ["orderReopened"], "重办", { when: ["dissatisfied"] }),
  close: step("归档", ["dispatcher", "followUp", "office", "system"], ["followedUp"], ["orderClosed"], "归档", { when: ["decidedByPerson"] }),

  // 催办、督办、与单位的联系
  remind: step("催办", [...HOTLINE, "system"], IN_HAND, ["orderReminded"], "催办"),
  supervise: step("督办", WATCH, IN_HAND, ["orderSupervised"], "督办", { when: ["notYetSummoned"], checks: ["notYetIssued", "levelDue"] }),
  alarm: step("无人办理报警", CLOCK, ["unacknowledged", "handling"], ["alarmRaised"], "长期无人办理，报警", { when: ["notYetAlarmed", "unmoved"] }),
  attach: step("上传附件", [...UNIT, ...HOTLINE], LIVE, ["attachmentAdded"], "上传附件", { when: ["takesPart"] }),
  logContact: step("登记与单位的联系", HOTLINE, LIVE, ["unitContactLogged"], "联系单位", { checks: ["unitNamed"] }),

  // 当事人撤单、修改诉求
  giveNotice: step("告知撤单或修改", [...HOTLINE, "citizen"], OPEN, ["noticeGiven"], "告知联络员", { checks: ["noSameNotice"] }),
  answerNotice: step("回执", UNIT, IN_HAND, ["noticeAnswered"], "联络员回执", { when: ["ownPart", "leads", "noticeWaiting"], checks: ["noticeOpen"] }),
  withdraw: step("撤单", HOTLINE, OPEN, ["orderWithdrawn", "requestWithdrawn"], "撤单", { when: ["withdrawalTold", "withdrawalAnswered"], checks: ["ownRequest", "noRepeats"] }),
};
