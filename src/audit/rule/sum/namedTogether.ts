/**
 * 点名的几个合计: “北濠区6213件、东渡区5127件……。其中北濠区、东渡区两区合计承办11430件”: each is counted before under its name,
 * in the same paragraph, or where the same was listed: “超期工单9件：甲局3件、乙乡2件、……”.
 */
import type { Finding } from "../../../domain/finding.ts";
import { isExact, meets, show, sum } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const said =
  /(?:^|[，。；：])(?:其中，?)?((?:[\u4e00-\u9fff]{2,10}[、和])+[\u4e00-\u9fff]{2,10}?)(?:这)?([两三四五六]|[2-6])(?:区|县|市|镇|家|者|类|项|地|个[^，。；\d]{1,3})(?:诉求|工单)?(?:合计|共计|一共|共)([^，。；\d]{0,6})$/;

export const namedTogether = ({ mentions, sentences }: Reading): Finding[] =>
  mentions.flatMap((whole) => {
    const { passage, at } = whole;
    const [, listed, number, act = ""] = said.exec(sentenceBefore(whole)) ?? [];
    if (!listed || whole.kind !== "count" || whole.isHedged || whole.period !== "now") return [];
    const names = listed.split(/[、和]/);
    const isPart = (one: Mention) =>
      one !== whole &&
      one.kind === "count" &&
      one.period === "now" &&
      !one.isHedged &&
      isSameUnit(one.unit, whole.unit);
    const before = mentions.filter((one) => one.passage === passage && one.end <= at && isPart(one));
    const lists = act.length > 1 ? sentences.filter(([first]) => sentenceOf(first!).includes(act)) : [];
    const parts =
      [before, ...lists]
        .map((counts) => names.flatMap((name) => onlyOf(counts.filter(isPart), name) ?? []))
        .find((found) => found.length === names.length) ?? [];
    const added = sum(parts.map((part) => part.number.range));
    const isAll = parts.length > 1 && names.length === chineseNumber(number!);
    return isAll && !meets(added, whole.number.range)
      ? [contradiction(whole, parts, show(added.low, isExact(added) ? 0 : 2))]
      : [];
  });

/** the one count that is called so */
function onlyOf(counts: Mention[], name: string): Mention | null {
  const called = counts.filter(({ label }) => label.endsWith(name));
  return called.length === 1 ? called[0]! : null;
}

function contradiction(whole: Mention, parts: Mention[], shown: string): Finding {
  const texts = parts.map(({ number }) => number.text);
  return finding("partsAndWhole", {
    confidence: 0.8,
    places: distinctPlaces([whole, ...parts].map(placeOf)),
    values: [whole.number.text, ...texts],
    arithmetic: `${texts.map((text) => text.replace(/[^\d.万]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
    message: `所点的${parts.length}个（${parts.map(({ label, number }) => `${label}${number.text}`).join("、")}）相加为${shown}，印作${whole.number.text}。`,
  });
}
