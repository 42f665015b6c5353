/** 锁定的规定 in force at that instant. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { Lockout } from "../../store/access/attempt.ts";

export const lockoutOf = (rules: Rules, at: Instant): Lockout => ({
  attempts: rules.threshold("signInAttempts", at),
  minutes: rules.threshold("signInLockMinutes", at),
});
