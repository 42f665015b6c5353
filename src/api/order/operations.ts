import { orderActionOperations } from "./act.ts";
import { bulkReturn, ruleOnBulkReturn } from "./bulkReturn.ts";
import { listOrders } from "./list.ts";
import { listBulkReturns } from "./listBulkReturns.ts";
import { readOrder } from "./read.ts";
import { readTrail } from "./trail.ts";
import { readUnitDesk, readUnitFigures } from "./unitDesk.ts";

export const orderOperations = [
  listOrders,
  readOrder,
  readTrail,
  readUnitDesk,
  readUnitFigures,
  ...orderActionOperations,
  listBulkReturns,
  bulkReturn,
  ruleOnBulkReturn,
];
