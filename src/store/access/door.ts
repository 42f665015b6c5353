/** 门: the one way by which people's questions reach the records: as the database's own role for them, never as its owner. */
import type { Database } from "../database.ts";

/** 看的人: the desk sees its whole platform; a unit its own and its sub-units' matters, named by their codes. */
export interface Viewing {
  platform: string;
  /** null: the hotline's own people */
  units: readonly string[] | null;
}

const SEPARATOR = "\u001f";

const enter = (tx: Database, { platform, units }: Viewing) =>
  tx.prepared(
    `select set_config('app.platform', $1, true), set_config('app.units', $2, true),
       set_config('role', $3, true)`,
    [platform, (units ?? []).join(SEPARATOR), units === null ? "rexian_desk" : "rexian_unit"],
  );

/**
 * 以其身份读: what `read` asks is answered as that viewer. Inside a transaction the role is given back afterwards, so that
 * the decision that was read for can be recorded in it.
 */
export const readAs = <T>(db: Database, viewing: Viewing, read: (tx: Database) => Promise<T>): Promise<T> =>
  db.snapshot(async (tx) => {
    const [, answer] = await tx.together([() => enter(tx, viewing), () => read(tx)]);
    await tx.prepared("select set_config('role', 'none', true)");
    return answer;
  });
