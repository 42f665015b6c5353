/** 说了几个: “四个县区……，分别是甲、乙、丙”, “聚焦六件事：……”, “甲、乙、丙……排名前十位”: a list, and not as many as it says. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { namesIn } from "../../read/lists.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { counted } from "./lengthFinding.ts";

const SIGNS = "，。；：、（）\\d";
const SOME = "(?<some>[两三四五六七八九十]{1,2}|\\d{1,2})";
const NAMES = `(?<list>(?:[^${SIGNS}]{2,16}、)+[^${SIGNS}-]{2,24})`;
const ITEM = `[^${SIGNS}]{2,14}（?\\d[\\d,.]*(?:件|宗|个|通|次|%)?）?`;
const VALUED = `(?<list>(?:${ITEM}、)*${ITEM})`;
const IS = "(?:分别|依次)?(?:是|为)";
const ACT = "(?:受理|承办|办理|诉求|派单|转办)量?";
/** a list of many more or fewer is another one */
const MOST_OFF = 3;

const sayings = [
  `${SOME}[个家](?:县（市、区）|县（区）|县（市）|[^${SIGNS}]{1,6})[^。；：、]{0,20}，(?:分别|依次)(?:是|为)${NAMES}(?=[。；])`,
  `${SOME}(?:件事|大任务|项重点工作|项重点|项举措|项措施|个重点|个方面的工作)：${NAMES}(?=[。；])`,
  `(?<=[，：。]|^)${NAMES}(?:${ACT})?(?:排名|位列|位居|居|列)(?:全[市县区省州])?前${SOME}(?:位|名)(?=[。；，])`,
  `(?:以下|下列)${SOME}[个家][^。；：]{0,40}：${NAMES}(?=[。；])`,
  `${SOME}个(?:镇街|乡镇|街道|县区|区县|部门|单位)分别(?:承办|受理|办理|转办)：${VALUED}(?=[，。；])`,
  // a dash is a hyphen here
  `(?:另外|其余)${SOME}[个家]-{1,2}${NAMES}-{1,2}`,
  `(?:以下|下列)${SOME}[个家][^。；：，]{1,20}：${VALUED}(?=[。；])`,
  `(?:居前|靠前|前列)的${SOME}[个家][^，。；：\\d]{0,10}${IS}：?${VALUED}(?=[，。；])`,
  `(?<=[%分件])的${SOME}[个家]，(?:分别)?(?:为|是)${NAMES}(?=[。；])`,
  `的${SOME}[个家](?:单位|部门|县区|区县|乡镇|镇街|街道|企业)${IS}：?${VALUED}(?=[。；])`,
].map((said) => new RegExp(said, "g"));

export const saidLength = ({ passages }: Reading): Finding[] =>
  passages.flatMap((passage) =>
    sayings.flatMap((said) => [...passage.text.matchAll(said)].flatMap((match) => against(passage, match))),
  );

function against(passage: Passage, match: RegExpExecArray): Finding[] {
  const { some = "", list = "" } = match.groups ?? {};
  const said = chineseNumber(some);
  const names = list.replace(new RegExp(`${ACT}$`), "");
  if (said === null || said < 2 || /等/.test(names) || /除|其中/.test(match[0]) || endsOf(names) === said) return [];
  const { least, most } = sizeOf(names);
  const found = said < least ? least : most;
  const isOff = said < least || said > most;
  return isOff && Math.abs(said - found) <= MOST_OFF
    ? [counted(passage, match.index, match.index + match[0].length, said, found, 0.7)]
    : [];
}

/** “电信服务类、生活、社会服务类与文化、娱乐、体育服务类”: three that end alike, though more signs set them apart */
const endsOf = (names: string): number => names.split(/类(?=[、和与及的]|$)/).length - 1;

/** with a number behind each, every 、 sets two apart */
function sizeOf(names: string): { least: number; most: number } {
  const pieces = names.split("、").length;
  return /\d/.test(names) ? { least: pieces, most: pieces } : namesIn(names);
}
