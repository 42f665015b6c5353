/** 百分点与百分比: a change of a rate printed in percent leaves two readings; a change of a count has no points. */

import type { Finding } from "../../domain/finding.ts";
import { fraction } from "../../domain/measure/exact.ts";
import { show, toNumber } from "../number.ts";
import type { Mention } from "../read/mention.ts";
import type { Reading } from "../read/reading.ts";
import { finding, nameOf, placeOf } from "../write.ts";

interface Pair {
  now: Mention;
  change: Mention;
}

export function changeUnit({ sentences }: Reading): Finding[] {
  const pairs = sentences.flatMap(pairsOf);
  const ofRates = pairs.filter(({ now, change }) => now.unit === "%" && now.kind === "rate" && change.unit === "%");
  const ofCounts = pairs.filter(({ now, change }) => now.kind === "count" && change.unit === "百分点");
  return [...(ofRates.length > 0 ? [ambiguous(ofRates)] : []), ...ofCounts.map(wrong)];
}

/** a change directly after the value it is of, in the same sentence and without words of its own */
function pairsOf(mentions: Mention[]): Pair[] {
  return mentions.flatMap((change, at) => {
    const now = mentions[at - 1];
    const isOwn = /^，?(?:环比|同比|较[^，]{1,8}|比[^，]{1,8})?[^，率量数]{0,6}$/.test(change.before);
    return change.kind === "change" && now && now.period === "now" && isOwn ? [{ now, change }] : [];
  });
}

function ambiguous(pairs: Pair[]): Finding {
  const [{ now, change }] = pairs as [Pair];
  const [rate, moved] = [toNumber(now.number.value), toNumber(change.number.value)];
  const sign = change.direction;
  const points = show(fraction(Math.round((rate - sign * moved) * 100), 100));
  const relative = show(fraction(Math.round((rate * 1e4) / (100 + sign * moved)), 100));
  return finding("changeUnit", {
    confidence: 0.4,
    places: pairs.map((pair) => placeOf(pair.change)),
    values: pairs.flatMap((pair) => [pair.change.number.text, pair.now.number.text]),
    arithmetic: `按百分点：此前为${points}%；按百分比：此前为${relative}%`,
    message: `“${nameOf(now)}”${now.number.text}的变动印作${change.number.text}，是率的变动，宜写明是百分点还是百分比${pairs.length > 1 ? `（全文共${pairs.length}处）` : ""}。`,
  });
}

const wrong = ({ now, change }: Pair): Finding =>
  finding("changeUnit", {
    confidence: 0.7,
    places: [placeOf(change)],
    values: [change.number.text, now.number.text],
    arithmetic: `${now.number.text}是件数，件数的变动以%计`,
    message: `“${nameOf(now)}”${now.number.text}是数量，变动印作${change.number.text}，应当用百分比。`,
  });
