import { listOverdueSnapshots } from "./list.ts";

export const overdueOperations = [listOverdueSnapshots];
