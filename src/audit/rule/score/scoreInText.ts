/** 文中的总分: “38.60分、28.20分、18.90分，加5.00分，扣1.00分，总分89.70分”. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, plus, type Range, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

export const scoreInText = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const scores = mentions.filter(({ kind, depth, isHedged }) => kind === "score" && depth === 0 && !isHedged);
    const at = scores.findIndex(({ before }) =>
      /^，(?:总分|合计|总得分|最终得分|最后得分|实得|(?:[二三四五六七八九]项)?(?:相加|合计|共)(?:得|扣|加)?)(?:为|是)?$/.test(
        before,
      ),
    );
    const items = scores.slice(0, Math.max(0, at));
    const total = scores[at];
    const isRun = items.slice(1).every(({ before }) => /^(?:、|和|，)(?:[^，。；\d]{0,8})$/.test(before));
    // points for each of something are no items
    // two are enough where one is added or taken off
    const isSigned = items.length === 2 && /加|扣/.test(items[1]!.before);
    if (
      !total ||
      (items.length < 3 && !isSigned) ||
      !isRun ||
      items.some(({ before }) => /每|满分|较|比|平均|最[高低]/.test(before))
    )
      return [];
    const added = items.reduce<Range | null>((all, item) => signed(all, item), null)!;
    // points taken off only: how many there were, not what is left
    if (added.low.n <= 0n) return [];
    return meets(added, total.number.range) ? [] : [contradiction(total, items, added)];
  });

const isOff = ({ before }: Mention): boolean => /扣|减/.test(before);
const signed = (all: Range | null, item: Mention): Range =>
  all === null ? item.number.range : (isOff(item) ? minus : plus)(all, item.number.range);

function contradiction(total: Mention, items: Mention[], added: Range): Finding {
  const shown = show(middle(added), 2);
  const working = items
    .map((item, at) => `${at === 0 ? "" : isOff(item) ? " − " : " + "}${item.number.text.replace(/分$/, "")}`)
    .join("");
  return finding("scorecard", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(total), ...items.map(placeOf)]),
    values: [total.number.text, ...items.map(({ number }) => number.text)],
    arithmetic: `${working} = ${shown} ≠ ${total.number.text}`,
    message: `总分印作${total.number.text}，所列各项相加减为${shown}分。`,
  });
}
