import { listOverdueSnapshots } from "./list.ts";
import { readOverdueStock } from "./stock.ts";

export const overdueOperations = [listOverdueSnapshots, readOverdueStock];
