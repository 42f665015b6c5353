/** 附近的数: the numbers of a passage, of the two above it and of the one below. */
import type { Mention } from "./mention.ts";
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";

/** more around a sentence give any number of it by chance */
export const MOST_NEAR = 60;

export function nearOf({ passages, mentions }: Reading): (passage: Passage) => Mention[] {
  const order = new Map(passages.map((passage, at) => [passage, at]));
  const own = new Map<Passage, Mention[]>(passages.map((passage) => [passage, []]));
  for (const one of mentions) own.get(one.passage)!.push(one);
  return (passage) => {
    const at = order.get(passage)!;
    return passages.slice(Math.max(0, at - 2), at + 2).flatMap((one) => own.get(one)!);
  };
}
