/** 通知: which event is told to whom, in which words. No name, number or text of a citizen is ever in them. */
import type { Role } from "../access/role.ts";
import { rolesOfUnits } from "../access/units.ts";
import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import type { OrderState } from "../order/order.ts";
import { leadOf } from "../order/stage.ts";
import { supervisionLevels } from "../supervision/levels.ts";

/** 按角色收通知的 */
const toldRoles = ["agent", "dispatcher", "followUp", "supervisor", "office", "leader"] as const;

/** 收件人: a unit's liaisons, the people of the county platform whose place that unit is, everybody of a role, or the citizen (by SMS). */
export type Recipient = { unit: string } | { countyOf: string } | { role: (typeof toldRoles)[number] } | "citizen";

/** 收不收通知: nobody else is ever told anything, so that nobody else is shown a place for it. */
export const isTold = (role: Role): boolean =>
  rolesOfUnits.includes(role) || (toldRoles as readonly Role[]).includes(role);

export interface Notice {
  to: Recipient;
  sentence: string;
}

/** 本人的编号: stands in what a citizen is told; each reads his own request's there, by which he can look it up */
const OWN_NUMBER = "〔编号〕";

/** 写给谁的: a citizen's sentence with the number of his own request. */
export const toldWith = (sentence: string, number: string): string => sentence.replaceAll(OWN_NUMBER, number);

type Tell<K extends EventKind> = (data: EventData[K], order: OrderState) => [Recipient, string][];

const lead = (order: OrderState): Recipient => ({ unit: leadOf(order).unit });
const ofReturn = (order: OrderState, no: number): Recipient => {
  const one = order.returns.find((each) => each.no === no)!;
  return { unit: order.assignments[one.assignment - 1]!.unit };
};
const dispatcher: Recipient = { role: "dispatcher" };

/** 通知表 */
// biome-ignore format: one line a notice, so that it reads as a table
const table: { [K in EventKind]?: Tell<K> } = {
  orderDispatched: ({ unit, role, urgent, assignment }, o) => [
    [{ unit }, `${urgent ? "紧急" : ""}工单 ${o.number} 已派给本单位${role === "lead" ? "主办" : "协办"}，请签收。`],
    ...(assignment === 1 ? [["citizen", `您的诉求已转有关单位办理，编号 ${OWN_NUMBER}。`] as [Recipient, string]] : []),
  ],
  orderAcknowledged: ({ assignment, deemed }, o) => deemed ? [[{ unit: o.assignments[assignment - 1]!.unit }, `工单 ${o.number} 签收期限已过，视同签收，办理期限已开始。`]] : [],
  assignmentHandedOn: ({ unit }, o) => [[{ unit }, `工单 ${o.number} 已由上级单位转来，请办理。`]],
  assignmentTakenBack: ({ assignment }, o) => [[{ unit: o.assignments[assignment - 1]!.unit }, `工单 ${o.number} 已改派，本单位不再办理。`]],
  returnRequested: ({ late }, o) => [[dispatcher, `工单 ${o.number} 申请退单${late ? "（超期）" : ""}，请裁定。`]],
  verificationAsked: ({ unit }, o) => [[{ unit }, `请核实工单 ${o.number} 是否归申请退单的单位，并答复。`]],
  returnVerified: (_, o) => [[dispatcher, `工单 ${o.number} 的核实已有答复，请裁定退单。`]],
  returnAccepted: ({ returnNo }, o) => [[ofReturn(o, returnNo), `工单 ${o.number} 的退单已同意。`]],
  returnRejected: ({ returnNo }, o) => [[ofReturn(o, returnNo), `工单 ${o.number} 的退单已驳回，请继续办理；办理期限没有停过。`]],
  arbitrationConvened: (_, o) => [[{ role: "office" }, `工单 ${o.number} 提请会商。`], [lead(o), `工单 ${o.number} 将会商确定主办单位。`]],
  arbitrationConcluded: ({ unit }, o) => [[{ unit }, `工单 ${o.number} 经会商确定由本单位主办。`]],
  extensionRequested: (_, o) => [[dispatcher, `工单 ${o.number} 申请延期，请裁定。`]],
  extensionGranted: (_, o) => [[lead(o), `工单 ${o.number} 的延期已同意。`], ["citizen", `您的诉求（编号 ${OWN_NUMBER}）办理时间需要延长，办好后会告诉您。`]],
  extensionRefused: (_, o) => [[lead(o), `工单 ${o.number} 的延期没有同意，请按原期限办理。`]],
  orderResolved: (_, o) => [[dispatcher, `工单 ${o.number} 已办结反馈，请审核。`]],
  partReported: (_, o) => [[lead(o), `工单 ${o.number} 的协办单位已反馈。`]],
  resolutionPassed: (_, o) => [[{ role: "followUp" }, `工单 ${o.number} 审核通过，待回访。`]],
  reworkDemanded: (_, o) => [[lead(o), `工单 ${o.number} 退回返工，办理期限不变。`]],
  followUpAttempted: ({ channel }) => channel === "sms" ? [["citizen", `您的诉求（编号 ${OWN_NUMBER}）已办结，请点击链接评价。`]] : [],
  followUpConcluded: ({ rating }, o) => rating === "dissatisfied" ? [[dispatcher, `工单 ${o.number} 评价不满意，请决定是否重办。`]] : [],
  orderReopened: (_, o) => [[lead(o), `工单 ${o.number} 重办，请在新的期限内办理。`], ["citizen", `您的诉求（编号 ${OWN_NUMBER}）将重新办理。`]],
  orderReminded: ({ unit }, o) => [[{ unit }, `催办：工单 ${o.number}。`]],
  orderSupervised: ({ level }, o) => supervisionLevels[level].hears.map((who) => [who === "unit" ? lead(o) : { role: who }, `${supervisionLevels[level].name}：工单 ${o.number}。`]),
  alarmRaised: (_, o) => [lead(o), { role: "supervisor" } as const, { role: "office" } as const].map((who) => [who, `报警：工单 ${o.number} 长期无人办理，也没有退单。`]),
  noticeGiven: ({ kind }, o) => [[lead(o), `工单 ${o.number} 的当事人要${kind === "withdraw" ? "撤单" : "修改诉求"}，请回执。`]],
  noticeAnswered: ({ receipt }, o) => [[dispatcher, `工单 ${o.number} 的告知，联络员已${receipt === "confirmed" ? "确认" : "拒绝"}。`]],
  orderWithdrawn: (_, o) => [[lead(o), `工单 ${o.number} 已撤单，不必再办。`]],
};

/** 一个事件的通知: `order` is the state after it. */
export const noticesOf = (event: LedgerEvent, order: OrderState): Notice[] =>
  ((table[event.kind] as Tell<EventKind> | undefined)?.(event.data, order) ?? []).map(([to, sentence]) => ({
    to,
    sentence,
  }));

/** 对重复反映的人的说法, where it isn't the same: the rating is asked of whoever raised the matter first; null: the same. */
export const repeatSentence = (kind: EventKind): string | null =>
  kind === "followUpAttempted" ? `您反映的事项（编号 ${OWN_NUMBER}）已办结。` : null;

/** 收件人的写法 in the rows: 'unit:u09', 'county:u09', 'role:dispatcher'. */
export const recipientKey = (to: Exclude<Recipient, "citizen">): string => {
  if ("unit" in to) return `unit:${to.unit}`;
  return "countyOf" in to ? `county:${to.countyOf}` : `role:${to.role}`;
};

/** 谁的通知: a liaison hears what his unit is told, a county's people what their platform is, everybody else what his role is. */
export const recipientOf = ({ role, unit }: { role: Role; unit: string | null }): string => {
  if (role === "liaison") return `unit:${unit}`;
  return role === "county" ? `county:${unit}` : `role:${role}`;
};
