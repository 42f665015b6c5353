/** 编剧本: the same seed, the same caller. */
import type { Script } from "../domain/call/exchange.ts";

/** Half of them stay on the line to rate the call. */
const KEYS = ["satisfied", null, "neutral", null, "dissatisfied", null] as const;

/** 32 bits that look like chance and follow from the seed alone. */
function drawFrom(seed: number): (least: number, most: number) => number {
  let state = seed >>> 0;
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}

/** 按种子编的剧本, with a number that no network has given out. */
export function scriptOf(seed: number): Script & { caller: string } {
  const draw = drawFrom(seed);
  return {
    menuSeconds: draw(3, 15),
    patienceSeconds: draw(20, 90),
    talkSeconds: draw(60, 300),
    agent: null,
    caller: `199${String(draw(0, 99_999_999)).padStart(8, "0")}`,
    rates: KEYS[draw(0, KEYS.length - 1)]!,
  };
}
