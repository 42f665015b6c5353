/** 取诉求 as this viewer may have it. */
import { type Refused, refuse } from "../../domain/refusal.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import type { Database } from "../../store/database.ts";
import { orderOf } from "../../store/desk/orders.ts";
import { requestOf } from "../../store/desk/requests.ts";
import type { Visit } from "../visit.ts";

export const requestNotFound = refuse("notFound", "没有这件诉求，或者不归您看。", "请核对编号。");

/** 一件事 with its work order, both of one moment; null: there is none for this viewer. */
export async function loadMatter(db: Database, platform: string, id: string): Promise<Matter | null> {
  const request = await requestOf(db, platform, id);
  return request && { request, order: request.order === null ? null : await orderOf(db, platform, request.order) };
}

/** 要改的诉求: refuses what isn't there. */
export const matterOf = async (id: string, { see, platform: { platform } }: Visit): Promise<Matter | Refused> =>
  (await see((db) => loadMatter(db, platform, id))) ?? requestNotFound;
