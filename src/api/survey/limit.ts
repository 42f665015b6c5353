import { atMost } from "../often.ts";

/** 评价的限次: guessing codes gets nowhere. */
export const tooOften = atMost(30);
