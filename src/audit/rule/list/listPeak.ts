/** 一列数的最高: “周一至周日依次为312件、298件、331件，单日最高为周一的312件”: one of the list that another of it exceeds. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { equal } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

/** so many numbers are a list */
const FEWEST = 3;
const peak =
  /(?:^|[，；])(?!工作日|周末|节假日)[^，。；]{0,6}(最高|最多|最大|峰值|最低|最少|最小)(?:值|的|点)?(?:为|是|达|出现在)?[^，。；、\d]{0,4}(?:\d{1,2}[月日](?:\d{1,2}日)?)?[^，。；、\d]{0,6}$/;

export const listPeak = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const from = mentions.findIndex(({ before }) =>
      /(?:依次|分别)(?:为|是|有|接到|受理)?[^，。；：、\d]{0,6}$/.test(before),
    );
    if (from < 0) return [];
    const list = runFrom(mentions, from);
    if (list.length < FEWEST) return [];
    return mentions.slice(from + list.length).flatMap((said) => against(said, list));
  });

/** numbers of one unit that only a sign keeps apart */
function runFrom(mentions: Mention[], from: number): Mention[] {
  const first = mentions[from]!;
  const rest = mentions.slice(from + 1);
  const stop = rest.findIndex(({ before, unit }) => unit !== first.unit || !/^(?:[、，]|和|及)$/.test(before));
  return [first, ...(stop < 0 ? rest : rest.slice(0, stop))];
}

function against(said: Mention, list: Mention[]): Finding[] {
  const word = peak.exec(sentenceBefore(said))?.[1];
  const isOfList = list.some(({ number, unit }) => unit === said.unit && equal(number.value, said.number.value));
  if (!word || !isOfList || said.isHedged) return [];
  const isMost = /高|多|大|峰/.test(word);
  const other = list.find(({ number }) =>
    isMost ? isLess(said.number.value, number.value) : isLess(number.value, said.number.value),
  );
  return other
    ? [
        finding("rank", {
          confidence: 0.8,
          places: distinctPlaces([placeOf(said), placeOf(other)]),
          values: [said.number.text, other.number.text],
          arithmetic: `${other.number.text} ${isMost ? ">" : "<"} ${said.number.text}`,
          message: `文中说${word}是${said.number.text}，所列的却有${other.number.text}。`,
        }),
      ]
    : [];
}
