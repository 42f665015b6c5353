/** 紧挨着的最高最低: “鹤坪区99.15%、西津县98.64%、花岩县98.98%。……办结率最高的是花岩县”, and another of the list has more. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { meets } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const extremes = [
  /(?<topic>[^，。；：\d]{0,14}?)(?<word>最[高多大]|最[低少小])的?(?:[^，。；：、\d]{0,6}?)(?:是|为)(?<name>[^，。；：、\d]{2,12})(?=[，。；]|$)/g,
  /(?<name>[^，。；：\d]{2,14}?)(?<topic>(?:办结|满意|解决|接通|按[时期]办结)率|满意度|得分)(?<word>最[高低])(?=[，。；])/g,
];

interface Item {
  name: string;
  mention: Mention;
}

export const besideExtreme = ({ passages, sentences }: Reading): Finding[] =>
  passages.flatMap((passage) => {
    const own = sentences.filter(([first]) => first!.passage === passage);
    return extremes.flatMap((extreme) =>
      [...passage.text.matchAll(extreme)].flatMap((match) => {
        const above = own.findLast(([first]) => first!.sentence.to <= match.index) ?? [];
        const [first] = above;
        return first && !/[。！？]/.test(passage.text.slice(first.sentence.to, match.index))
          ? against(match, above)
          : [];
      }),
    );
  });

/** of the list of the sentence right before it */
function against(match: RegExpExecArray, above: Mention[]): Finding[] {
  const { topic = "", word = "", name = "" } = match.groups ?? {};
  const { passage, sentence } = above[0]!;
  const items = listIn(above);
  // “五个乡镇中马家坝镇满意率最低”
  const item = items.find(
    (one) => one.name === name || (name.endsWith(one.name) && /中$/.test(name.slice(0, -one.name.length))),
  );
  if (!item || !isOfList(topic, item, match, sentence)) return [];
  const isMost = /[高多大]/.test(word);
  const own = item.mention.number;
  const better = items.find(
    ({ mention: { number } }) =>
      !meets(number.range, own.range) && (isMost ? isLess(own.value, number.value) : isLess(number.value, own.value)),
  );
  if (!better) return [];
  const other = better.mention.number;
  return [
    finding("rank", {
      confidence: 0.75,
      places: distinctPlaces([
        quote(passage, match.index, match.index + match[0].length),
        placeOf(item.mention),
        placeOf(better.mention),
      ]),
      values: [own.text, other.text],
      arithmetic: `${better.name} ${other.text} ${isMost ? ">" : "<"} ${item.name} ${own.text}`,
      message: `文中说“${item.name}”${word}，前面列的它是${own.text}，“${better.name}”是${other.text}。`,
    }),
  ];
}

/** the list is of what is said to be the most: of the rate that both name, and not for each of so many */
function isOfList(
  topic: string,
  { mention }: Item,
  match: RegExpExecArray,
  { from, to }: Mention["sentence"],
): boolean {
  const { text } = mention.passage;
  const measure = /([^的]{2}[率度]|满意度|得分|时长)$/.exec(topic)?.[1];
  const isNamed = measure === undefined ? mention.unit !== "%" : text.slice(from, to).includes(measure);
  const rest = topic.replace(
    /其中|受理|承办|交办|诉求|工单|办件|总?[量数]|[的件]|[两二三四五六七八九十\d]*个?(?:区县|县区|县|区|街道|乡镇|单位|部门|类)/g,
    "",
  );
  if (measure === undefined && rest.length > 1 && !text.slice(from, to).includes(rest)) return false;
  const lead = text.slice(to, match.index + match[0].length);
  return isNamed && !/增|降|升|除|其余|环比|同比/.test(topic) && !/每[百千万]|[人户]均/.test(lead);
}

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
