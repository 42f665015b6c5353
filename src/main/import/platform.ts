import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Database } from "../../store/database.ts";
import { markLive } from "../../store/import/source.ts";
import { createPlatform, type Platform, platformNamed } from "../../store/platform.ts";
import { rulebookOf } from "../../store/rules.ts";
import { choosePlatform } from "../choosePlatform.ts";
import { newPlatform } from "../newPlatform.ts";

class Undone extends Error {}

/** The rulebook that a new platform would have, its registration taken back. */
async function trial(db: Database, platform: Platform, now: number): Promise<Rulebook> {
  let rulebook: Rulebook = { rows: {} };
  const undone = new Undone("taken back");
  await db
    .transaction(async (tx) => {
      await createPlatform(tx, platform, now);
      rulebook = await rulebookOf(tx, platform.platform);
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  return rulebook;
}

export interface Filling {
  platform: Platform;
  rulebook: Rulebook;
  isNew: boolean;
  /** registers the platform, or that its records are no longer only reconstructed; once the file proved usable */
  settle(): Promise<unknown>;
}

/** 导入到哪个平台: the named one, made where there is none of that name; without a name the only one there is. */
export async function platformToFill(
  db: Database,
  name: string | undefined,
  { zone, now, dryRun }: { zone: string; now: number; dryRun: boolean },
): Promise<Filling> {
  const known = name === undefined ? await choosePlatform(db, name) : await platformNamed(db, name);
  const settle = async (register: () => Promise<unknown>) => (dryRun ? undefined : register());
  if (known) {
    const isLive = known.origin === "live";
    const rulebook = await rulebookOf(db, known.platform);
    const register = async () => (isLive ? undefined : markLive(db, known.platform));
    return { platform: known, rulebook, isNew: false, settle: () => settle(register) };
  }
  const platform = newPlatform({ name: name!, level: "city", zone, origin: "live" });
  const rulebook = await trial(db, platform, now);
  return { platform, rulebook, isNew: true, settle: () => settle(() => createPlatform(db, platform, now)) };
}
