/** 动作的表单: what each asks for, in the order of the eye; one line an action. What may be done, and why not, the server says. */
import { orderNouns } from "../../contract/order/nouns.ts";
import { limitUnits } from "../../domain/order/limitWords.ts";
import type { Range } from "../ui/entry.ts";
import type { Order } from "./data.ts";

export interface FormField {
  name: string;
  label: string;
  kind: "words" | "line" | "unit" | "choice" | "number" | "nextUnit" | "subUnit" | "notice" | "memorandum";
  choices?: readonly [value: string | boolean, words: string][];
  optional?: boolean;
  hint?: string;
  /** 常用的话: taken with one click, then changed at will */
  phrases?: readonly string[];
  most?: number;
  /** counted as the order's limit is, and no more than that; the label ends with what it is counted in */
  inLimit?: boolean;
}

/** 填得了的数 of a field of numbers */
export const rangeOf = ({ most = 1000 }: FormField): Range => ({ kind: "count", least: 1, most });

export interface ActForm {
  noun: string;
  fields: readonly FormField[];
  press?: string;
  danger?: boolean;
  /** what is said when it is done */
  done: string;
}

const words = (label: string, extra: Partial<FormField> = {}): FormField => ({
  name: "text",
  label,
  kind: "words",
  ...extra,
});
const note = words("说明", { optional: true });
const unit: FormField = { name: "unit", label: "单位", kind: "unit" };
const choice = (
  name: string,
  label: string,
  choices: FormField["choices"],
  extra: Partial<FormField> = {},
): FormField => ({
  name,
  label,
  kind: "choice",
  choices: choices!,
  ...extra,
});
const solved = choice("solved", "解决了吗", [
  [true, "已解决"],
  [false, "未解决"],
]);
const channel = choice("channel", "方式", [
  ["phone", "电话"],
  ["sms", "短信"],
]);

const of = (
  action: keyof typeof orderNouns,
  done: string,
  fields: readonly FormField[] = [],
  extra: Partial<ActForm> = {},
): ActForm => ({ noun: orderNouns[action], done, fields, ...extra });

const REJECTIONS = [
  "派单目录明确由贵单位承办，请继续办理。",
  "职能在贵单位，没有变化，请继续办理。",
  "属地在贵单位，请牵头办理。",
  "经第三方核实，属贵单位职责，请继续办理。",
  "退单的理由和依据不足，请继续办理。",
  "涉及几个单位，由贵单位牵头，请会同办理。",
];

/** 表单的表 */
// biome-ignore format: one line an action, so that it reads as a table
export const forms: Record<keyof typeof orderNouns, ActForm> = {
  acknowledge:         of("acknowledge", "已签收，办理期限从现在算起。", [], { press: "Alt+S" }),
  contact:             of("contact", "已登记先行联系。", [words("联系的情况", { optional: true })], { press: "Alt+E" }),
  inform:              of("inform", "已登记联系反馈。", [words("怎样告诉当事人的", { optional: true })], { press: "Alt+L" }),
  resolve:             of("resolve", "已办结，等审核和回访。", [solved, { name: "publicText", label: "给当事人的答复（公开）", kind: "words" }, { name: "internalText", label: "内部办理情况（不公开）", kind: "words", optional: true }], { press: "Alt+O" }),
  reportPart:          of("reportPart", "已反馈协办情况。", [words("协办情况")], { press: "Alt+O" }),
  handOn:              of("handOn", "已转下级单位，期限不变。", [{ ...unit, label: "下级单位", kind: "subUnit" }], { press: "Alt+H" }),
  requestExtension:    of("requestExtension", "已申请延期，等热线批复。", [{ name: "amount", label: "延长几", kind: "number", inLimit: true }, words("理由")], { press: "Alt+Y" }),
  requestReturn:       of("requestReturn", "已申请退单，等热线裁定。", [{ name: "reason", label: "退单原因", kind: "line" }, words("依据和说明")], { press: "Alt+T" }),
  answerVerification:  of("answerVerification", "已答复核实。", [choice("competent", "确是申请退单的单位的", [[true, "是"], [false, "不是"]]), words("依据")]),
  answerNotice:        of("answerNotice", "已回执。", [{ name: "no", label: "哪一次告知", kind: "notice" }, choice("receipt", "回执", [["confirmed", "同意"], ["refused", "不同意"]]), note]),
  assist:              of("assist", "已加派协办。", [{ ...unit, label: "协办单位" }]),
  redispatch:          of("redispatch", "已改派。", [{ ...unit, label: "改派给" }, { name: "basis", label: "依据", kind: "line", optional: true }, note], { press: "Alt+P" }),
  acceptReturn:        of("acceptReturn", "已同意退单。", [{ name: "to", label: "改派给（空着等以后改派）", kind: "nextUnit", optional: true }, note], { press: "Alt+A" }),
  rejectReturn:        of("rejectReturn", "已驳回退单。", [words("驳回的理由", { phrases: REJECTIONS })], { press: "Alt+R" }),
  askVerification:     of("askVerification", "已请第三方单位核实。", [{ ...unit, label: "请谁核实" }, note], { press: "Alt+V" }),
  convene:             of("convene", "已提请会商。", [note], { press: "Alt+H" }),
  concludeArbitration: of("concludeArbitration", "会商结论已记下。", [{ ...unit, label: "主办单位定为" }, words("会议备忘录"), { name: "directory", label: "写入派单目录", kind: "memorandum", optional: true }], { press: "Alt+M" }),
  grantExtension:      of("grantExtension", "已同意延期。", [], { press: "Alt+Y" }),
  refuseExtension:     of("refuseExtension", "已回复不同意延期。", [words("理由")], { press: "Alt+J" }),
  passReview:          of("passReview", "审核通过，等回访。", [], { press: "Alt+A" }),
  demandRework:        of("demandRework", "已退回返工。", [words("返工的要求")], { press: "Alt+R" }),
  attemptFollowUp:     of("attemptFollowUp", "已登记未接通。", [channel], { press: "Alt+N" }),
  concludeFollowUp:    of("concludeFollowUp", "回访已登记。", [channel, choice("rating", "评价", [["satisfied", "满意"], ["neutral", "一般"], ["dissatisfied", "不满意"], ["noResponse", "不评价"]]), choice("solved", "解决了吗", [[true, "解决"], [false, "没解决"]], { optional: true }), words("原话或原因", { optional: true })], { press: "Alt+O" }),
  reopen:              of("reopen", "已重办，单位会收到。", [words("重办的要求")]),
  close:               of("close", "已归档。", []),
  remind:              of("remind", "已催办。", [note], { press: "Alt+C" }),
  supervise:           of("supervise", "已发督办。", [choice("level", "督办", [["blue", "蓝色"], ["yellow", "黄色"], ["red", "红色"], ["summon", "约谈"]]), note], { press: "Alt+D" }),
  logContact:          of("logContact", "已登记。", [unit, choice("result", "结果", [["reached", "联系上"], ["notReached", "没联系上"], ["refused", "拒绝"], ["complained", "有意见"]]), note]),
  giveNotice:          of("giveNotice", "已告知联络员。", [choice("kind", "告知什么", [["withdraw", "当事人要撤单"], ["amend", "当事人改了诉求"]]), words("当事人怎么说")]),
  withdraw:            of("withdraw", "已撤单。", [note], { danger: true }),
};

export const formOf = (action: string): ActForm | undefined =>
  Object.hasOwn(forms, action) ? forms[action as keyof typeof forms] : undefined;

/** 要填的各栏 of an action on that order */
export const fieldsOf = (action: string, { limit }: Pick<Order, "limit">): FormField[] =>
  formOf(action)!.fields.map((field) =>
    field.inLimit && limit ? { ...field, label: `${field.label}${limitUnits[limit.in]}`, most: limit.amount } : field,
  );
