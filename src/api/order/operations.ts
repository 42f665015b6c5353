import { orderActionOperations } from "./act.ts";
import { bulkReturn, ruleOnBulkReturn } from "./bulkReturn.ts";
import { listOrders } from "./list.ts";
import { listBulkReturns } from "./listBulkReturns.ts";
import { readOrder } from "./read.ts";
import { readTrail } from "./trail.ts";

export const orderOperations = [
  listOrders,
  readOrder,
  readTrail,
  ...orderActionOperations,
  listBulkReturns,
  bulkReturn,
  ruleOnBulkReturn,
];
