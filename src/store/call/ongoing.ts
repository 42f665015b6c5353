/** 进行中的来电: kept until the end is recorded, so that a restart loses none. No number is in it. */
import type { OngoingCall } from "../../domain/call/ongoing.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";

export interface KeptCall {
  call: OngoingCall;
  /** how a simulated caller behaves; null: a real one */
  script: unknown;
}

const kept = `state as call, script`;

/** 登记进行中的来电 */
export const keepOngoing = (db: Database, platform: string, { call, script }: KeptCall) =>
  db.query(
    `insert into ongoing_call (platform, id, state, script) values ($1, $2, $3::text::jsonb, $4::text::jsonb)
     on conflict (platform, id) do update set state = excluded.state`,
    [platform, call.id, JSON.stringify(call), JSON.stringify(script)],
  );

/** 进行中的来电, the longest waiting first. */
export const ongoingCalls = (db: Database, platform: string): Promise<KeptCall[]> =>
  db.query<KeptCall>(`select ${kept} from ongoing_call where platform = $1 order by id limit 1000`, [platform]);

/** 取一个, locked until the transaction ends; null: there is none. */
export const lockOngoing = async (db: Database, platform: string, id: Id): Promise<KeptCall | null> =>
  (
    await db.query<KeptCall>(`select ${kept} from ongoing_call where platform = $1 and id = $2 for update`, [
      platform,
      id,
    ])
  )[0] ?? null;

/** 移除 what has been recorded. */
export const dropOngoing = (db: Database, platform: string, id: Id) =>
  db.query("delete from ongoing_call where platform = $1 and id = $2", [platform, id]);
