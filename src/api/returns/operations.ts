import { readReturnsBetween } from "./between.ts";
import { listReturnedOrders } from "./orders.ts";

export const returnsOperations = [readReturnsBetween, listReturnedOrders];
