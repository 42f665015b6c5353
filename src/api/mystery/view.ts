/** 拨测给人看的样子 */
import type { z } from "zod";
import type { mysteryRow, mysteryView } from "../../contract/county/mystery.ts";
import {
  countySees,
  type MysteryAction,
  type MysteryTask,
  type MysteryViewer,
  mysteryRefusal,
  mysteryState,
  mysteryStates,
  mysteryTerms,
  objectBy,
  seesRatings,
  sheetNow,
} from "../../domain/county/mystery.ts";
import { type Sheet, type SheetRules, totalOf } from "../../domain/county/mysterySheet.ts";
import { allowance, isRefused, type Refused } from "../../domain/refusal.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { type Loaded, loadTask } from "./load.ts";

export const viewerOf = ({ viewer: { role }, actor: { by } }: Visit): MysteryViewer => ({ role, by });

const sheetView = ({ secondsToAnswer, voiceMenu, connection, etiquette, knowledge, followUp }: Sheet) => {
  const sheet = { secondsToAnswer, voiceMenu, connection, etiquette, knowledge, followUp };
  return { ...sheet, total: totalOf(sheet) };
};

export function rowOf(task: MysteryTask, rules: SheetRules, viewer: MysteryViewer): z.input<typeof mysteryRow> {
  const { id, version, month, county, day, raters, ratings } = task;
  const state = mysteryState(task, rules);
  const sheet = seesRatings(task, viewer, rules) ? sheetNow(task, rules) : null;
  return {
    ...{ id, version, month, county, day, raters, given: ratings.length, state, stateName: mysteryStates[state] },
    sheet: sheet && sheetView(sheet),
  };
}

const ACTIONS = Object.keys(mysteryTerms) as MysteryAction[];

async function allowedOf({ task, sheet }: Loaded, visit: Visit): Promise<z.input<typeof mysteryView>["allowed"]> {
  const of = { task, sheet, viewer: viewerOf(visit), at: visit.at, rules: await visit.rules() };
  return ACTIONS.map((action) => ({ action, term: mysteryTerms[action], ...allowance(mysteryRefusal(action, of)) }));
}

/** who rated isn't the platform's business */
function ratingsOf({ task, sheet }: Loaded, visit: Visit): z.input<typeof mysteryView>["ratings"] {
  const viewer = viewerOf(visit);
  if (!seesRatings(task, viewer, sheet)) return null;
  return task.ratings.map((rating) => ({
    ...sheetView(rating),
    ...{ by: viewer.role === "county" ? null : rating.by, at: iso(rating.at) },
    ...{ calledAt: iso(rating.calledAt), note: rating.note },
  }));
}

/** 一通, whole, with the version that `If-Match` must name. */
export async function viewOf(of: Loaded, visit: Visit) {
  const { task, sheet } = of;
  const { objection, settlement, withdrawal } = task;
  const view: z.input<typeof mysteryView> = {
    ...rowOf(task, sheet, viewerOf(visit)),
    full: sheet.full,
    ratings: ratingsOf(of, visit),
    objectBy: countySees(task, sheet) ? iso(objectBy(task, await visit.rules())) : null,
    objection: objection && { ...objection, at: iso(objection.at) },
    settlement: settlement && { ...settlement, at: iso(settlement.at) },
    withdrawal: withdrawal && { ...withdrawal, at: iso(withdrawal.at) },
    allowed: await allowedOf(of, visit),
  };
  return { version: view.version, answer: view };
}

/** 改过以后的样子 */
export async function answerOf(id: string, visit: Visit): Promise<Awaited<ReturnType<typeof viewOf>> | Refused> {
  const of = await loadTask(id, visit);
  return isRefused(of) ? of : viewOf(of, visit);
}
