/** 当事人自己能做的: what may be added, taken back, shown and said on his own page, and in his words why not. */
import { citizen } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import { allowed } from "../order/decide.ts";
import type { Rules } from "../order/rules.ts";
import { roundOf } from "../order/stage.ts";
import { type Refused, refuse } from "../refusal.ts";
import { allInForce } from "../rule/inForce.ts";
import type { RuleRow } from "../rule/rulebook.ts";
import type { Matter } from "./conditions.ts";
import { allowedOnRequest } from "./decide.ts";
import type { RequestAction } from "./lifecycle.ts";

/** what a clerk calls a call that says nothing; nobody raises that */
const VOID = "无效";

/** 可选的诉求类型, in printed order */
export const typesOffered = ({ rulebook, dateOf }: Rules, at: Instant): RuleRow<"requestType">[] =>
  allInForce(rulebook, "requestType", dateOf(at))
    .filter(({ key }) => key !== VOID)
    .toSorted((one, other) => one.value.order - other.value.order);

const over = (what: string) =>
  refuse("citizenTooLate", `这件事已经有了结果，不能再${what}。`, "有新的情况请重新反映，写上原来的编号。");
const asked = refuse("withdrawalAsked", "您已经要求撤回，热线正在和承办单位核对。", "有变化请拨打 12345。");
const shared = refuse("sharedMatter", "还有人反映同一件事，热线会继续办理。", "有变化请拨打 12345。");
const noRating = refuse("noRating", "现在还不用评价。", "有了答复以后，热线会请您评价。");
const rated = refuse("citizenRated", "您已经评价过了，谢谢。", "有新的情况请拨打 12345。");

export type CitizenAct = "amend" | "withdraw" | "attach" | "rate";

/**
 * 撤单 of a matter that a unit has: the wish is told to its liaison, who answers. Whoever raised it first can't take back what
 * others wait for as well.
 */
function withdrawalOf({ request, order }: Matter, rules: Rules, at: Instant): Refused | null {
  const isShared = request.repeats.length > 0;
  if (order === null) {
    if (allows({ request, order }, "withdraw", at)) return null;
    return isShared && request.outcome === "pending" ? shared : over("撤回");
  }
  if (order.notices.some(({ kind, receipt }) => kind === "withdraw" && receipt === null)) return asked;
  const notice = allowed(order, citizen, at, rules).find(({ action }) => action === "giveNotice");
  if (!notice?.allowed) return over("撤回");
  return isShared ? shared : null;
}

const allows = (matter: Matter, action: RequestAction, at: Instant): boolean =>
  allowedOnRequest(matter, citizen, at).some((one) => one.action === action && one.allowed);

function ratingOf(matter: Matter, at: Instant): Refused | null {
  if (allows(matter, "rate", at)) return null;
  const { request, order } = matter;
  return request.rating !== null || (order !== null && roundOf(order).followedUpAt !== null) ? rated : noRating;
}

/** 为什么不能; null: he may. */
export function citizenMay(matter: Matter, rules: Rules, at: Instant): Record<CitizenAct, Refused | null> {
  return {
    amend: allows(matter, "amend", at) ? null : over("补充"),
    withdraw: withdrawalOf(matter, rules, at),
    attach: allows(matter, "attach", at) ? null : over("添加照片"),
    rate: ratingOf(matter, at),
  };
}
