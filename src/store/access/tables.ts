/** 账号和会话的表: their rows as the query builder sees them. */
import type { Generated } from "kysely";
import type { Role } from "../../domain/access/role.ts";
import type { At, MaybeAt } from "../tables.ts";

interface AccountTable {
  platform: string;
  id: string;
  number: string;
  name: string;
  role: Role;
  unit: string | null;
  password: string | null;
  temporary: boolean;
  created_at: At;
  disabled_at: MaybeAt;
}

interface SignInAttemptTable {
  platform: string;
  number: string;
  failed: number;
  at: At;
}

interface SessionTable {
  platform: string;
  token: Uint8Array;
  id: string;
  account: string;
  created_at: At;
  seen_at: At;
  expires_at: At;
  screen_locked: boolean;
}

interface AccessLogTable {
  platform: string;
  no: Generated<number>;
  at: At;
  account: string | null;
  number: string;
  role: Role;
  operation: string;
  subject_kind: string | null;
  subject_id: string | null;
  reason: string | null;
  address: string;
  filter: string | null;
  found: number | null;
}

interface HoldTable {
  platform: string;
  id: string;
  request: string;
  reason: string;
  by: string;
  since: At;
  until: MaybeAt;
  lifted_at: MaybeAt;
  lifted_by: string | null;
  lift_reason: string | null;
}

interface ForgottenTable {
  platform: string;
  request: string;
  class: "contact" | "text";
  at: At;
}

interface OwnSettingsTable {
  platform: string;
  account: string;
  settings: string;
  changed_at: At;
}

export interface AccessTables {
  account: AccountTable;
  own_settings: OwnSettingsTable;
  sign_in_attempt: SignInAttemptTable;
  session: SessionTable;
  access_log: AccessLogTable;
  hold: HoldTable;
  forgotten: ForgottenTable;
}
