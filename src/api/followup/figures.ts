import { followUpFigures } from "../../contract/followup/followUp.ts";
import { addDays, type CivilDate, weekday } from "../../domain/calendar/civil.ts";
import { firstDay } from "../../domain/calendar/month.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import { settingOf } from "../../domain/measure/setting.ts";
import { ratedSoFar } from "../../domain/measure/soFar.ts";
import { timestamp } from "../../store/connection/value.ts";
import { followUpRatings } from "../../store/question/followUpRatings.ts";
import { rateView } from "../measure.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";

/** 本周、本月到现在 of all follow-ups: 满意率 and 参评率 together. */
export const readFollowUpFigures = operation({
  id: "readFollowUpFigures",
  method: "GET",
  path: "/follow-up-figures",
  summary: "本周和本月到现在的满意率与参评率，按回访时间计",
  tag: "回访",
  permit: ["followUp", "dispatcher", "supervisor", "inspector", "analyst", "office", "leader"],
  answer: followUpFigures,
  handle: async (_, { db, at, platform: { platform, zone }, rules }) => {
    const { rulebook, dateOf } = await rules();
    const today = dateOf(at);
    const setting = settingOf(rulebook, platform, today.slice(0, 7));
    const since = async (date: CivilDate) => {
      const from = startOfDay(date, zone);
      const ratings = await followUpRatings(db, { platform, from: timestamp(from), until: timestamp(at + 1) });
      const { satisfaction, response } = ratedSoFar(setting, ratings);
      const followUps = ratings.satisfied + ratings.neutral + ratings.dissatisfied + ratings.noResponse;
      return { from: iso(from), followUps, satisfaction: rateView(satisfaction), response: rateView(response) };
    };
    return { week: await since(addDays(today, 1 - weekday(today))), month: await since(firstDay(today.slice(0, 7))) };
  },
});
