import type { Actor } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import type { OrderState } from "./order.ts";
import type { Rules } from "./rules.ts";

/**
 * 一问: may this actor do it to this order now? `lapsed` = the limit of some acknowledgement has just ended;
 * `behind` = the clock stands before the order's last step.
 */
export interface Ask {
  order: OrderState;
  by: Actor;
  now: Instant;
  rules: Rules;
  lapsed: boolean;
  behind: boolean;
}
