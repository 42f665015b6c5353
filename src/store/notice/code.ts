/** 一次性代码: made again from the key whenever it is sent, so that no table holds it. */
import { createHmac, hash } from "node:crypto";
import { type KeyRing, keyOf } from "../keys.ts";

/** without letters and digits that look alike */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 20;

export interface SurveyOf {
  platform: string;
  order: string;
  /** of the event that asked */
  version: number;
}

/** 评价代码: 100 bits that nobody without the key can guess. */
export function surveyCode(ring: KeyRing, keyId: string, { platform, order, version }: SurveyOf): string {
  const told = JSON.stringify(["survey", platform, order, version]);
  const digest = createHmac("sha256", keyOf(ring, keyId, "index"))
    .update(told)
    .digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** 代码的摘要: what it is found by. */
export const codeDigest = (code: string): Buffer => hash("sha256", code, "buffer");
