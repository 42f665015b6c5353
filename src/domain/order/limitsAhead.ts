/** 期限预告: what a matter would run under if it were sent out now, said before it is. */
import type { Instant } from "../calendar/civil.ts";
import { dayAndTime } from "./clockWords.ts";
import { limitWords } from "./limitWords.ts";
import type { OrderState, RunningLimit } from "./order.ts";
import { acknowledgeBy, type Deadline, type Rules, resolveLimit } from "./rules.ts";

export interface LimitAhead extends Deadline {
  words: string;
}

/** 签收、办理, and 办理 of a matter that is marked as complex */
export interface LimitsAhead {
  acknowledge: LimitAhead;
  resolve: LimitAhead;
  resolveComplex: LimitAhead;
}

const ahead = (limit: RunningLimit, at: Deadline, latest: string, { zone }: Rules): LimitAhead => ({
  ...at,
  words: `${limitWords(limit)}（${at.provisional ? "暂定" : ""}${latest} ${dayAndTime(at.instant, zone)}）`,
});

/** 各期限 of what is sent out at that instant. The handling ends latest where the unit lets itself be taken to have acknowledged. */
export function limitsAhead({ urgent }: Pick<OrderState, "urgent">, at: Instant, rules: Rules): LimitsAhead {
  const acknowledged = acknowledgeBy(rules, { urgent, complex: false }, at);
  const resolve = (complex: boolean) => {
    const limit = resolveLimit(rules, { urgent, complex }, acknowledged.instant);
    const end = rules.end(limit, acknowledged.instant);
    return ahead(limit, { ...end, provisional: end.provisional || acknowledged.provisional }, "最迟至", rules);
  };
  return {
    acknowledge: ahead(rules.limit(urgent ? "acknowledgeUrgent" : "acknowledge", at), acknowledged, "至", rules),
    resolve: resolve(false),
    resolveComplex: resolve(true),
  };
}
