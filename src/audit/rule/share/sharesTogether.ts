/** 占比合计: “上述五类诉求占61.80%”, and the five shares before it make another sum. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, meets, middle, percentOf, show, sum } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const together =
  /(前)?([两二三四五六七八九十]|\d{1,2})(?:大?类|项|者|个|家|地|方面|种|成)[^，。；：、\d]{0,12}占(?:比)?([^，。；\d]*)$/;

export const sharesTogether = ({ sentences, mentions: all }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((whole, at): Finding[] => {
      // “上述五类诉求1906件，合计占……”
      const text = sentenceBefore(whole).replace(/共?\d[\d.,]*[件个通次宗条起单](，[^，。；\d]*)$/, (_, tail: string) =>
        tail.slice(1),
      );
      const [, first, number, words] = together.exec(text) ?? [];
      const said = chineseNumber(number ?? "");
      if (said === null || said < 2 || whole.unit !== "%" || whole.isHedged || whole.period !== "now") return [];
      if (/分别|依次|各|均|每|[其剩]余|余下/.test(whole.before) || whole.number.step === null) return [];
      const own = sharesOf(mentions.slice(0, at));
      const above = sentences[nth - 1] ?? [];
      const isBeside = above[0]?.passage === whole.passage;
      const listed = own.length > 0 ? own : isBeside ? sharesOf(above) : [];
      if (first ? listed.length < said : listed.length !== said) return [];
      // “收费争议139件、服务态度64件、其他40件，三者共占”: of what stands behind the listed ones
      const counted = mentions.slice(0, at).filter((one) => one.kind === "count" && one.at > (own.at(-1)?.at ?? 0));
      const isOfOthers = counted.length > (own.length === 0 && /[类项者个家地]/.test(counted[0]?.before ?? "") ? 1 : 0);
      if (isOfOthers) return [];
      const parts = listed.slice(0, said);
      // “从类型看，……。从区域看，主城三个区占比61.5%”
      if (own.length === 0 && /^(?:从|按)[^，。；]{2,8}(?:看|分|统计)，/.test(text)) return [];
      const added = sum(parts.map(({ number }) => number.range));
      if (meets(added, whole.number.range) || !isOfOneBase(words!, parts)) return [];
      // of another base than theirs
      const counts = countsOf(parts, own.length > 0 ? mentions : above);
      const isOther = all.some(
        (one) =>
          one.kind === "count" &&
          counts.length === said &&
          isSameUnit(one.unit, counts[0]!.unit) &&
          isPositive(one.number.range) &&
          agreement(whole.number, percentOf(sum(counts.map(({ number }) => number.range)), one.number.range)) !== "off",
      );
      return isOther ? [] : [contradiction(whole, parts, show(middle(added), 2))];
    }),
  );

/** one after the other, each under a name of its own */
const sharesOf = (mentions: Mention[]): Mention[] =>
  mentions.filter(
    ({ kind, unit, period, isHedged, depth }) =>
      kind === "share" && unit === "%" && period === "now" && !isHedged && depth === 0,
  );

/** 占比 alone, and of all there is, are of the total */
const baseOf = (words: string): string =>
  /^[^，。；]{0,6}(?:诉求|受理|工单|来电|总量?)(?:总量|总数|量)?(?:的)?$|^(?:比例?|比重)?$/.test(words)
    ? "总"
    : words.replace(/的$|[总]?[量数]的?$/g, "");

/** “占转办量的” is no sum of what is “占受理量的” */
function isOfOneBase(words: string, parts: Mention[]): boolean {
  const bases = new Set([words, ...parts.map(({ before }) => /占([^，。；\d]*)$/.exec(before)?.[1] ?? "")].map(baseOf));
  return bases.size < 2;
}

/** the count right before each */
const countsOf = (parts: Mention[], mentions: Mention[]): Mention[] =>
  parts.flatMap((part) => {
    const count = mentions[mentions.indexOf(part) - 1];
    return count?.kind === "count" ? [count] : [];
  });

const contradiction = (whole: Mention, parts: Mention[], shown: string): Finding =>
  finding("shareOfBase", {
    confidence: 0.7,
    places: distinctPlaces([whole, ...parts].map(placeOf)),
    values: [whole.number.text, ...parts.map(({ number }) => number.text)],
    arithmetic: `${parts.map(({ number }) => number.text.replace("%", "")).join(" + ")} = ${shown}% ≠ ${whole.number.text}`,
    message: `${parts.length}项合计占比印作${whole.number.text}，所列占比相加为${shown}%。`,
  });
