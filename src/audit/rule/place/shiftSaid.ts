/** 名次自身对不上: ranks that a sentence shifts by another number than it says, and one behind the last. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { finding } from "../../write.ts";
import { type Saying, type Sentence, sayingsIn } from "./saying.ts";

/** “列第2位，较9月（第1位）上升1位” */
const fromTo =
  /第(?<now>\d{1,2})(?:位|名)，较[^。；第]{0,18}第(?<before>\d{1,2})(?:位|名)[^。；\d]{0,4}(?<way>上升|前进|提升|下降|后退|退后|回落)了?(?<said>\d{1,2})(?:个?位次|个名次|位|名)/g;
/** “由上月第5名升至第3名，上升2名” */
const between =
  /由[^，。；第]{0,8}第(?<before>\d{1,2})[位名]?(?:上?升|前进|提升|下?降|后退|退|跃升|滑落)?[至到]第(?<now>\d{1,2})[位名]?，(?<way>上升|前进|提升|下降|后退|退后|回落)了?(?<said>\d{1,2})[位名个]/g;

/** “12个县区中排第13位” */
const ofSoMany =
  /(\d{1,3}|[一二三四五六七八九十]{2,3})个[^，。；\d]{0,14}中，?[^，。；第\d]{0,6}第([一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)/g;

export const shiftSaid = (sentence: Sentence): Finding[] => [
  ...sayingsIn(sentence, fromTo).flatMap(shifted),
  ...sayingsIn(sentence, between).flatMap(shifted),
  ...sayingsIn(sentence, ofSoMany).flatMap(behindLast),
];

function shifted({ match, place }: Saying): Finding[] {
  const { now, before, way = "", said } = match.groups ?? {};
  const gained = Number(before) - Number(now);
  const isUp = /上升|前进|提升/.test(way);
  if (gained === (isUp ? 1 : -1) * Number(said)) return [];
  return [
    finding("change", {
      confidence: 0.75,
      places: [place],
      values: [`${way}${said}位`, `第${before}位`, `第${now}位`],
      arithmetic: `${before} → ${now}`,
      message: `由第${before}位到第${now}位，是${gained > 0 ? "上升" : "下降"}${Math.abs(gained)}位，文中印作${way}${said}位：“${match[0]}”。`,
    }),
  ];
}

function behindLast({ match, place }: Saying): Finding[] {
  const [all, said] = [chineseNumber(match[1]!), chineseNumber(match[2]!)];
  if (all === null || said === null || said <= all) return [];
  return [
    finding("rank", {
      confidence: 0.8,
      places: [place],
      values: [String(said), String(all)],
      arithmetic: `${said} > ${all}`,
      message: `文中说${all}个之中列第${said}，不可能在末位之后。`,
    }),
  ];
}
