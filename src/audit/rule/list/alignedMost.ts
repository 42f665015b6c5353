/** 分别几件与其中最多: “4月、5月、6月分别为41873件、45219件、43666件，6月为季内峰值”: one of the list that isn't the most of it. */
import type { Finding } from "../../../domain/finding.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { finding } from "../../write.ts";

const NAME = "(?:\\d{1,2}月份?|[\\u4e00-\\u9fff]{2,8})";
const VALUE = "\\d[\\d,.]*万?[件个通次宗条起]";
const MOST = "峰值|高峰|最高|最多|最大";
const LEAST = "谷值|低谷|最低|最少|最小";
const said = new RegExp(
  `((?:${NAME}[、和])+${NAME})分别(?:为|是|有|受理)(${VALUE}(?:[、和]${VALUE})+)，(?:其中)?(${NAME}?)(?:为|是|达|最)?[^，。；\\d]{0,6}?(${MOST}|${LEAST})`,
  "g",
);

export const alignedMost = ({ passages }: Reading): Finding[] =>
  passages.flatMap((passage) => [...passage.text.matchAll(said)].flatMap((match) => against(passage, match)));

function against(passage: Passage, match: RegExpMatchArray): Finding[] {
  const [text, listed, counted, name, word] = match as unknown as [string, string, string, string, string];
  const [names, values] = [listed, counted].map((list) => list.split(/[、和]/)) as [string[], string[]];
  const own = values[names.indexOf(name)];
  if (names.length !== values.length || own === undefined) return [];
  const isMost = new RegExp(MOST).test(word);
  const sizeOf = (value: string): number =>
    Number.parseFloat(value.replaceAll(",", "")) * (value.includes("万") ? 10_000 : 1);
  const other = values.find((one) => (isMost ? sizeOf(one) > sizeOf(own) : sizeOf(one) < sizeOf(own)));
  if (!other) return [];
  return [
    finding("rank", {
      confidence: 0.8,
      places: [quote(passage, match.index!, match.index! + text.length)],
      values: [own, other],
      arithmetic: `${other} ${isMost ? ">" : "<"} ${own}`,
      message: `文中说“${name}”${isMost ? "最高" : "最低"}，是${own}，同列却有${other}。`,
    }),
  ];
}
