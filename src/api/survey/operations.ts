import { answerSurvey } from "./answer.ts";
import { readSurvey } from "./read.ts";

export const surveyOperations = [readSurvey, answerSurvey];
