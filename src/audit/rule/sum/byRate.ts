import { agreement, percentOf, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";

/** 所差的已由率说明: “呼入1000个，接通率99.0%，其中人工接听820个、智能接听170个”: a percentage beside them is what the parts are of the whole */
export const isToldByRate = (whole: Mention, parts: Mention[], mentions: Mention[]): boolean => {
  const share = percentOf(sum(parts.map(({ number }) => number.range)), whole.number.range);
  return mentions.some(
    (one) =>
      one.unit === "%" &&
      one.kind !== "change" &&
      one.number.approximate < 100 &&
      one.passage === whole.passage &&
      one.at > whole.sentence.from &&
      one.at < parts.at(-1)!.sentence.to &&
      agreement(one.number, share) === "rounded",
  );
};
