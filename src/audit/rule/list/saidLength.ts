/** 说了几个: “四个县区……，分别是甲、乙、丙”, “聚焦六件事：……”, “甲、乙、丙……排名前十位”: names alone, and not as many. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { namesIn } from "../../read/lists.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { counted } from "./listLength.ts";

const SOME = "([两三四五六七八九十]{1,2}|\\d{1,2})";
const NAMES = "((?:[^，。；：、（）\\d]{2,16}、)+[^，。；：、（）\\d]{2,24})";
const VALUED =
  "((?:[^，。；：、（）\\d]{2,14}（?\\d[\\d,.]*(?:件|宗|个|通|次|%)?）?、)*[^，。；：、（）\\d]{2,14}（?\\d[\\d,.]*(?:件|宗|个|通|次|%)?）?)";
const MOST_OFF = 3;

const sayings: { said: RegExp; number: 1 | 2; list: 1 | 2 }[] = [
  {
    said: new RegExp(
      `${SOME}[个家](?:县（市、区）|县（区）|县（市）|[^，。；：、（）\\d]{1,6})[^。；：、]{0,20}，(?:分别|依次)(?:是|为)${NAMES}(?=[。；])`,
      "g",
    ),
    number: 1,
    list: 2,
  },
  {
    said: new RegExp(
      `${SOME}(?:件事|大任务|项重点工作|项重点|项举措|项措施|个重点|个方面的工作)：${NAMES}(?=[。；])`,
      "g",
    ),
    number: 1,
    list: 2,
  },
  {
    said: new RegExp(
      `(?<=[，：。]|^)${NAMES}(?:受理|承办|办理|诉求|派单|转办)?量?(?:排名|位列|位居|居|列)(?:全[市县区省州])?前${SOME}(?:位|名)(?=[。；，])`,
      "g",
    ),
    number: 2,
    list: 1,
  },
];

const valued: typeof sayings = [
  { said: new RegExp(`(?:以下|下列)${SOME}[个家][^。；：]{0,40}：${NAMES}(?=[。；])`, "g"), number: 1, list: 2 },
  {
    said: new RegExp(`(?:另外|其余)${SOME}[个家]-{1,2}${NAMES.replace("、，。", "、，-。")}-{1,2}`, "g"),
    number: 1,
    list: 2,
  },
  { said: new RegExp(`(?:以下|下列)${SOME}[个家][^。；：，]{1,20}：${VALUED}(?=[。；])`, "g"), number: 1, list: 2 },
  {
    said: new RegExp(
      `(?:居前|靠前|前列)的${SOME}[个家][^，。；：\\d]{0,10}(?:分别|依次)?(?:为|是)：?${VALUED}(?=[，。；])`,
      "g",
    ),
    number: 1,
    list: 2,
  },
];

export const saidLength = ({ passages }: Reading): Finding[] => passages.flatMap(inPassage);

const inPassage = (passage: Passage): Finding[] =>
  [...sayings, ...valued].flatMap(({ said, number, list }) =>
    [...passage.text.matchAll(said)].flatMap((match) => {
      const names = match[list]!.replace(/(?:受理|承办|办理|诉求|派单|转办)量?$/, "");
      const size = chineseNumber(match[number]!);
      // with a number behind each, every 、 sets two apart
      const { least, most } = /\d/.test(names)
        ? { least: names.split("、").length, most: names.split("、").length }
        : namesIn(names);
      if (size === null || size < 2 || /等/.test(names) || /除|其中/.test(match[0])) return [];
      const isOff = size < least || size > most;
      const off = size < least ? least - size : size - most;
      return isOff && off <= MOST_OFF
        ? [counted(passage, match.index, match.index + match[0].length, size, size < least ? least : most, 0.7)]
        : [];
    }),
  );
