/**
 * 伪随机: a small generator on 32-bit integers (sfc32), seeded by a number and a label, so that one block of records can
 * change without shifting another's. The same seed and label give the same numbers on every machine.
 */
export interface Random {
  /** 0 ≤ n < 2^32 */
  word(): number;
  /** 0 ≤ n < `limit`; `limit` up to 2^53 */
  below(limit: number): number;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

const WORD = 2 ** 32;

/** 随机源: a generator for one block of records. */
export function randomOf(seed: number, label: string): Random {
  let [a, b, c, d] = [hash(label), Math.floor(seed / WORD) | 0, seed | 0, 1];
  const word = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) word();
  const below = (limit: number) =>
    limit <= WORD ? Math.floor((word() * limit) / WORD) : ((word() & 0x1fffff) * WORD + word()) % limit;
  return { word, below };
}

/** 取其一 */
export const pick = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)]!;

/** 百分之几的机会: true in `percent` of a hundred. */
export const chance = (random: Random, percent: number): boolean => random.below(100) < percent;

/** 洗牌: a new list in random order. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** 恰好若干: a source of yes and no that says yes exactly `part` times in its first `total` answers, in random places. */
export function exactly(random: Random, part: number, total: number): () => boolean {
  let [yes, left] = [part, total];
  return () => {
    const says = random.below(Math.max(left, 1)) < yes;
    left -= 1;
    if (says) yes -= 1;
    return says;
  };
}
