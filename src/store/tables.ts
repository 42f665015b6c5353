/** 表: the rows of every table as the query builder sees them; what they mean is said in migration/ and src/domain. */
import type { ColumnType, Generated } from "kysely";
import type { Callback } from "../domain/call/call.ts";
import type { AccuracyVerdict, CountyDay, DataObjection } from "../domain/county/county.ts";
import type {
  CitizenNotice,
  Extension,
  FollowUpAttempt,
  FormerSubUnit,
  RunningLimit,
  Verification,
} from "../domain/order/order.ts";
import type { Outcome, RequestState } from "../domain/request/request.ts";
import type { Rating, RuleOrigin } from "../domain/rule/rulebook.ts";
import type { AccessTables } from "./access/tables.ts";
import type {
  IdempotencyTable,
  OrderUnitTable,
  RequestTextTable,
  UnitRequestTable,
  WorklistTable,
} from "./desk/tables.ts";

/** read as an Instant, written as ISO text (`timestamp`) */
export type At = ColumnType<number, string, string>;
export type MaybeAt = ColumnType<number | null, string | null, string | null>;
/** read as the value, written as JSON text */
export type Json<T> = ColumnType<T, string, string>;

interface Folded {
  platform: string;
  id: string;
  version: number;
}

export interface InstallationTable {
  only_row: Generated<boolean>;
  created_at: At;
  demonstration: boolean;
}

export interface PlatformTable {
  platform: string;
  name: string;
  level: "city" | "county";
  zone: string;
  origin: "reconstructed" | "live";
  books: string[];
  created_at: At;
}

export interface EventTable {
  platform: string;
  position: Generated<number>;
  subject: string;
  subject_id: string;
  version: number;
  kind: string;
  at: At;
  recorded_at: At;
  by: string;
  data: Json<unknown>;
}

export interface ContactTable {
  platform: string;
  id: string;
  sealed: Uint8Array;
  cipher: string;
  key_id: string;
  phone_index: Uint8Array | null;
  identity_index: Uint8Array | null;
  hash: string;
}

export interface FreeTextTable {
  platform: string;
  id: string;
  text: string;
  about: string | null;
  unit: string | null;
  at: MaybeAt;
}

export interface CallTable extends Folded {
  offered_at: At;
  queued_at: MaybeAt;
  answered_at: MaybeAt;
  ended_at: At;
  agent: string | null;
  contact: string | null;
  leader_day: string | null;
  callbacks: Json<Callback[]>;
  rating: Rating | null;
  rated_at: MaybeAt;
}

export interface ServiceRequestTable extends Folded {
  number: string;
  accepted_at: At;
  type: string;
  tree: string;
  category: string;
  channel: string;
  place: string | null;
  urgent: boolean;
  confidential: boolean;
  contact: string | null;
  text: string | null;
  call: string | null;
  hot_event: string | null;
  leader_day: string | null;
  outcome: Outcome;
  settled_at: MaybeAt;
  work_order: string | null;
  merged_into: string | null;
  repeats: Json<string[]>;
  refusal: Json<RequestState["refusal"]>;
  amendments: Json<RequestState["amendments"]>;
  rating: Rating | null;
  rated_at: MaybeAt;
}

export interface WorkOrderTable extends Folded {
  request: string;
  number: string;
  tree: string;
  category: string;
  topic: string | null;
  urgent: boolean;
  complex: boolean;
  confidential: boolean;
  dispatched_at: At;
  informed_at: MaybeAt;
  resolved_at: MaybeAt;
  solved: boolean | null;
  reviewed_at: MaybeAt;
  reworks: number;
  reworked_at: MaybeAt;
  extension: Json<Extension | null>;
  follow_up_attempts: Json<FollowUpAttempt[]>;
  followed_up_at: MaybeAt;
  follow_up_channel: "sms" | "phone" | null;
  rating: Rating | null;
  rated_solved: boolean | null;
  round: number;
  reopened_at: MaybeAt;
  reopen_due_at: MaybeAt;
  reopen_resolved_at: MaybeAt;
  reopen_informed_at: MaybeAt;
  reopen_followed_up_at: MaybeAt;
  reopen_rating: Rating | null;
  reminded_at: MaybeAt;
  supervision: string | null;
  supervised_at: MaybeAt;
  alarmed_at: MaybeAt;
  notices: Json<CitizenNotice[]>;
  former_sub_units: Json<FormerSubUnit[]>;
  withdrawn_at: MaybeAt;
  closed_at: MaybeAt;
}

export interface AssignmentTable {
  platform: string;
  work_order: string;
  no: number;
  unit: string;
  role: "lead" | "assisting";
  basis: string | null;
  dispatched_at: At;
  acknowledged_at: MaybeAt;
  deemed: boolean;
  due_at: MaybeAt;
  provisional: boolean;
  contacted_at: MaybeAt;
  extended: boolean;
  sub_unit: string | null;
  handed_on_at: MaybeAt;
  runs_under: Json<RunningLimit | null>;
  reported_at: MaybeAt;
  ended_at: MaybeAt;
  ended_by: "return" | "redispatch" | null;
}

export interface ReturnRequestTable {
  platform: string;
  work_order: string;
  no: number;
  assignment: number;
  requested_at: At;
  late: boolean;
  bulk: string | null;
  text: string | null;
  reason: string | null;
  verifications: Json<Verification[]>;
  convened_at: MaybeAt;
  arbitrated: boolean;
  ruling: "accepted" | "rejected" | null;
  ruled_at: MaybeAt;
}

export interface CountyMonthTable extends Folded {
  county: string;
  month: string;
  delivered_at: At;
  offered: number | null;
  answered: number | null;
  first_contact: number[] | null;
  on_time: number[] | null;
  follow_up: number[] | null;
  satisfaction: number[] | null;
  accuracy: number | null;
  days: Json<CountyDay[]>;
  objections: Json<DataObjection[]>;
  verdict: Json<AccuracyVerdict | null>;
}

export interface MysteryCallTable extends Folded {
  county: string;
  called_at: At;
  seconds_to_answer: number | null;
  voice_menu: number;
  connection: number;
  etiquette: number;
  knowledge: number;
  follow_up: number;
}

export interface LeaderDayTable extends Folded {
  date: string;
  unit: string;
}

export interface RuleRowTable {
  book: string;
  kind: string;
  key: string;
  valid_from: string;
  valid_until: string | null;
  ordinal: Generated<number>;
  value: Json<unknown>;
  source: string;
  assumption: boolean;
  origin: RuleOrigin;
  recorded_at: At;
}

export interface ImportSourceTable {
  platform: string;
  kind: string;
  source: string;
  source_number: string;
  subject_id: string;
  digest: Uint8Array;
}

export interface MigrationTable {
  name: string;
  digest: string;
  applied_at: At;
}

export interface Tables extends AccessTables {
  installation: InstallationTable;
  platform: PlatformTable;
  event: EventTable;
  contact: ContactTable;
  free_text: FreeTextTable;
  worklist: WorklistTable;
  order_unit: OrderUnitTable;
  request_text: RequestTextTable;
  unit_request: UnitRequestTable;
  idempotency: IdempotencyTable;
  call: CallTable;
  service_request: ServiceRequestTable;
  work_order: WorkOrderTable;
  assignment: AssignmentTable;
  return_request: ReturnRequestTable;
  county_month: CountyMonthTable;
  mystery_call: MysteryCallTable;
  leader_day: LeaderDayTable;
  rule_row: RuleRowTable;
  import_source: ImportSourceTable;
  migration: MigrationTable;
}
