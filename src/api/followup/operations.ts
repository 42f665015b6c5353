import { readFollowUpFigures } from "./figures.ts";
import { readFollowUp } from "./read.ts";

export const followUpOperations = [readFollowUp, readFollowUpFigures];
