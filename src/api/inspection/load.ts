/** 取样本 as this viewer may have it: whoever was judged only when it was scored, and only his own. */
import { type Inspected, isJudged } from "../../domain/inspection/sample.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { holdSample, requestOfCall, sampleOf } from "../../store/inspection/samples.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { raterOf, viewOf } from "./view.ts";

export const sampleNotFound = refuse("notFound", "没有这件样本，或者不归您看。", "请核对编号。");

/** 看质检的人: all of it */
export const INSPECTING = ["inspector", "supervisor", "office"] as const;
/** 被评的人: his own of it */
export const JUDGED = ["agent", "liaison"] as const;

const mayRead = (of: Inspected, visit: Visit): boolean =>
  (INSPECTING as readonly string[]).includes(visit.viewer.role) ||
  (of.scores.length > 0 && isJudged(of.sample, raterOf(visit)));

export async function loadSample(id: string, visit: Visit): Promise<Inspected | Refused> {
  const found = await visit.see((db) => sampleOf(db, visit.platform.platform, id));
  return found && mayRead(found, visit) ? found : sampleNotFound;
}

/** 要改的样本: nobody else changes it meanwhile. */
export async function sampleToChange(id: string, visit: Visit): Promise<Inspected | Refused> {
  await holdSample(visit.db, visit.platform.platform, id);
  return loadSample(id, visit);
}

export async function answerOf(id: string, visit: Visit) {
  const of = await loadSample(id, visit);
  if ("refused" in of) return of;
  const { subject, subjectAt } = of.sample;
  const request =
    of.sample.of === "order"
      ? null
      : await visit.see((db) => requestOfCall(db, visit.platform.platform, subject, subjectAt));
  return viewOf(of, request, visit, await visit.rules());
}

/** 看到的版本还是不是现在的 */
export const staleSample = (version: number, visit: Visit) => staleVersion({ version }, visit);
