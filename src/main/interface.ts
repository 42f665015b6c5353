import { sessionAuthenticate } from "../api/access/authenticate.ts";
import { operations } from "../api/operations.ts";
import type { Interface } from "../api/server.ts";
import type { Database } from "../store/database.ts";
import { type Platform, platforms } from "../store/platform.ts";
import { attachmentsAt } from "./attachments.ts";
import { openDesk } from "./desk.ts";
import type { Call } from "./execute.ts";
import { sayFault } from "./run.ts";
import { signOnFrom } from "./signOn.ts";

/** 接口所服务的平台: the city's; where there are several, the one named by $REXIAN_PLATFORM; null: none yet. */
function served(all: Platform[], name: string | undefined): Platform | null {
  const cities = all.filter(({ level }) => level === "city");
  return all.find((one) => one.name === name) ?? (cities.length === 1 ? cities[0]! : null);
}

/** 接口 over an open database; null where no platform runs on it. */
export async function openInterface(
  db: Database,
  { io, debug, place }: Pick<Call, "io" | "debug" | "place">,
): Promise<Interface | null> {
  const platform = served(await platforms(db), process.env.REXIAN_PLATFORM);
  if (!platform) return null;
  const desk = await openDesk(db, platform, attachmentsAt(place), Date.now);
  desk.signOn = signOnFrom(process.env, (error) => sayFault(error, io, debug));
  return {
    desk,
    operations,
    authenticate: sessionAuthenticate(desk),
    failed: (error) => sayFault(error, io, debug),
  };
}
