/** 旁边写明的底数: a share whose base the text prints right beside it, with its working or under its name. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, middle, percentOf, printed, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { finding, placeOf } from "../../write.ts";
import { candidateOf } from "./shareBase.ts";
import { contradiction } from "./shareFinding.ts";

export const besideBase = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(ofNamedCount),
  ...reading.sentences.flatMap(ofThese),
  ...reading.sentences.flatMap(ofBracketed),
  ...reading.sentences.flatMap((mentions) => asideOf(mentions, reading)),
  ...reading.mentions.flatMap(worked),
];

/** “甲2410件，占总量12050件的22%” */
function ofNamedCount(mentions: Mention[]): Finding[] {
  return mentions.flatMap((base, at) => {
    const [count, share] = [mentions[at - 1], mentions[at + 1]];
    const isAmount = (one: Mention | undefined) => one?.kind === "count" || one?.unit === "元";
    const isSo = isAmount(count) && isAmount(base) && share?.unit === "%" && share.before === "的";
    // “合计663件，占7家的66.2%”: of theirs, however many they are
    // “分别占受理总量1000件的52.0%、31.0%”
    const isOfSeveral = /分别|依次|合计|共占|[两二三四五六七八九十][大]?类/.test(base.before);
    if (!isSo || isOfSeveral || !/占[^，。；]*$/.test(base.before) || !isSameUnit(count!.unit, base.unit)) return [];
    return contradiction({ count: count!, share: share! }, { ...candidateOf(base), confidence: 0.85 }, "named");
  });
}

/** “326件来件中，匿名39件，占11.96%” */
function ofThese(mentions: Mention[]): Finding[] {
  return mentions.flatMap((base, at) => {
    const [count, share] = [mentions[at + 1], mentions[at + 2]];
    if (base.kind !== "count" || count?.kind !== "count" || share?.kind !== "share" || base.period !== "now") return [];
    const text = base.passage.text;
    const isSo =
      /^(?:的|[^，。；：\d]{0,10})中，[^，。；]*$/.test(text.slice(base.end, count.at)) &&
      /^，占(?:比)?(?:为|了)?$/.test(text.slice(count.end, share.at)) &&
      isSameUnit(count.unit, base.unit);
    return isSo ? contradiction({ count, share }, { ...candidateOf(base), confidence: 0.85 }, "unknown") : [];
  });
}

/** “受理146件，占市政公用类（488件）的29.9%” */
function ofBracketed(mentions: Mention[]): Finding[] {
  return mentions.flatMap((base, at) => {
    const [share, next] = [mentions[at + 1], mentions[at + 2]];
    // “报修97件，日均约16件，占供水类（138件）的70.29%”
    const count = mentions.slice(0, at).findLast(({ before }) => !/[日月周人]均[^，。；]{0,4}$/.test(before));
    // “甲88件、乙61件，占全局（214件）的41.1%和28.5%”
    const isOfSeveral = next?.unit === "%" && /^(?:、|和|及|与)$/.test(next.before);
    const isSo =
      !isOfSeveral &&
      count?.kind === "count" &&
      base.kind === "count" &&
      share?.unit === "%" &&
      /^）(?:总量|总数)?的$/.test(share.before);
    if (
      !isSo ||
      base.period !== "now" ||
      !/^，占[^，。；（）]{2,14}（$/.test(base.before) ||
      !isSameUnit(count.unit, base.unit)
    )
      return [];
    return contradiction(
      { count, share: { ...share, kind: "share" } },
      { ...candidateOf(base), confidence: 0.8 },
      "named",
    );
  });
}

/** “部件类问题1059件。其中道路交通类452件（占部件类42.68%）”: of the count that was called so, right before */
function asideOf(mentions: Mention[], { sentences }: Reading): Finding[] {
  const above = sentences[sentences.indexOf(mentions) - 1] ?? [];
  return mentions.flatMap((share, at) => {
    const count = mentions[at - 1];
    const name = /^（占(?!全|总|比)([^，。；（）\d]{2,8}?)(?:问题|诉求|工单|投诉)?(?:总量|总数)?的?$/.exec(
      share.before,
    )?.[1];
    if (!name || share.kind !== "share" || count?.kind !== "count") return [];
    const near = [...(above[0]?.passage === share.passage ? above : []), ...mentions.slice(0, at - 1)];
    const base = near.findLast(
      (one) => one.kind === "count" && one.label.startsWith(name) && isSameUnit(one.unit, count.unit),
    );
    return base ? contradiction({ count, share }, { ...candidateOf(base), confidence: 0.75 }, "named") : [];
  });
}

/** “占噪声扰民类的43.30%（417/963）”: the working stands beside it */
function worked(share: Mention): Finding[] {
  const [, a, b] =
    /^（(?:[^（），]{0,16}，)?(\d+)[件个通起宗]?(?:\s?[/÷]\s?|，总[量数])(\d+)[件个通起宗]?）/.exec(
      share.passage.text.slice(share.end),
    ) ?? [];
  if (share.unit !== "%" || !a || !b || Number(b) === 0 || Number(a) > Number(b)) return [];
  const right = percentOf(printed(a, 0, "", a).range, printed(b, 0, "", b).range);
  if (agreement(share.number, right) !== "off") return [];
  const shown = show(middle(right), 2);
  return [
    finding("shareOfBase", {
      confidence: 0.85,
      places: [placeOf(share)],
      values: [share.number.text, a, b],
      arithmetic: `${a} ÷ ${b} = ${shown}% ≠ ${share.number.text}`,
      message: `“${share.number.text}（${a}/${b}）”：应为${shown}%，印作${share.number.text}。`,
    }),
  ];
}
