import { callBackMissed } from "./callBack.ts";
import { readCaller } from "./caller.ts";
import { listCalls } from "./list.ts";
import { readCall } from "./read.ts";
import { viewCaller } from "./viewCaller.ts";

export const callOperations = [listCalls, readCall, callBackMissed, viewCaller, readCaller];
