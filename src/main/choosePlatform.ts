import { Refusal, refuse } from "../domain/refusal.ts";
import type { Database } from "../store/database.ts";
import { type Platform, platforms } from "../store/platform.ts";

/** 选平台: the named one, or the only one; refuses an unknown name, and silence where there are several. */
export async function choosePlatform(db: Database, name: string | undefined): Promise<Platform> {
  const all = await platforms(db);
  const names = all.map((platform) => platform.name).join("、");
  if (all.length === 0)
    throw new Refusal(
      refuse(
        "noPlatform",
        "数据库里还没有热线平台。",
        "请先用 rexian platform create 新建一个，或用 rexian import、rexian reconstruct 放入记录。",
      ),
    );
  if (name === undefined && all.length > 1)
    throw new Refusal(refuse("whichPlatform", "数据库里有多个平台。", `请指明其中一个：${names}。`));
  const chosen = name === undefined ? all[0] : all.find((platform) => platform.name === name);
  if (!chosen) throw new Refusal(refuse("unknownPlatform", `没有名为“${name}”的平台。`, `已有的平台：${names}。`));
  return chosen;
}
