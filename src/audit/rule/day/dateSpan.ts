/** 日期前后: what a report tells of days after it was issued, and spans of days that don't last as long as it says. */
import { daysIn } from "../../../domain/calendar/month.ts";
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Passage, quote } from "../../read/passage.ts";
import { civil, daysInAnyYear, daysInMonths, daysOver, issuedOn } from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { finding } from "../../write.ts";

export const dateSpan = ({ passages }: Reading): Finding[] => [
  ...afterIssue(passages),
  ...passages.flatMap((passage) => [
    ...spansIn(passage, passages),
    ...endsBeforeItBegins(passage),
    ...monthsIn(passage),
  ]),
  ...outside(passages),
];

const of =
  /(?:统计时段|统计周期|统计区间|统计期|本期|时段)(?:为|：|是)?(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日[^，。；\d]{0,4}(?:至|到|-|～)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/;
const peak =
  /(?:峰值|谷值|单日最[高低多少]|最[高低多少]的一天)[^。；\d]{0,12}(\d{1,2})月(\d{1,2})日|(?<!\d)(\d{1,2})月(\d{1,2})日[^。；，\d]{0,10}(?:为|达到)?(?:峰值|单日最[高低多少])/g;

/** the day of the peak lies outside of the days that the report says it is of */
function outside(passages: Passage[]): Finding[] {
  const own = passages.slice(0, 8).find(({ text }) => of.test(text));
  const match = own ? of.exec(own.text) : null;
  if (!own || !match) return [];
  const [from, to] = [Number(match[2]) * 100 + Number(match[3]), Number(match[5]) * 100 + Number(match[6])];
  const isIn = (day: number) => (from <= to ? day >= from && day <= to : day >= from || day <= to);
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(peak)].flatMap((found) => {
      const [month, day] = [found[1] ?? found[3]!, found[2] ?? found[4]!];
      // “未超过7月20日的单日最高纪录”
      const led = passage.text.slice(Math.max(0, found.index - 8), found.index) + found[0];
      if (isIn(Number(month) * 100 + Number(day)) || /未超|历史|纪录|去年|较|比/.test(led)) return [];
      return [
        finding("impossible", {
          confidence: 0.65,
          places: [
            quote(passage, found.index, found.index + found[0].length),
            quote(own, match.index, match.index + match[0].length),
          ],
          values: [`${month}月${day}日`, match[0]],
          arithmetic: `${month}月${day}日不在${match[2]}月${match[3]}日至${match[5]}月${match[6]}日之内`,
          message: `“${found[0]}”不在报告的“${match[0]}”之内。`,
        }),
      ];
    }),
  );
}

/** a period that is written about before it has ended is told up to its last day */
function closesPeriod(date: string, issued: string, passages: Passage[]): boolean {
  // a web page has much before its title
  const title = passages
    .map(({ text }) => text)
    .filter((text) => text.length < 60)
    .join("\n");
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const isNamed = new RegExp(`日(?:至|到|-|—|～)(?:(?:20\\d\\d年)?${month}月)?${day}日`).test(title);
  const isMonthsEnd = day === daysIn(date.slice(0, 7));
  const isQuarters = month % 3 === 0 && /季度/.test(title);
  const isYears = month === 12 && /20\d\d年(?:度|运行|工作|热线|总|$)/m.test(title);
  return isNamed || (isMonthsEnd && (date.slice(0, 7) === issued.slice(0, 7) || isQuarters || isYears));
}

const until = /(?:截至|截止到?|(?<=^|[，。；])至)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/g;

/** “截至12月15日已办结……” in a report of 6 December */
function afterIssue(passages: Passage[]): Finding[] {
  const issued = issuedOn(passages);
  if (!issued) return [];
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(until)].flatMap((match) => {
      const [text, own, month, day] = match;
      const [year, now] = [issued.slice(0, 4), Number(issued.slice(5, 7))];
      // in January “截至12月31日” is of the year before
      const date = civil(own ?? (Number(month) - now > 6 ? Number(year) - 1 : year), month!, day!);
      const after = passage.text.slice(match.index + text.length, match.index + text.length + 24);
      if (!date || date <= issued || closesPeriod(date, issued, passages) || /前|止|报名|计划|预计|将|拟/.test(after))
        return [];
      return [
        finding("impossible", {
          confidence: 0.65,
          places: [quote(passage, match.index, match.index + text.length)],
          values: [text, issued],
          arithmetic: `${date} > ${issued}`,
          message: `“${text}”晚于成文日期${issued}，报告不能写到还没到的日子。`,
        }),
      ];
    }),
  );
}

const span =
  /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:（[^（）\d]{1,6}）)?(?:至|到|—|-|～)(?:(20\d\d)年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（[^（）\d]{1,8}）)?(?:[起止、，（]*(?:(?:[^。；\d]|12345){0,16}?(?:历时|放假|假期|长假|连续值守)(?:调休)?(?:共计?)?|(?:[^，。；\d]{0,8}期间?，?)?(?:共计?|为期|合计|这))|的)([一二三四五六七八九十]{1,3}|\d{1,2})[天日](?![内前]|以上|话务|办结|回复)/g;
const reversed = /((?:20\d\d)年\d{1,2}月\d{1,2}日)[^，。；\d]{0,3}(?:至|到|—|-|～)((?:20\d\d)年\d{1,2}月\d{1,2}日)/g;

/** “2024年7月1日至2024年6月28日” */
const endsBeforeItBegins = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(reversed)].flatMap((match) => {
    const [text, first, last] = match as unknown as [string, string, string];
    const order = (date: string) => [...date.matchAll(/\d+/g)].reduce((all, [digits]) => all * 100 + Number(digits), 0);
    if (order(last) >= order(first)) return [];
    return [
      finding("impossible", {
        confidence: 0.8,
        places: [quote(passage, match.index, match.index + text.length)],
        values: [first, last],
        arithmetic: `${last} < ${first}`,
        message: `“${text}”：止早于起。`,
      }),
    ];
  });

const months = /(?<!\d)(?:(20\d\d)年)?(\d{1,2})月?(?:至|到|-|—|～)(\d{1,2})月份?，?(?:共|历时|这)?(\d{2,3})天/g;

/** “1-9月份，272天” */
const monthsIn = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(months)].flatMap((match) => {
    const [text, year, from, to, said] = match;
    const [first, last] = [Number(from), Number(to)];
    if (first < 1 || last > 12 || first >= last) return [];
    const span = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const right = year ? [daysInMonths(year, span)] : daysInAnyYear(span);
    if (right.includes(Number(said))) return [];
    return [
      finding("impossible", {
        confidence: 0.75,
        places: [quote(passage, match.index, match.index + text.length)],
        values: [`${said}天`, `${right[0]}天`],
        arithmetic: `${first}月至${last}月 = ${right.join("或")} 天`,
        message: `“${text}”：${first}月至${last}月是${right.join("或")}天，文中印作${said}天。`,
      }),
    ];
  });

/** “1月28日至2月4日，共7天”: both days count */
function spansIn(passage: Passage, passages: Passage[]): Finding[] {
  return [...passage.text.matchAll(span)].flatMap((match) => {
    const [text, ownYear, month, day, endYear, endMonth, endDay, word] = match;
    const isWithLeapDay = Number(month) < 3 && Number(endMonth ?? month) > 1;
    const year =
      ownYear ??
      /(20\d\d)年/.exec(passages.map((one) => one.text).join(""))?.[1] ??
      (isWithLeapDay ? undefined : "2025");
    const said = chineseNumber(word!);
    if (!year || said === null) return [];
    const from = civil(year, month!, day!);
    const last = endMonth ?? month!;
    const to = civil(endYear ?? (Number(last) < Number(month) ? Number(year) + 1 : year), last, endDay!);
    const right = from && to && from <= to ? daysOver(from, to) : said;
    // “6月12日至18日，含端午假期三天”
    if (right === said || right > 60 || /[含除]/.test(text)) return [];
    return [
      finding("impossible", {
        confidence: 0.65,
        places: [quote(passage, match.index, match.index + text.length)],
        values: [`${said}天`, `${right}天`],
        arithmetic: `${from} 至 ${to} = ${right} 天`,
        message: `“${text}”：首尾都算是${right}天，文中印作${said}天。`,
      }),
    ];
  });
}
