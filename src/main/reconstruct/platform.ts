import { booksFor } from "../../../rulebook/books.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Database } from "../../store/database.ts";
import { createPlatform, type Platform, platformNamed } from "../../store/platform.ts";
import { reconstructedMonths, removeReconstructed } from "../../store/reconstructed.ts";

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};

async function register(db: Database, name: string, zone: string, now: Instant): Promise<Platform> {
  if (!isZone(zone)) throw new Refusal(refuse("unknownZone", `没有时区“${zone}”。`, "请写成 Asia/Shanghai 的样子。"));
  const books = booksFor(name).map(({ id }) => id);
  const platform: Platform = {
    platform: crypto.randomUUID(),
    name,
    level: "city",
    zone,
    origin: "reconstructed",
    books,
  };
  await createPlatform(db, platform, now);
  return platform;
}

/** 重建到哪里 */
export interface Ground {
  platform: Platform;
  /** months made before and kept, the earliest first */
  given: MonthKey[];
}

const startOver = "要从头再来，请加 --replace：它先撤回该平台全部重建的记录。";

/**
 * 备好平台: makes it where there is none of that name. The platform's only month is made again, replacing what was there;
 * a later month is added to what is there; an earlier one, or one among several, is refused. Refuses a platform that has
 * records of its own, with --replace too.
 */
export async function prepareGround(
  db: Database,
  { name, month, zone, replace, now }: { name: string; month: MonthKey; zone: string; replace: boolean; now: Instant },
): Promise<Ground> {
  const known = await platformNamed(db, name);
  if (!known) return { platform: await register(db, name, zone, now), given: [] };
  if (known.origin === "live")
    throw new Refusal(
      refuse(
        "platformLive",
        `平台“${name}”已有不是重建出来的记录，不能再重建。`,
        "请在另一个数据目录里重建，或在文件里换一个平台名。",
      ),
    );
  const months = await reconstructedMonths(db, known.platform);
  const last = months.at(-1);
  if (!replace && last !== undefined && month < last)
    throw new Refusal(refuse("monthTooEarly", `平台“${name}”已重建到 ${last}，不能再补更早的 ${month}。`, startOver));
  if (!replace && month === last && months.length > 1)
    throw new Refusal(
      refuse("monthThere", `平台“${name}”的 ${month} 是在 ${months.at(-2)} 之后接着重建的，不能单独重做。`, startOver),
    );
  if (!replace && last !== undefined && month > last) return { platform: known, given: months };
  await removeReconstructed(db, known.platform);
  return { platform: known, given: [] };
}
