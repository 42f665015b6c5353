import { date } from "../cell/instant.ts";
import { named } from "../cell/name.ts";
import type { Column } from "../column.ts";

/** 领导接听日列: both or neither */
export const leaderDayColumns: Column[] = [
  { key: "leaderDay", name: "领导接听日", aliases: ["接听日"], cell: date },
  { key: "leaderDayUnit", name: "接听日单位", cell: named("unit") },
];
