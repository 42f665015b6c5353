/** 拨测的操作 */
import { listMysteryCalls } from "./list.ts";
import { objectToMysteryCall } from "./object.ts";
import { planMysteryCalls } from "./plan.ts";
import { rateMysteryCall } from "./rate.ts";
import { readMysteryCall } from "./read.ts";
import { settleMysteryCall } from "./settle.ts";
import { withdrawMysteryCall, withdrawMysteryPlan } from "./withdraw.ts";

export const mysteryOperations = [
  planMysteryCalls,
  listMysteryCalls,
  readMysteryCall,
  rateMysteryCall,
  objectToMysteryCall,
  settleMysteryCall,
  withdrawMysteryCall,
  withdrawMysteryPlan,
];
