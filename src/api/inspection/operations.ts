/** 质检的操作 */
import { drawSamples } from "./draw.ts";
import { listDraws } from "./listDraws.ts";
import { listSamples } from "./listSamples.ts";
import { objectToScore } from "./object.ts";
import { readSample } from "./readSample.ts";
import { listResults } from "./results.ts";
import { ruleOnObjection } from "./ruleOnObjection.ts";
import { scoreSample } from "./score.ts";

export const inspectionOperations = [
  drawSamples,
  listDraws,
  listSamples,
  readSample,
  scoreSample,
  objectToScore,
  ruleOnObjection,
  listResults,
];
