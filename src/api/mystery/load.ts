/** 取拨测 as this viewer may have it: a county platform what was rated of its own, and never when it will be phoned. */
import { countySees, type MysteryTask } from "../../domain/county/mystery.ts";
import { type SheetRules, sheetRules } from "../../domain/county/mysterySheet.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { isRefused, type Refused, refuse } from "../../domain/refusal.ts";
import { taskOf, touchTasks } from "../../store/county/mystery.ts";
import { ownCounties } from "../county/load.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";

const notFound = refuse("notFound", "没有这一通拨测，或者不归您看。", "请从清单打开。");

/** 评分的规则 of a month; refuses one whose scorecard has no mystery calls. */
export async function rulesOfSheet(month: MonthKey, visit: Visit): Promise<SheetRules | Refused> {
  const found = sheetRules(month, await visit.rules());
  return found ?? refuse("noScorecard", "这个月的评分表里没有拨测。", "请在规则库里加上。");
}

export interface Loaded {
  task: MysteryTask;
  sheet: SheetRules;
}

/** 看得到的一通 */
export async function loadTask(id: string, visit: Visit): Promise<Loaded | Refused> {
  const task = await taskOf(visit.db, visit.platform.platform, id);
  if (task === null) return notFound;
  const sheet = await rulesOfSheet(task.month, visit);
  if (isRefused(sheet)) return sheet;
  const own = await ownCounties(task.month, visit);
  const hidden = own !== null && !(own.includes(task.county) && countySees(task, sheet));
  return hidden ? notFound : { task, sheet };
}

/** 要改的一通: whoever writes at the same moment decides again. */
export async function taskToChange(id: string, visit: Visit): Promise<Loaded | Refused> {
  const found = await loadTask(id, visit);
  if (isRefused(found)) return found;
  const stale = staleVersion(found.task, visit);
  if (stale) return stale;
  await touchTasks(visit.db, visit.platform.platform, [id]);
  return found;
}
