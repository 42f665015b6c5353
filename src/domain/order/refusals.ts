/** 拒绝的话: what is said when something can't be done, and what to do instead; one line a reason, for a clerk to correct. */
import { roleNames } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import { inForce } from "../rule/inForce.ts";
import { retiredSaid } from "../rule/retired.ts";
import type { Action } from "./action.ts";
import type { Ask } from "./ask.ts";
import { dayAndTime } from "./clockWords.ts";
import type { CheckName, Condition, Counted } from "./conditions.ts";
import { lifecycle } from "./lifecycle.ts";
import { limitWords } from "./limitWords.ts";
import { type Rules, returnBy } from "./rules.ts";
import { leadOf, partOf, type Stage, stageNames, stageOf } from "./stage.ts";

export type RefusalCode = Condition | CheckName | "otherRole" | "otherStage" | "handedOver" | "clockBehind";

type Say = string | ((ask: Ask, action: Action, input: unknown) => string);

const unitName = ({ rules, now }: Ask, unit: string) =>
  inForce(rules.rulebook, "unit", unit, rules.dateOf(now))?.value.name ?? unit;
const leadName = (ask: Ask) => unitName(ask, leadOf(ask.order).unit);
const time = ({ rules }: Ask, at: Instant) => dayAndTime(at, rules.zone);
const term = (action: Action) => lifecycle[action].term;

/** 各阶段接下来的一步 */
const nextOf: Record<Stage, string> = {
  unacknowledged: "请先由承办单位签收。",
  handling: "请等承办单位办理。",
  returning: "请先裁定退单申请。",
  arbitrating: "请先作出会商结论。",
  returned: "请先改派给下一个单位。",
  resolved: "请看办结反馈；需要重新办理的先退回返工。",
  reviewed: "请先回访。",
  followedUp: "不满意且属实的可以重办，其余归档。",
  withdrawn: "当事人再来反映时，请登记新的诉求。",
  closed: "当事人再来反映时，请登记新的诉求。",
};

/** 不能派的单位: unknown, or retired, then with its successor. */
export const unitUnknown = ({ rulebook, dateOf }: Rules, unit: string, now: Instant): [string, string] =>
  retiredSaid(rulebook, "unit", unit, dateOf(now)) ?? [`没有代码为“${unit}”的承办单位。`, "请从单位表中选择。"];

const sayUnknown = (unitIn: (input: unknown) => string): [Say, Say] => [
  ({ rules, now }, _, input) => unitUnknown(rules, unitIn(input), now)[0],
  ({ rules, now }, _, input) => unitUnknown(rules, unitIn(input), now)[1],
];

const sentences: Record<RefusalCode, [sentence: Say, next: Say]> = {
  otherRole: [
    (_, action) => `“${term(action)}”由${lifecycle[action].who.map((role) => roleNames[role]).join("、")}办理。`,
    "需要时请转告他们。",
  ],
  otherStage: [
    ({ order }, action) => `工单现在是“${stageNames[stageOf(order)]}”，不能${term(action)}。`,
    ({ order }) => nextOf[stageOf(order)],
  ],
  handedOver: [(ask) => `这件工单已移交${leadName(ask)}。`, "移交前的经过可以看，不能改。"],
  clockBehind: ["现在的时间早于这件工单最近的一步。", "请管理员核对服务器时间。"],
  ownPart: ["这件工单没有派给本单位。", "有疑问请联系派单员。"],
  takesPart: ["这件工单没有派给本单位。", "有疑问请联系派单员。"],
  leads: [(ask) => `这件工单由${leadName(ask)}主办，本单位是协办。`, "请把意见告诉主办单位。"],
  assists: ["本单位是这件工单的主办单位。", "请直接办结反馈。"],
  acknowledged: ["还没有签收。", "请先签收。"],
  notYetAcknowledged: [
    (ask) => (partOf(ask.order, ask.by.unit)?.deemed ? "签收期限已过，已视同签收。" : "本单位已经签收。"),
    "请继续办理。",
  ],
  limitEnded: ["签收期限还没有到。", "到期后自动视同签收。"],
  partNotReported: ["本单位已向主办单位反馈。", "有补充请联系主办单位。"],
  firstRound: ["重办的工单不能退单，也不再延期。", "请按重办期限办理，有困难请联系派单员。"],
  notSettledByArbitration: ["会商已确定由本单位主办。", "请继续办理；有新的情况请联系热线办。"],
  returnedAgain: ["第一次退单由派单员裁定，不会商。", "请同意或者驳回。"],
  verificationAsked: ["没有请本单位核实，或者已经答复。", "有补充请联系派单员。"],
  extensionNotAsked: ["这件工单已经申请过延期，延期只有一次。", "请在期限内办结；办不完的先向当事人说明。"],
  beforeDeadline: [
    (ask) => `办理期限已于${time(ask, leadOf(ask.order).dueAt ?? ask.now)}截止，延期要在期限内申请。`,
    "请尽快办结。",
  ],
  extensionPending: ["没有待裁定的延期申请。", "请看最新情况。"],
  attemptsLeft: ["回访次数已用完。", "请登记回访结果，没有接通的记未评价。"],
  followUpLapsed: ["还在等当事人评价。", "时限过后再记未评价。"],
  dissatisfied: ["当事人没有评价不满意，不能重办。", "请归档。"],
  decidedByPerson: ["当事人不满意，是否重办由派单员决定。", "请派单员核实后重办或者归档。"],
  unmoved: ["还没有到无人办理报警的时间。", "到时自动报警。"],
  notYetAlarmed: ["已经为此报过警。", "请督办，或者联系承办单位。"],
  notYetSummoned: ["已经约谈，没有更高的督办。", "请登记与单位的联系。"],
  noticeWaiting: ["没有待回执的告知。", "请继续办理。"],
  withdrawalTold: ["还没有把撤单告知联络员。", "请先登记当事人的意思并告知联络员。"],
  withdrawalAnswered: ["联络员还没有回执。", "请等回执，或者电话联系联络员。"],
  unitKnown: sayUnknown((input) => (input as { unit: string }).unit),
  nextUnitKnown: sayUnknown((input) => (input as { to: { unit: string } }).to.unit),
  unitNamed: sayUnknown((input) => (input as { unit: string }).unit),
  notYetPart: ["这个单位已经在办这件工单。", "请选择别的单位。"],
  subUnit: ["只能转给本单位的下级单位。", "不归本单位的请申请退单。"],
  thirdUnit: ["请的是申请退单的单位，或者已经请过、还没有答复。", "请选择第三方单位，或者等它答复。"],
  withinOriginalLimit: [
    ({ order }) => {
      const limit = leadOf(order).runsUnder;
      return `延期最多与原期限${limit ? `（${limitWords(limit)}）` : ""}相同，至少为 1。`;
    },
    "请改短延期。",
  ],
  modeInForce: ["现行的回访方式不是短信。", "请电话回访。"],
  onlyLapses: ["评价只能由当事人作出。", "请等当事人评价，或者由回访员登记。"],
  notYetIssued: ["已经这样督办过了。", "请选择更高一级，或者登记与单位的联系。"],
  levelDue: ["还没有到这一级督办的时间。", "到时自动督办。"],
  noSameNotice: ["同样的告知还在等联络员回执。", "请等回执，或者电话联系联络员。"],
  noticeOpen: ["没有这个告知，或者已经回执。", "请看最新情况。"],
  ownRequest: ["这不是这件工单的诉求。", "请刷新后再试。"],
  noRepeats: ["有别的诉求并入了这件，不能撤单。", "请继续办理，再答复并入的每一位当事人。"],
};

const said = (say: Say, ...of: [Ask, Action, unknown]) => (typeof say === "string" ? say : say(...of));

/** 拒绝 with its code, sentence and next step. */
export function refusedWith(code: RefusalCode, ask: Ask, action: Action, input: unknown = null) {
  const [sentence, next] = sentences[code];
  return { refused: code, sentence: said(sentence, ask, action, input), next: said(next, ask, action, input) };
}

const countedSentences: Record<Counted, (ask: Ask) => string> = {
  lateReturn: (ask) => {
    const by = returnBy(ask.rules, partOf(ask.order, ask.by.unit)!.acknowledgedAt!);
    return `退单期已于${time(ask, by)}截止。仍可申请，记为超期退单，计入本单位。`;
  },
  notInformed: () => "没有向当事人反馈的记录。仍可提交，计入本单位的联系反馈当事人率。",
  pastDeadline: () => "已过办理期限。仍可提交，记为超期办结，计入本单位。",
};

/** 计入的话 */
export const countedSentence = (code: Counted, ask: Ask) => ({ code, sentence: countedSentences[code](ask) });
