import type { Rating } from "../../domain/rule/rulebook.ts";
import type { Span } from "../block.ts";
import type { CaseFacts, TrailKind, TrailStep } from "../caseFacts.ts";
import { shortDay } from "./date.ts";
import { office, say, separated, type Words } from "./say.ts";

/** 评价的说法 */
export const ratingNames: Record<Rating, string> = {
  satisfied: "满意",
  neutral: "一般",
  dissatisfied: "不满意",
  noResponse: "未评价",
};

const quoted = (text: string | null, lead: string): Words[] =>
  text ? [`，${lead}“`, office(text.replace(/[。；]+$/, "")), "”"] : [];
const unit = (step: TrailStep) => step.unit ?? "承办单位";

/** what each step of a trail is called in a sentence; null: not told */
const sentence: Record<TrailKind, (step: TrailStep, again: boolean) => Words[] | null> = {
  dispatched: (step, again) => [again ? "再次派发至" : "派发至", unit(step)],
  acknowledged: () => null,
  returnRequested: (step) => [
    unit(step),
    step.late ? "申请退单，超过规定期限" : "申请退单",
    ...quoted(step.text, "理由是"),
  ],
  returnVerified: (step) => ["经", unit(step), "核实", ...quoted(step.text, "答复为")],
  returnAccepted: (step) => ["热线办同意退单", ...quoted(step.text, "意见是")],
  returnRejected: (step) => ["热线办驳回退单", ...quoted(step.text, "意见是")],
  informed: (step) => [unit(step), "向当事人反馈办理情况"],
  resolved: (step) => [unit(step), step.late ? "超期办结反馈" : "办结反馈", ...quoted(step.text, "结果为")],
  reworkDemanded: (step) => ["热线办退回要求重新办理", ...quoted(step.text, "原因是")],
  followedUp: (step) => ["回访结果为", ratingNames[step.rating ?? "noResponse"], ...quoted(step.text, "市民表示")],
  reopened: (step) => ["工单重办，由", unit(step), "继续办理"],
  withdrawn: () => ["市民撤单"],
};

interface Told extends Pick<CaseFacts, "acceptedOn" | "trail"> {
  /** to whom it had been dispatched before the first step that is told */
  sentBefore?: readonly string[];
}

/** 经过: every step with its date, a day named once, the day of the call 当日; 派发至…；11月2日…申请退单，超过规定期限… */
export function trail({ acceptedOn, trail: steps, sentBefore = [] }: Told, month: string): Span[] {
  const dispatched = new Set<string>(sentBefore);
  let day: string | null = null;
  const told = steps.flatMap((step): Words[][] => {
    const again = step.what === "dispatched" && dispatched.has(unit(step));
    if (step.what === "dispatched") dispatched.add(unit(step));
    const words = sentence[step.what](step, again);
    if (!words) return [];
    const date =
      day === null && step.on === acceptedOn ? "当日" : step.on === day ? "" : `${shortDay(step.on, month)}，`;
    day = step.on;
    return [[date, ...words]];
  });
  return told.length === 0 ? [] : say`${separated(told, "；")}。`;
}

/** 市民来电: 9月30日，市民彭先生反映某某社区树木修剪问题：“…”。 */
export function complaint(facts: CaseFacts, month: string): Span[] {
  const who = facts.citizen ? `市民${facts.citizen}` : "市民";
  const words: Words[] = facts.request ? ["：“", office(facts.request.replace(/[。；]+$/, "")), "”。"] : ["。"];
  return say`${shortDay(facts.acceptedOn, month)}，${who}反映${facts.place ?? ""}${facts.topic}方面的问题${words}`;
}

/** 流转小结: how often it was sent, how many returns were late, how many days from the first dispatch to the last step. */
export function turns(steps: TrailStep[]): Span[] {
  const sent = steps.filter((step) => step.what === "dispatched");
  const returned = steps.filter((step) => step.what === "returnRequested");
  const late = returned.filter((step) => step.late).length;
  if (sent.length === 0 || returned.length === 0) return [];
  const days = (Date.parse(steps.at(-1)!.on) - Date.parse(sent[0]!.on)) / 86_400_000;
  const lateness =
    late === 0
      ? ""
      : late === returned.length
        ? `，${late > 1 ? "均" : ""}超过规定期限`
        : `，其中${late}次超过规定期限`;
  return say`该工单共派发${String(sent.length)}次，申请退单${String(returned.length)}次${lateness}，自首次派发历时${String(days)}天。`;
}
