/** 市民端的限次: nobody here has an account, so that what is counted is where they come from, and which number they try. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { countAttempt, giveBackAttempt } from "../../store/access/attempt.ts";
import { atMost } from "../often.ts";
import type { Visit } from "../visit.ts";

const handIns = [atMost(6), atMost(60, 60)];
const photos = atMost(30);
const looks = atMost(300);

/** Whoever has one address of IPv6 has all those that share its first half. */
export const networkOf = (address: string): string =>
  address.includes(".") || !address.includes(":") ? address : address.split(":").slice(0, 4).join(":");

const tooOften = (limits: readonly ReturnType<typeof atMost>[], { platform, address, at }: Visit): Refused | null => {
  for (const limit of limits) {
    const refused = limit(platform, networkOf(address), at);
    if (refused) return refused;
  }
  return null;
};
export const handsInTooOften = (visit: Visit) => tooOften(handIns, visit);
export const sendsTooOften = (visit: Visit) => tooOften([photos], visit);
export const looksTooOften = (visit: Visit) => tooOften([looks], visit);

const ofNumber = (number: string) => `编号 ${number}`;
const ofAddress = ({ address }: Visit) => `来自 ${networkOf(address)}`;

/**
 * 限次的: of one number from one address; from that address, whichever number; and of one number from anywhere. The first is
 * small, so that a stranger who guesses at a number is locked out and not its citizen; the last stops whoever guesses from many.
 * Kept beside wrong passwords, under what is no staff number.
 */
const triedBy = (number: string, visit: Visit) =>
  [
    [`${ofNumber(number)} ${ofAddress(visit)}`, "queryCodeAttempts"],
    [ofAddress(visit), "queryCodeAttemptsFrom"],
    [ofNumber(number), "queryCodeAttemptsFrom"],
  ] as const;

const lockoutOf = (rules: Rules, threshold: string, at: Instant) => ({
  attempts: rules.threshold(threshold, at),
  minutes: rules.threshold("queryCodeLockMinutes", at),
});

/** 记一次: of this number and from this address; counted before the code is looked at, so that guesses at once count too. */
export async function countGuess(number: string, visit: Visit): Promise<Refused | null> {
  const { db, platform, at } = visit;
  const rules = await visit.rules();
  for (const [tried, threshold] of triedBy(number, visit)) {
    const lockout = lockoutOf(rules, threshold, at);
    if (!(await countAttempt(db, platform.platform, tried, lockout, at)))
      return refuse(
        "queryCodeLocked",
        "查询码连续输错，暂时不能查。",
        `请 ${lockout.minutes} 分钟后再试，或拨打 12345。`,
      );
  }
  return null;
}

/** 还一次: it was right. */
export async function giveBackGuess(number: string, visit: Visit): Promise<void> {
  for (const [tried] of triedBy(number, visit)) await giveBackAttempt(visit.db, visit.platform.platform, tried);
}
