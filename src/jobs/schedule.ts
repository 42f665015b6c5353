/** 后台工作一览: what runs beside the desks, and how often. */
import { callbacks } from "./callbacks.ts";
import { calls } from "./calls.ts";
import { messages } from "./messages.ts";
import { sealing } from "./sealing.ts";
import { snapshot } from "./snapshot.ts";
import { sweep } from "./sweep.ts";
import { keys, retention, searchable } from "./upkeep.ts";
import type { Job } from "./worker.ts";

export const schedule: readonly Job[] = [
  sealing,
  calls,
  sweep,
  messages,
  callbacks,
  searchable,
  snapshot,
  retention,
  keys,
];
