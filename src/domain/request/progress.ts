/** 进展: how a matter stands, in four steps and in words for whoever raised it: who has it, by when; nothing of how units argue. */
import type { Instant } from "../calendar/civil.ts";
import { dayAndTime } from "../order/clockWords.ts";
import { upToDate } from "../order/decide.ts";
import type { OrderState } from "../order/order.ts";
import type { Rules } from "../order/rules.ts";
import { leadOf, roundOf, stageOf } from "../order/stage.ts";
import { inForce } from "../rule/inForce.ts";
import type { Matter } from "./conditions.ts";
import { type RouteCode, routes } from "./routes.ts";

export interface ProgressStep {
  name: string;
  state: "done" | "now" | "later";
  says: string;
  at: Instant | null;
}

const done = (name: string, says: string, at: Instant | null): ProgressStep => ({ name, state: "done", says, at });
const now = (name: string, says: string): ProgressStep => ({ name, state: "now", says, at: null });
const later = (name: string, says = ""): ProgressStep => ({ name, state: "later", says, at: null });

interface Asking {
  /** asked by one of those whose requests were merged into it */
  isRepeat: boolean;
  at: Instant;
  rules: Rules;
}

const unitName = ({ rules, at }: Asking, unit: string) =>
  inForce(rules.rulebook, "unit", unit, rules.dateOf(at))?.value.name ?? "承办单位";

/** 最迟何时答复, and what is said when that has passed. */
const by = ({ rules, at }: Asking, dueAt: Instant | null): string => {
  if (dueAt === null) return "。";
  const day = dayAndTime(dueAt, rules.zone);
  return at < dueAt ? `，最迟 ${day} 答复。` : `。原定 ${day} 答复，已经超过，热线正在督促。`;
};

/** What one takes back can't end what others wait for; an import may say that it did. */
const withdrawn = ({ isRepeat }: Asking) =>
  isRepeat ? "这件事已由先反映的人撤回。您要继续反映，请重新登记，或者拨打 12345。" : "已按您的要求撤回，不再办理。";

function handling(order: OrderState, of: Asking): ProgressStep {
  const unit = unitName(of, leadOf(order).unit);
  const stage = stageOf(order);
  if (stage === "returned") return now("办理", "热线正在重新确定由哪个单位办理。");
  if (stage === "unacknowledged") return now("办理", `已交给${unit}，等它接手。`);
  const again = order.reopenedAt !== null;
  return now("办理", `${unit}正在${again ? "重新" : ""}办理${by(of, again ? order.reopenDueAt : leadOf(order).dueAt)}`);
}

function ofOrder(order: OrderState, of: Asking): ProgressStep[] {
  const unit = unitName(of, leadOf(order).unit);
  const stage = stageOf(order);
  const sent = done("交办", `已交给${unit}办理。`, order.dispatchedAt);
  if (stage === "withdrawn") return [sent, done("办理", withdrawn(of), order.withdrawnAt)];
  const { resolvedAt, followedUpAt } = roundOf(order);
  if (resolvedAt === null) return [sent, handling(order, of), later("答复")];
  const handled = done("办理", `${unit}已经办理。`, resolvedAt);
  return [
    sent,
    handled,
    followedUpAt === null
      ? now("答复", "已有办理结果。热线会请您评价。")
      : done("答复", "已有办理结果，回访已经结束。", followedUpAt),
  ];
}

/** 不转办的结果: each in its steps after the first. */
function settled({ request }: Matter, of: Asking): ProgressStep[] {
  const { outcome, settledAt, acceptedAt, refusal } = request;
  if (outcome === "firstContact")
    return [
      done("交办", "热线可以直接答复，不用转给别的单位。", settledAt),
      done("办理", "热线已经办理。", settledAt),
      done("答复", "已经答复。", settledAt),
    ];
  if (outcome === "withdrawn") return [done("办理", withdrawn(of), settledAt)];
  if (outcome === "refused") return [done("答复", refusedWords(refusal?.route), settledAt)];
  const { instant } = of.rules.end(of.rules.limit("dispatch", acceptedAt), acceptedAt);
  const waiting =
    of.at < instant
      ? `热线正在看，最迟 ${dayAndTime(instant, of.rules.zone)} 交给承办单位，或者直接答复您。`
      : "热线正在看，比平时慢，请您再等一等。";
  return [now("交办", waiting), later("办理"), later("答复")];
}

const refusedWords = (route: string | undefined) =>
  route !== undefined && Object.hasOwn(routes, route) ? routes[route as RouteCode].sentence : "这件事热线不能受理。";

const stepsAfter = (matter: Matter, of: Asking): ProgressStep[] =>
  matter.order ? ofOrder(upToDate(matter.order, of.at, of.rules), of) : settled(matter, of);

/** 四步; a matter that ended early has fewer. `main`: the one that it was merged into. */
export function progressOf(own: Matter, main: Matter | null, rules: Rules, at: Instant): ProgressStep[] {
  const says = main ? "您的诉求已经登记，和别人反映的同一件事一起办理。" : "您的诉求已经登记。";
  return [
    done("收到", says, own.request.acceptedAt),
    ...stepsAfter(main ?? own, { rules, at, isRepeat: main !== null }),
  ];
}
