/**
 * 依次的去年数: “住宿34件，同比下降17.65%；……。上年上述五类依次为131件、52件、40件、15件、9件”: each growth by its own two numbers,
 * where those of most others fit.
 */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, growthOf, isPositive, middle, show, sizeOf } from "../../number.ts";
import { compared } from "../../read/changedBase.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const LEAST = 3;
const inTurn = /(?:去年|上年|20\d\d年)[^。；]*(?:上述|以上|这)[^，。；\d]*(?:依次|分别)(?:为|是)?$/;

interface Grown {
  now: Mention;
  change: Mention;
}

export const formersInTurn = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((formers, nth) => {
    const [first] = formers;
    const grown = grownIn(sentences[nth - 1] ?? []);
    const isSo =
      grown.length >= LEAST &&
      formers.length === grown.length &&
      grown[0]!.now.passage === first!.passage &&
      inTurn.test(sentenceBefore(first!)) &&
      formers.every((one, at) => isSameUnit(one.unit, grown[at]!.now.unit) && isPositive(one.number.range));
    if (!isSo) return [];
    const wrong = grown.flatMap(({ now, change }, at) => {
      const right = growthOf(now.number.range, formers[at]!.number.range);
      const isTurned = change.direction > 0 ? right.high.n < 0n : right.low.n > 0n;
      const isSaid = !isTurned && agreement(change.number, sizeOf(right)) !== "off";
      return isSaid ? [] : [contradiction(now, change, formers[at]!, show(middle(right), 2))];
    });
    return wrong.length * 2 < grown.length ? wrong : [];
  });

/** each count with its growth against a year ago */
const grownIn = (mentions: Mention[]): Grown[] =>
  mentions.flatMap((now, at) => {
    const next = mentions.slice(at + 1).findIndex(({ kind }) => kind === "count");
    const behind = mentions.slice(at + 1, next < 0 ? undefined : at + 1 + next);
    const change = behind.find((one) => one.kind === "change" && one.unit === "%" && compared(one) === "lastYear");
    return now.kind === "count" && now.period === "now" && change ? [{ now, change }] : [];
  });

const contradiction = (now: Mention, change: Mention, former: Mention, right: string): Finding =>
  finding("change", {
    confidence: 0.8,
    places: distinctPlaces([change, now, former].map(placeOf)),
    values: [change.number.text, now.number.text, former.number.text],
    arithmetic: `(${now.number.text} − ${former.number.text}) ÷ ${former.number.text} = ${right}% ≠ ${change.number.text}`,
    message: `“${nameOf(now)}”${now.number.text}，此前${former.number.text}，变动应为${right}%，印作${change.direction > 0 ? "增" : "减"}${change.number.text}。`,
  });
