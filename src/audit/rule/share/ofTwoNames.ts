/** 某占某的几成: “社会保险84230个中，企业职工养老30765个……，企业职工养老占社会保险咨询的16.61%”: both are called by names that were counted before. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, middle, percentOf, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const said =
  /(?:^|[，。；：])([\u4e00-\u9fff]{2,10})占([\u4e00-\u9fff]{2,10}?)(?:类)?(?:咨询|诉求|投诉|举报|工单|来电)?(?:总?[量数])?的?$/;

export const ofTwoNames = ({ mentions }: Reading): Finding[] =>
  mentions.flatMap((share) => {
    const { passage, at } = share;
    const [, part, whole] = said.exec(sentenceBefore(share)) ?? [];
    if (share.unit !== "%" || share.isHedged || !part || !whole) return [];
    const before = mentions.filter(
      (one) => one.passage === passage && one.at < at && one.kind === "count" && one.period === "now" && !one.isHedged,
    );
    const [a, b] = [part, whole].map((name) => onlyOf(before, name));
    if (!a || !b || a === b || !isSameUnit(a.unit, b.unit) || !isPositive(b.number.range)) return [];
    const fits = (base: Mention) => agreement(share.number, percentOf(a.number.range, base.number.range)) !== "off";
    if (fits(b) || a.number.approximate > b.number.approximate) return [];
    return [contradiction(share, a, b)];
  });

/** the one count that is called so */
function onlyOf(counts: Mention[], name: string): Mention | null {
  const called = counts.filter(({ label }) => label.replace(/^其中|[类件]$/g, "") === name);
  return called.length === 1 ? called[0]! : null;
}

function contradiction(share: Mention, part: Mention, whole: Mention): Finding {
  const right = show(middle(percentOf(part.number.range, whole.number.range)), 2);
  return finding("shareOfBase", {
    confidence: 0.7,
    places: distinctPlaces([share, part, whole].map(placeOf)),
    values: [share.number.text, part.number.text, whole.number.text],
    arithmetic: `${part.number.text} ÷ ${whole.number.text} = ${right}% ≠ ${share.number.text}`,
    message: `“${nameOf(part)}”${part.number.text}占“${nameOf(whole)}”${whole.number.text}的${right}%，印作${share.number.text}。`,
  });
}
