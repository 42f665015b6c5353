/** 人数的占比: “救治24108名患者，创伤8927人，占29.4%；……”: people with a share each, of which all but one are of those that were counted before. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, middle, percentOf, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const people = /^(?:人|名|位|户|例|台|辆|人次)$/;
/** shares that are of the base, for one that isn't */
const LEAST_KEPT = 3;

interface Pair {
  count: Mention;
  share: Mention;
}

export const peopleShares = ({ sentences, mentions }: Reading): Finding[] =>
  sentences.flatMap((own) => {
    const pairs = own.flatMap((share, at): Pair[] => {
      const count = own[at - 1];
      const isPair = share.kind === "share" && count && isOfPeople(count) && /^[，（]占[^，。；]*$/.test(share.before);
      return isPair ? [{ count, share }] : [];
    });
    if (pairs.length <= LEAST_KEPT) return [];
    const first = pairs[0]!.count;
    const bases = mentions.filter(
      (one) =>
        one.passage === first.passage &&
        one.at < first.at &&
        isOfPeople(one) &&
        !pairs.some(({ count }) => count === one),
    );
    const tried = bases.map((base) => ({ base, off: pairs.filter((pair) => !isOf(pair, base)) }));
    if (tried.some(({ off }) => off.length === 0)) return [];
    const meant = tried.find(({ off }) => off.length === 1 && pairs.length - 1 >= LEAST_KEPT);
    return meant ? [contradiction(meant.off[0]!, meant.base)] : [];
  });

const isOfPeople = ({ unit, kind, period, isHedged, number }: Mention): boolean =>
  people.test(unit) &&
  (kind === "other" || kind === "count") &&
  period === "now" &&
  !isHedged &&
  number.step === null &&
  number.approximate > 0;

const isOf = ({ count, share }: Pair, { number }: Mention): boolean =>
  agreement(share.number, percentOf(count.number.range, number.range)) !== "off";

function contradiction({ count, share }: Pair, base: Mention): Finding {
  const right = `${show(middle(percentOf(count.number.range, base.number.range)))}%`;
  return finding("shareOfBase", {
    confidence: 0.75,
    places: distinctPlaces([share, count, base].map(placeOf)),
    values: [share.number.text, count.number.text, base.number.text],
    arithmetic: `${count.number.text} ÷ ${base.number.text} = ${right} ≠ ${share.number.text}`,
    message: `“${nameOf(count)}”${count.number.text}，占比印作${share.number.text}；同列各项都以${base.number.text}为底，这一项应为${right}。`,
  });
}
