import { sessionAuthenticate } from "../api/access/authenticate.ts";
import { operations } from "../api/operations.ts";
import type { Interface } from "../api/server.ts";
import type { Database } from "../store/database.ts";
import { platforms } from "../store/platform.ts";
import { attachmentsAt } from "./attachments.ts";
import { hereSinceOpening, hotlineClock } from "./demonstrationClock.ts";
import { openDesk } from "./desk.ts";
import type { Call } from "./execute.ts";
import { proxyFrom } from "./proxy.ts";
import { sayFault } from "./run.ts";
import { servedPlatform } from "./servedPlatform.ts";
import { signOnFrom } from "./signOn.ts";

/** 接口 over an open database; null where no platform runs on it. */
export async function openInterface(
  db: Database,
  { io, debug, place }: Pick<Call, "io" | "debug" | "place">,
): Promise<Interface | null> {
  const say = (sentence: string) => io.err(`${sentence}\n`);
  const platform = servedPlatform(await platforms(db), process.env.REXIAN_PLATFORM, say);
  if (!platform) return null;
  await hereSinceOpening(db, platform, Date.now);
  const desk = await openDesk(db, platform, attachmentsAt(place), await hotlineClock(db, platform, Date.now));
  desk.behindProxy = proxyFrom(process.env) !== null;
  desk.signOn = signOnFrom(process.env, (error) => sayFault(error, io, debug));
  return {
    desk,
    operations,
    authenticate: sessionAuthenticate(desk),
    failed: (error) => sayFault(error, io, debug),
  };
}
