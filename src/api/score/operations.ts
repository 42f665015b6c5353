/** 考核的操作 */
import { readScores } from "./read.ts";
import { tryScorecard } from "./try.ts";
import { readScoreWhatIf } from "./whatIf.ts";

export const scoreOperations = [readScores, readScoreWhatIf, tryScorecard];
