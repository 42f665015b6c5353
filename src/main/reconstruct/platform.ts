import { booksFor } from "../../../rulebook/books.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Database } from "../../store/database.ts";
import { createPlatform, type Platform, platformNamed } from "../../store/platform.ts";
import { reconstructedMonths, removeReconstructed } from "../../store/reconstructed.ts";
import { ownBook, rulebookOf, rulebookOfBooks } from "../../store/rules.ts";
import { newPlatform } from "../newPlatform.ts";

/** 要重建的月份 of a platform by name */
export interface Target {
  name: string;
  month: MonthKey;
  /** takes all reconstructed records of the platform back first */
  replace: boolean;
}

/** 重建到哪里 */
export interface Ground {
  /** null: there is none of that name yet */
  platform: Platform | null;
  /** months made before and kept, the earliest first */
  given: MonthKey[];
}

const startOver = "要从头再来，请加 --replace：它先撤回该平台全部重建的记录。";

/**
 * 查看场地: what is there under that name. The platform's only month is made again, replacing what was there; a later month
 * is added to what is there; an earlier one, or one among several, is refused, and so is a platform that has records of
 * its own, with `replace` too.
 */
export async function groundOf(db: Database, { name, month, replace }: Target): Promise<Ground> {
  const platform = await platformNamed(db, name);
  if (!platform) return { platform, given: [] };
  if (platform.origin === "live")
    throw new Refusal(
      refuse(
        "platformLive",
        `平台“${name}”已有不是重建出来的记录，不能再重建。`,
        "请在另一个数据目录里重建，或在文件里换一个平台名。",
      ),
    );
  const months = await reconstructedMonths(db, platform.platform);
  const last = months.at(-1);
  if (!replace && last !== undefined && month < last)
    throw new Refusal(refuse("monthTooEarly", `平台“${name}”已重建到 ${last}，不能再补更早的 ${month}。`, startOver));
  if (!replace && month === last && months.length > 1)
    throw new Refusal(
      refuse("monthThere", `平台“${name}”的 ${month} 是在 ${months.at(-2)} 之后接着重建的，不能单独重做。`, startOver),
    );
  return { platform, given: !replace && last !== undefined && month > last ? months : [] };
}

const booksOf = (name: string) => booksFor(name).map(({ id }) => id);

/** 新库的规则库 of a platform of that name, as the database will have it: of what the release says nothing it keeps nothing. */
export const releasedRulebook = (name: string): Rulebook =>
  JSON.parse(JSON.stringify(assemble(booksFor(name).map(({ rows }) => rows))));

/** 场地的规则库 as it will be once the ground is laid. */
export const rulebookOfGround = (db: Database, { platform, given }: Ground, name: string): Promise<Rulebook> =>
  platform && given.length > 0
    ? rulebookOf(db, platform.platform)
    : rulebookOfBooks(
        db,
        platform ? [...platform.books, ownBook(platform.platform)] : booksOf(name),
        platform ? "reconstructed" : undefined,
      );

/** 备好场地: registers the platform where there is none, takes back what is replaced; answers the platform. */
export async function layGround(
  tx: Database,
  { platform, given }: Ground,
  { name, zone, now }: { name: string; zone: string; now: Instant },
): Promise<Platform> {
  if (platform) {
    if (given.length === 0) await removeReconstructed(tx, platform.platform);
    return platform;
  }
  const made = newPlatform({ name, level: "city", zone, origin: "reconstructed" });
  await createPlatform(tx, made, now);
  return made;
}
