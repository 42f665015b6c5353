/** 紧挨着的最高最低: “鹤坪区99.15%、西津县98.64%、花岩县98.98%。……办结率最高的是花岩县”, and another of the list has more. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { meets } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const extreme =
  /([^，。；：\d]{0,14}?)(最[高多大]|最[低少小])的?(?:[^，。；：、\d]{0,6}?)(?:是|为)([^，。；：、\d]{2,12})(?=[，。；]|$)/g;

const closing = /([^，。；：\d]{2,14}?)((?:办结|满意|解决|接通|按[时期]办结)率|满意度|得分)(最[高低])(?=[，。；])/g;

interface Item {
  name: string;
  mention: Mention;
}

export const besideExtreme = ({ passages, sentences }: Reading): Finding[] =>
  passages.flatMap((passage) => {
    const own = sentences.filter(([first]) => first!.passage === passage);
    const marks = [...passage.text.matchAll(extreme)].map((match) => ({
      match,
      topic: match[1]!,
      word: match[2]!,
      name: match[3]!,
    }));
    const turned = [...passage.text.matchAll(closing)].map((match) => ({
      match,
      topic: match[2]!,
      word: match[3]!,
      name: match[1]!,
    }));
    return [...marks, ...turned].flatMap(({ match, topic, word, name: words }) => {
      const said = match[0];
      const above = own.findLast(([first]) => first!.sentence.to <= match.index) ?? [];
      // of the sentence right before it
      const isBeside =
        above[0] !== undefined && !/[。！？]/.test(passage.text.slice(above[0].sentence.to, match.index));
      const items = isBeside ? listIn(above) : [];
      // “五个乡镇中马家坝镇满意率最低”
      const item = items.find(
        (one) => one.name === words || (words.endsWith(one.name) && /中$/.test(words.slice(0, -one.name.length))),
      );
      const name = item?.name ?? "";
      const measure = /([^的]{2}[率度]|满意度|得分|时长)$/.exec(topic)?.[1];
      const text = above[0] ? passage.text.slice(above[0].sentence.from, above[0].sentence.to) : "";
      if (!item || (measure && !text.includes(measure)) || /增|降|升|除|其余|环比|同比/.test(topic)) return [];
      const lead = passage.text.slice(above[0]!.sentence.to, match.index + said.length);
      if ((!measure && item.mention.unit === "%") || /每[百千万]|[人户]均/.test(lead)) return [];
      const isMost = /[高多大]/.test(word);
      const better = items.filter(
        ({ mention: { number } }) =>
          !meets(number.range, item.mention.number.range) &&
          (isMost ? isLess(item.mention.number.value, number.value) : isLess(number.value, item.mention.number.value)),
      );
      const [other] = better;
      if (!other) return [];
      return [
        finding("rank", {
          confidence: 0.75,
          places: distinctPlaces([
            quote(passage, match.index, match.index + said.length),
            placeOf(item.mention),
            placeOf(other.mention),
          ]),
          values: [item.mention.number.text, other.mention.number.text],
          arithmetic: `${other.name} ${other.mention.number.text} ${isMost ? ">" : "<"} ${item.name} ${item.mention.number.text}`,
          message: `文中说“${name}”${word}，前面列的它是${item.mention.number.text}，“${other.name}”是${other.mention.number.text}。`,
        }),
      ];
    });
  });

/** the longest run of names with a value each, one after the other */
function listIn(mentions: Mention[]): Item[] {
  const runs: Item[][] = [];
  let last: Mention | null = null;
  for (const mention of mentions) {
    const between = last ? mention.passage.text.slice(last.end, mention.at) : mention.before;
    const name = /(?:^|[，、；：]|为|是)(?:其中)?([^，、；：。（）\d]{2,12}?)（?(?:为|是|达|共)?$/.exec(between)?.[1];
    const isValue = mention.kind !== "change" && mention.period === "now" && !mention.isHedged;
    const isNext = last !== null && last.unit === mention.unit && /^）?[、，；][^，、；。]*$/.test(between);
    if (!name || !isValue) last = null;
    else {
      if (isNext) runs.at(-1)!.push({ name, mention });
      else runs.push([{ name, mention }]);
      last = mention;
    }
  }
  const longest = runs.sort((a, b) => b.length - a.length)[0] ?? [];
  return longest.length > 2 ? longest : [];
}
