import { readCountyMonth } from "./month.ts";

export const countyOperations = [readCountyMonth];
