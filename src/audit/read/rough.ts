/** 约数的占比: 三成, 近一半, 三分之一: how much of the whole may be meant, in percent. */
import { fraction } from "../../domain/measure/exact.ts";
import type { Printed } from "../number.ts";
import { chineseNumber } from "./chinese.ts";

const digit = "[一二两三四五六七八九]";
export const rough = new RegExp(
  `(近|将近|接近|约|大约|超过|超|逾|不足|不到|过|未达|未到|高于|低于|少于)?(?:总量的|全部的)?(?:(${digit})成(${digit}|半)?|(一半|半数)|([二三四五])分之([一二三四]))(?![功果立员熟长套交本为就绩分品])(还多|出头|多|余|以上|左右|强|弱)?`,
  "g",
);

const below = /近|接近|不足|不到|未|低于|少于|弱/;
const above = /超|逾|过|高于|多|余|以上|强/;

/** how far it leaves open on the side that it speaks of, and on both sides where it speaks of none */
const width = { tenths: 10, fine: 3, half: 15, part: 8 } as const;
const around = { tenths: 5, fine: 1.5, half: 6, part: 4 } as const;

/** 读约数 */
export function roughShare([text, before = "", tens, ones, half, parts, of, behind = ""]: RegExpExecArray): Printed {
  const kind = half ? "half" : parts ? "part" : ones ? "fine" : "tenths";
  const value = half ? 50 : parts ? (100 * number(of!)) / number(parts) : number(tens!) * 10 + number(ones ?? "");
  const hedge = before + behind;
  const [low, high] = below.test(hedge)
    ? [value - (kind === "half" || /不|未|低于|少于/.test(hedge) ? value : width[kind]), value]
    : above.test(hedge)
      ? [value, value + (kind === "half" ? 50 : width[kind])]
      : [value - around[kind], value + around[kind]];
  const exact = (percent: number) => fraction(Math.round(percent * 100), 100);
  const range = { low: exact(Math.max(0, low!)), high: exact(Math.min(100, high!)) };
  return { text, value: exact(value), approximate: value, step: null, range };
}

const number = (word: string): number => (word === "半" ? 5 : (chineseNumber(word) ?? 0));
