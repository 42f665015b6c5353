/** 当事人看的一件事: read past the door, for whoever has its number and code; who answers with it masks it. */
import type { Id } from "../../domain/ledger/event.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import type { RequestState } from "../../domain/request/request.ts";
import type { Database } from "../database.ts";
import type { Survey } from "../notice/survey.ts";
import { subjects } from "../subject.ts";

async function stateOf<S>(db: Database, platform: string, of: "request" | "order", id: Id): Promise<S | null> {
  const [state] = await subjects[of].load(db, platform, [id], "read");
  return (state as S | undefined) ?? null;
}

/** 一件事 with its work order; null: there is none. */
export async function matterFollowed(db: Database, platform: string, id: Id): Promise<Matter | null> {
  const request = await stateOf<RequestState>(db, platform, "request", id);
  if (!request) return null;
  const order = request.order === null ? null : await stateOf<OrderState>(db, platform, "order", request.order);
  return { request, order };
}

/** 答复: the last words that were meant for the citizen, of the request itself or of its work order; null: none. */
export async function answerTold(db: Database, platform: string, { request, order }: Matter): Promise<string | null> {
  const [found] = await db.query<{ text: string }>(
    `select t.text from event e
     join free_text t on t.platform = e.platform and t.id = coalesce(e.data->>'publicText', e.data->>'text')::uuid
     where e.platform = $1 and e.subject_id = $2 and e.kind = $3
     order by e.version desc limit 1`,
    [platform, order?.id ?? request.id, order ? "orderResolved" : "requestResolved"],
  );
  return found?.text ?? null;
}

/** 最近的话 of a request, unmasked; null: forgotten. */
export async function wordsTold(db: Database, platform: string, request: RequestState): Promise<string | null> {
  const [found] = await db.query<{ text: string }>("select text from free_text where platform = $1 and id = $2", [
    platform,
    request.amendments.at(-1)?.text ?? request.text,
  ]);
  return found?.text ?? null;
}

/** 最近的评价邀请 of a work order; null: nobody was asked by SMS. */
export async function lastSurvey(db: Database, platform: string, order: Id): Promise<Survey | null> {
  const [found] = await db.query<Survey>(
    `select work_order as "order", round, key_id as "keyId", version, until, answered_at as "answeredAt"
     from survey where platform = $1 and work_order = $2 order by version desc limit 1`,
    [platform, order],
  );
  return found ?? null;
}

/** 附件有几件 */
export async function attachmentsGiven(db: Database, platform: string, request: Id): Promise<number> {
  const [found] = await db.query<{ count: number }>(
    "select count(*)::integer as count from attachment where platform = $1 and about = $2",
    [platform, request],
  );
  return found!.count;
}
