import { addDays, type CivilDate, type Instant } from "../domain/calendar/civil.ts";
import { lastDay } from "../domain/calendar/month.ts";
import { civilDateOf, startOfDay } from "../domain/calendar/zone.ts";
import type { Database } from "../store/database.ts";
import { lastEventAt } from "../store/ledger/lastEvent.ts";
import { isDemonstration, type Platform, setHereSince } from "../store/platform.ts";
import { reconstructedMonths } from "../store/reconstructed.ts";

const HOUR = 3_600_000;
/** the desks open and close */
const [OPENS, CLOSES] = [9, 18];

const morningOf = (date: CivilDate, zone: string): Instant => startOfDay(date, zone) + OPENS * HOUR;

/** Right after what was done last, or the next morning where that was in the evening. */
function goesOnAt(last: Instant, zone: string): Instant {
  const today = civilDateOf(last, zone);
  return last < startOfDay(today, zone) + CLOSES * HOUR ? last : morningOf(addDays(today, 1), zone);
}

/** 开门的时刻 of a demonstration: the morning after the last month that was reconstructed; null: of none, or elsewhere. */
async function openingOf(db: Database, { platform, zone }: Platform): Promise<Instant | null> {
  const month = (await isDemonstration(db)) ? (await reconstructedMonths(db, platform)).at(-1) : undefined;
  return month === undefined ? null : morningOf(addDays(lastDay(month), 1), zone);
}

/**
 * 演示的时钟: a demonstration lives in its own month. It opens on the morning after the last month that was reconstructed and goes
 * on where it was left, so that what is due is due and nothing has lain for years. Wherever people work, and where such a clock
 * would be ahead of the real one, it is the real one.
 */
export async function hotlineClock(db: Database, platform: Platform, real: () => Instant): Promise<() => Instant> {
  const first = await openingOf(db, platform);
  if (first === null) return real;
  const last = await lastEventAt(db, platform.platform);
  const opens = last === null || last < first ? first : goesOnAt(last, platform.zone);
  const started = real();
  return opens >= started ? real : () => opens + (real() - started);
}

/**
 * 演示自开门起在此: by its own clock the platform is here since it opened, not since it was loaded years later, so that the jobs take
 * what happens after the opening for the present and only what was before for history.
 */
export async function hereSinceOpening(db: Database, platform: Platform, real: () => Instant): Promise<void> {
  const first = await openingOf(db, platform);
  if (first !== null && first < real()) await setHereSince(db, platform.platform, first);
}
