/** 口令: what a good one is, and what an account's number may look like. */
import { type Refused, refuse } from "../refusal.ts";

/** No ':' and no blank: the ledger writes it after the role ('agent:1017'). */
export const accountNumber = /^[\p{L}\p{N}_.-]{1,32}$/u;

const SHORTEST = 10;
const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

const weak = (sentence: string): Refused =>
  refuse(
    "weakPassword",
    sentence,
    `请用至少 ${SHORTEST} 个字符，大写、小写、数字、其他符号中有三种，其中没有工号和姓名。`,
  );

/** 弱口令的理由; null: good enough. */
export function passwordFault(password: string, { number, name }: { number: string; name: string }): Refused | null {
  if ([...password].length < SHORTEST) return weak("口令太短。");
  if (kinds.filter((kind) => kind.test(password)).length < 3) return weak("口令的字符种类太少。");
  if (new Set(password).size < SHORTEST / 2) return weak("口令里重复的字符太多。");
  const lower = password.toLowerCase();
  const own = [number, name].filter((word) => word.length > 1).map((word) => word.toLowerCase());
  return own.some((word) => lower.includes(word)) ? weak("口令里有工号或姓名。") : null;
}
