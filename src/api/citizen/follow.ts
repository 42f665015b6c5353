/** 凭编号和查询码: opens one matter to whoever has both; a wrong code and an unknown number are told alike. */
import { type Refused, refuse } from "../../domain/refusal.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import { followedByNumber, isCode, queryCodeOf } from "../../store/citizen/queryCode.ts";
import { matterFollowed } from "../../store/citizen/told.ts";
import { aCitizen, logVisit } from "../access/log.ts";
import type { Visit } from "../visit.ts";
import { countGuess, giveBackGuess, looksTooOften } from "./limit.ts";

export interface Ticket {
  number: string;
  code: string;
}

const wrong = refuse("queryCodeWrong", "编号或查询码不对。", "请核对登记后给您的编号和查询码；忘了请拨打 12345。");

/** 认得: the request that they open; not inside a transaction, since a wrong guess is counted although it is refused. */
export async function admittedBy({ number, code }: Ticket, visit: Visit, operation: string): Promise<string | Refused> {
  const refused = looksTooOften(visit) ?? (await countGuess(number, visit));
  if (refused) return refused;
  const { db, platform } = visit;
  const request = await followedByNumber(db, platform.platform, number);
  const right = request && (await queryCodeOf(db, platform.platform, request));
  const isRight = right !== null && isCode(right, code);
  if (request)
    await logVisit(
      visit,
      { operation: isRight ? operation : "followRefused", subject: ["request", request] },
      aCitizen,
    );
  if (!isRight) return wrong;
  await giveBackGuess(number, visit);
  return request!;
}

/** 这件事, as it stands in the visit's transaction. */
export const matterOfCitizen = async (request: string, { db, platform }: Visit): Promise<Matter | Refused> =>
  (await matterFollowed(db, platform.platform, request)) ?? wrong;
