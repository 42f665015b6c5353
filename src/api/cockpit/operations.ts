import { readMonthInBrief } from "./month.ts";
import { readPresent } from "./present.ts";

export const cockpitOperations = [readPresent, readMonthInBrief];
