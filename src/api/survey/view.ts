/** 评价给当事人看的样子: which matter it is and what was answered, masked, for a link may get into other hands. */
import type { z } from "zod";
import type { surveyView } from "../../contract/survey/survey.ts";
import { titleOf } from "../../domain/request/title.ts";
import { answerTold, wordsTold } from "../../store/citizen/told.ts";
import { readableOf } from "../access/words.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { type Asked, stateOf } from "./load.ts";

/** 反映的事和答复 */
async function rated({ order, request }: Asked, visit: Visit) {
  const { db, platform } = { db: visit.db, platform: visit.platform.platform };
  const readable = await readableOf(visit, [request]);
  return {
    title: titleOf(readable(request, await wordsTold(db, platform, request))),
    answer: readable(request, await answerTold(db, platform, { request, order })),
  };
}

/** Nothing of the matter is told once there is nothing more to rate. */
export async function surveyShown(asked: Asked, visit: Visit): Promise<z.input<typeof surveyView>> {
  const { survey, request } = asked;
  const state = stateOf(asked, visit.at);
  const told = state === "open" ? await rated(asked, visit) : { title: null, answer: null };
  return { platform: visit.platform.name, number: request.number, ...told, state, until: iso(survey.until) };
}
