/** 答应来电人的: by when what happens, as the limits in force say; read to him before he hangs up. */
import type { Instant } from "../calendar/civil.ts";
import { limitWords } from "../order/limitWords.ts";
import type { Rules } from "../order/rules.ts";

/** '24 小时内派给承办单位；…', of an urgent matter by its own limits. */
export function promiseWords(rules: Rules, urgent: boolean, at: Instant): string {
  const of = (rule: string) => limitWords(rules.limit(urgent ? `${rule}Urgent` : rule, at));
  return `${of("dispatch")}内派给承办单位，对方 ${of("acknowledge")}内签收，签收后 ${of("resolve")}内办结并答复您，之后会回访`;
}
