/** 新平台 as it would be registered, however it comes to be: by hand, for an import, for a published month. */
import { randomUUID } from "node:crypto";
import { booksFor } from "../../rulebook/books.ts";
import { localTime } from "../domain/calendar/zone.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import type { Platform } from "../store/platform.ts";

export const DEFAULT_ZONE = "Asia/Shanghai";

const isZone = (zone: string): boolean => {
  try {
    localTime(0, zone);
    return true;
  } catch {
    return false;
  }
};

/** 时区: refuses a name that this machine's calendar doesn't know. */
export function refuseUnknownZone(zone: string): void {
  if (!isZone(zone)) throw new Refusal(refuse("unknownZone", `没有时区“${zone}”。`, "请写成 Asia/Shanghai 的样子。"));
}

/** 新平台: its books are those that name it, else the neutral ones. Refuses an unknown zone. */
export function newPlatform(given: Pick<Platform, "name" | "level" | "zone" | "origin">): Platform {
  refuseUnknownZone(given.zone);
  return { platform: randomUUID(), ...given, books: booksFor(given.name).map(({ id }) => id) };
}
