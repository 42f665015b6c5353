import { exportOrders } from "./orders.ts";
import { exportRequests } from "./requests.ts";

export const exportOperations = [exportOrders, exportRequests];
