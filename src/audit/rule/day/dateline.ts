/** 电头与所述: news of days that had not come yet when it was dated: “8月15日讯……上周（8月17日至8月23日）”. */
import type { Finding } from "../../../domain/finding.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding } from "../../write.ts";

const dated = [
  /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:讯|电(?![话子])|消息)/,
  /(?:发布|发稿|刊发|上传)(?:时间|日期)：?(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})/,
];
const told = /(?<!\d)(\d{1,2})月(\d{1,2})日[^，。；\d]{0,3}(?:至|到|—|-|～)(?:(\d{1,2})月)?(\d{1,2})日/g;
const past = /受理|接听|接到|接电|办结|来电|共接/;
const planned = /进驻|将|拟|计划|预计|安排|报名|征集|公示|起至|举办|开展/;

interface Dated {
  passage: Passage;
  at: number;
  text: string;
  month: number;
  day: number;
}

export function dateline({ passages }: Reading): Finding[] {
  const [issue] = passages.slice(0, 6).flatMap(issueIn);
  if (!issue) return [];
  return passages.slice(0, 12).flatMap((passage) =>
    [...passage.text.matchAll(told)].flatMap((match) => {
      const end = { month: Number(match[3] ?? match[1]), day: Number(match[4]) };
      const around = passage.text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 60);
      const days = (end.month - issue.month) * 31 + end.day - issue.day;
      // half a year ahead it is of the year before
      if (days <= 0 || days > 150 || !past.test(around) || planned.test(around)) return [];
      return [
        finding("impossible", {
          confidence: 0.75,
          places: distinctPlaces([
            quote(passage, match.index, match.index + match[0].length),
            quote(issue.passage, issue.at, issue.at + issue.text.length),
          ]),
          values: [match[0], issue.text],
          arithmetic: `${end.month}月${end.day}日 > ${issue.month}月${issue.day}日`,
          message: `“${issue.text}”的稿子写到了“${match[0]}”：那时还没到${end.month}月${end.day}日。`,
        }),
      ];
    }),
  );
}

const issueIn = (passage: Passage): Dated[] =>
  dated.flatMap((pattern) => {
    const match = pattern.exec(passage.text);
    if (!match) return [];
    return [{ passage, at: match.index, text: match[0], month: Number(match[2]), day: Number(match[3]) }];
  });
