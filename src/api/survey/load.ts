import type { Instant } from "../../domain/calendar/civil.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { stageOf } from "../../domain/order/stage.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { type Survey, surveyByCode } from "../../store/notice/survey.ts";
import { subjects } from "../../store/subject.ts";
import type { Visit } from "../visit.ts";
import { tooOften } from "./limit.ts";

export interface Asked {
  survey: Survey;
  order: OrderState;
  request: RequestState;
}

/** 按代码取评价: with the order as it stands. */
export async function askedBy(code: string, visit: Visit): Promise<Asked | Refused> {
  const { db, platform, address, at } = visit;
  const refused = tooOften(platform, address, at);
  if (refused) return refused;
  const survey = await surveyByCode(db, platform.platform, code);
  const [order] = survey
    ? ((await subjects.order.load(db, platform.platform, [survey.order], "read")) as OrderState[])
    : [];
  const [request] = order
    ? ((await subjects.request.load(db, platform.platform, [order.request], "read")) as RequestState[])
    : [];
  return survey && order && request
    ? { survey, order, request }
    : refuse("notFound", "没有这个评价链接。", "请从短信里的链接打开。");
}

/** 评价的状态 at an instant. */
export function stateOf(
  { survey, order }: Pick<Asked, "survey" | "order">,
  at: Instant,
): "open" | "answered" | "closed" {
  if (survey.answeredAt !== null) return "answered";
  const waiting = survey.round === order.round && ["resolved", "reviewed"].includes(stageOf(order));
  return waiting && at < survey.until ? "open" : "closed";
}
