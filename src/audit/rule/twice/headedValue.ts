/** 小标题下的数: “城市管理1216件” in a list, and a paragraph of its own that begins “3.城市管理。共1261件”. */
import type { Finding } from "../../../domain/finding.ts";
import { digitCount, slipBetween } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const headed =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]+)([\u4e00-\u9fff]{2,8}?)类?[。：](?:本[月周季年](?:共|受理|转派|派发)*|(?:共|受理|转派|派发)+)$/;
/** fewer digits may be anything */
const LEAST_DIGITS = 3;

export const headedValue = ({ passages, mentions }: Reading): Finding[] =>
  passages.flatMap((passage) => {
    const own = mentions.find((one) => one.passage === passage);
    const name = own ? headed.exec(passage.text.slice(0, own.at))?.[1] : undefined;
    if (!own || !name || own.kind !== "count" || own.isHedged || digitCount(own.number.text) < LEAST_DIGITS) return [];
    const called = mentions.filter((one) => one.passage !== passage && isCalled(one, own, name));
    const [other] = called;
    const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
    const isSlip = other !== undefined && slipBetween(own.number.text, other.number.text) !== null;
    return isOne && isSlip ? [contradiction(name, own, other)] : [];
  });

const isCalled = ({ kind, period, isHedged, unit, label }: Mention, own: Mention, name: string): boolean =>
  kind === "count" && period === "now" && !isHedged && unit === own.unit && label.replace(/类$/, "") === name;

const contradiction = (name: string, own: Mention, other: Mention): Finding =>
  finding("twoValues", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(own), placeOf(other)]),
    values: [own.number.text, other.number.text],
    arithmetic: `${own.number.text} ≠ ${other.number.text}`,
    message: `“${name}”小标题下印作${own.number.text}，别处印作${other.number.text}。`,
  });
