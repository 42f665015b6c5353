/** 进展给当事人看的样子: masked, for a number and a code may get into other hands. */
import type { z } from "zod";
import type { progress } from "../../contract/citizen/citizen.ts";
import type { Refused } from "../../domain/refusal.ts";
import { citizenMay } from "../../domain/request/citizen.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import { progressOf } from "../../domain/request/progress.ts";
import { answerTold, attachmentsGiven, lastSurvey, matterFollowed, wordsTold } from "../../store/citizen/told.ts";
import { codeOfSurvey } from "../../store/notice/survey.ts";
import { readableOf } from "../access/words.ts";
import { stateOf } from "../survey/load.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";

type View = z.input<typeof progress>;

const told = (refused: Refused | null) =>
  refused === null
    ? { allowed: true, sentence: "", next: "" }
    : { allowed: false, sentence: refused.sentence, next: refused.next ?? "" };

/** 评价的网页, while it may be answered; the same that the message leads to. */
async function surveyOpen({ order }: Matter, { db, platform, at }: Visit): Promise<string | null> {
  const survey = order && (await lastSurvey(db, platform.platform, order.id));
  return survey && stateOf({ survey, order }, at) === "open"
    ? `/survey/${codeOfSurvey(db, platform.platform, survey)}`
    : null;
}

/** 并入的那件, whose handling is this one's too. */
const mainOf = async ({ request: { mergedInto } }: Matter, { db, platform }: Visit): Promise<Matter | null> =>
  mergedInto === null ? null : matterFollowed(db, platform.platform, mergedInto);

export async function progressView(matter: Matter, visit: Visit): Promise<View> {
  const { db, at } = visit;
  const { platform } = visit.platform;
  const { request } = matter;
  const [main, rules] = [await mainOf(matter, visit), await visit.rules()];
  const readable = await readableOf(visit, main ? [request, main.request] : [request]);
  const may = citizenMay(matter, rules, at);
  return {
    number: request.number,
    acceptedAt: iso(request.acceptedAt),
    text: readable(request, await wordsTold(db, platform, request)),
    steps: progressOf(matter, main, rules, at).map((step) => ({ ...step, at: isoOrNull(step.at) })),
    answer: readable((main ?? matter).request, await answerTold(db, platform, main ?? matter)),
    photos: await attachmentsGiven(db, platform, request.id),
    may: { amend: told(may.amend), withdraw: told(may.withdraw), attach: told(may.attach), rate: told(may.rate) },
    survey: await surveyOpen(matter, visit),
  };
}
