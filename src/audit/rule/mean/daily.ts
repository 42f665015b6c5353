/** 日均: an average of days that neither the calendar's days nor the working days of the period give. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import { agreement, exactly, middle, over, type Printed, plus, type Range, show, toNumber } from "../../number.ts";
import { isOfOtherAct } from "../../read/act.ts";
import { bareName } from "../../read/bare.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import {
  civil,
  daysInMonth,
  daysInMonths,
  daysOfPeriod,
  daysOfTitle,
  daysOver,
  monthOfReport,
  spansIn,
  stretches,
} from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { headOf } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isOfItsMonth } from "./itsMonth.ts";

export function daily(reading: Reading): Finding[] {
  const title = daysOfTitle(reading.passages);
  const days = title ?? daysOfPeriod(reading.passages);
  const month = monthOfReport(reading.passages)?.month;
  const wholes = reading.mentions.filter((one) => !one.isHedged && /^(?:受理|承接)$/.test(bareName(one) ?? ""));
  const counts = reading.mentions.filter(({ kind, number }) => kind === "count" && number.step === null);
  return [
    ...reading.sentences.flatMap((mentions) =>
      mentions.flatMap((mention, at) =>
        inText(mentions, withoutMonth(mention, month), at, days, wholes, title !== null, counts),
      ),
    ),
    ...(days === null ? [] : inTables(reading, days)),
  ];
}

/** “11月日均受理工单31件”, in the report of November */
function withoutMonth(mean: Mention, month: number | undefined): Mention {
  return month === undefined
    ? mean
    : { ...mean, before: mean.before.replace(new RegExp(`(?<!\\d)${month}月份?(?=日均)`), "") };
}

const named = /([一二三四五六七八九十]{1,3}|\d{1,3})(?:天|个自然日)(?![均期报前内])/g;

/** the period's days, or as many as the sentence names */
function inText(
  mentions: Mention[],
  mean: Mention,
  at: number,
  days: number | null,
  wholes: Mention[],
  /** a report of a few days, such as a holiday, may call them so */
  isOfDays: boolean,
  counts: Mention[],
): Finding[] {
  if (
    !/(?:日均|每[天日]平均|平均每[天日]|平均，每[天日]|平均下来，[^，。；\d]{0,6}每[天日])[^，。；：\d]{0,8}：?$/.test(
      mean.before,
    ) ||
    mean.kind !== "count"
  )
    return [];
  if (mean.period !== "now") return [];
  // “其余24天日均167.3件”, “而二季度日均为61.9件”: of other days
  const lead = sentenceBefore(mean);
  if (
    /(?:其[余他]|剩下|季度以来|月以来|[上中下]旬|[前后][一二三四五六七八九十\d]{1,2}[日天]|热[季期]|汛期)[^，。；]*$|，而[^，。；]*(?:季度|半年)[^，。；]*$/.test(
      lead,
    )
  )
    return [];
  // “低于全季日均30.8件”, “1月日均136.1件”: of other days
  if (/(?:分别|依次)[^，。；]*$/.test(mean.before)) return [];
  // “九月份为9005件，日均300.2件”: of the count right before it, and of the month that it names
  const last = mentions[at - 1];
  if (last?.kind === "count" && isSameUnit(last.unit, mean.unit) && isOfItsMonth(mean, last)) return [];
  // “比上年（366天）的日均688人次”
  if (/[比较][^，。；]*$/.test(lead)) return [];
  if (mean.depth > 0 || /(?:低于|高于|超过|比|较|全[年季月周]|\d月份?)[^，。；]*$/.test(mean.before)) return [];
  const text = sentenceOf(mean);
  const others = isOfDays ? /工作日|工作天|双休|周末|峰|除|岗/ : /工作日|工作天|双休|周末|假期|峰|除/;
  if (others.test(lead)) return [];
  // “而去年同期（90天）……” tells of that period's days
  const ownText = text.replace(/(?:去年|上年|同期)[^，。；（）]*（[^（）]*）/g, "");
  const own = [...ownText.matchAll(named)].flatMap(([, word]) => chineseNumber(word!) ?? []).filter((one) => one > 2);
  const totals = mentions
    .slice(0, at)
    .filter(
      ({ kind, period, unit, isHedged, before }) =>
        kind === "count" && period === "now" && !isHedged && isSameUnit(unit, mean.unit) && !/均/.test(before),
    );
  const spans = [
    ...own,
    ...(days === null ? [...daysSaid(text), ...datesSaid(mean.passage.text.slice(0, mean.at))] : [days]),
  ];
  const isPlausible = ({ number }: Mention) =>
    spans.some((one) => Math.abs(number.approximate / mean.number.approximate / one - 1) < 0.5);
  const isOfAll =
    /^平均下来，[^，。；]{0,6}每[天日]|^[^，。；：]{0,10}，?日均(?:受理|承办|接听)?[^，。；：\d]{0,4}：?$/.test(lead);
  const isElsewhere = totals.length === 0 && isOfAll;
  if (isElsewhere)
    totals.push(...wholes.filter(({ unit, passage }) => isSameUnit(unit, mean.unit) && passage !== mean.passage));
  const total = totals.find(isPlausible);
  if (total && isOfOtherAct(mean, total)) return [];
  if (!total || spans.length === 0) return [];
  if (mean.isHedged && spans.some((one) => isNearly(mean, total.number, one))) return [];
  const said = mean.isHedged ? plain(mean.number) : mean.number;
  // “投诉3396件、举报701件，日均受理投诉举报512件”: of two together
  const both = totals.slice(1).map(({ number }, nth) => plus(totals[nth]!.number.range, number.range));
  if (both.some((range) => spans.some((one) => isNextTo(said, over(range, exactly(fraction(one))))))) return [];
  // “2024年受理366000件，日均1000件，2025年1—10月受理310000件”
  const years = [...lead.matchAll(/(20\d\d)年(?!\d)/g)].map(([, year]) => 337 + daysInMonth(year!, 2));
  const written = [...spans, ...spansIn(lead), ...years];
  if ([...totals, ...wholes].some(({ number }) => written.some((one) => isOf(said, number, one)))) return [];
  // the total that it is of is called otherwise
  if (isElsewhere && counts.some(({ number }) => spans.some((one) => isOverDays(said, number, one)))) return [];
  return [
    contradiction(mean.number, total.number, spans[0]!, nameOf(total), distinctPlaces([placeOf(mean), placeOf(total)])),
  ];
}

const lengths = stretches.map(({ words, days }) => ({ said: new RegExp(`^(?:20\\d\\d年)?第?${words}，`), days }));

/** “一季度，……日均”: of the period that the sentence begins with */
const daysSaid = (text: string): number[] => lengths.find(({ said }) => said.test(text))?.days ?? yearSaid(text);

/** “2023年1月1日至12月31日” */
const yearSaid = (text: string): number[] => (/20\d\d年1月1日至12月31日/.test(text) ? [365, 366] : monthsSaid(text));

/** “1至9月……”: from the first month of the year on */
function monthsSaid(text: string): number[] {
  const last = Number(/(?<!\d)1月?(?:至|-|—|到)(\d{1,2})月(?!\d)/.exec(text)?.[1] ?? 0);
  const months = Array.from({ length: last > 12 ? 0 : last }, (_, at) => at + 1);
  return months.length < 2 ? [] : [daysInMonths(2001, months)];
}

/** “4月6日开通……到12月27日，累计……”: the first day that it names and the last one */
function datesSaid(text: string): number[] {
  const dates = [...text.matchAll(/(?<!\d)(\d{1,2})月(\d{1,2})日/g)].flatMap(
    ([, month, day]) => civil(2001, month!, day!) ?? [],
  );
  const [from, to] = dates;
  const isSpan =
    /\d日(?:（[^（）]*）)?(?:开通|起|以来|至|到|-|—)/.test(text) &&
    /(?:截[至止]|至|到|-|—)\d{1,2}月\d{1,2}日/.test(text);
  return from && to && isSpan && from < to ? [daysOver(from, to)] : [];
}

/** “约832件”: its last digits are no guess */
function isNearly({ number: mean, before }: Mention, total: Printed, days: number): boolean {
  const right = total.approximate / days;
  // “260余个”, “超过260个” is no less than that
  if (/余|多/.test(mean.text) || /超过?|逾$/.test(before)) return right >= mean.approximate * 0.99;
  return mean.text.replace(/\D/g, "").replace(/0+$/, "").length < 3 || Math.abs(right / mean.approximate - 1) < 0.04;
}

const isNextTo = (mean: Printed, right: Range): boolean =>
  agreement(mean, right) !== "off" ||
  Math.abs(toNumber(right.low) - mean.approximate) < 1.001 ||
  // “28.6万” may round to more than it is
  (mean.step === null && Math.abs(toNumber(right.high) - mean.approximate) < 0.5);

/** without 约 */
const plain = (number: Printed): Printed => ({ ...number, range: exactly(number.value) });

const isOverDays = (mean: Printed, total: Printed, days: number): boolean =>
  Math.abs(total.approximate / days - mean.approximate) * 2 <= (mean.step ? toNumber(mean.step) : 1);

/** the average of the period's own days, or of some number of working days in it */
function isOf(mean: Printed, total: Printed, days: number): boolean {
  const on = (count: number) => {
    const right = over(total.range, exactly(fraction(count)));
    return isNextTo(mean, right);
  };
  const [least, most] = [Math.floor(days * 0.55), Math.ceil(days * 0.78)];
  const working = days < 20 ? [] : Array.from({ length: most - least + 1 }, (_, at) => least + at);
  return [days, ...working].some(on);
}

const isMean = (name: string): boolean => /日均/.test(name);

/** “日均受理量（件）” below “受理量（件）”, or beside it */
function inTables({ tables }: Reading, days: number): Finding[] {
  const core = (name: string) => name.replace(/日均|（.*?）|\s/g, "").replace(/(?<=.{2})总?[量数]$/, "");
  return tables.flatMap((table) => [
    ...table.rows
      .filter(({ name }) => isMean(name))
      .flatMap((row) => {
        const whole = table.rows.find((other) => other !== row && core(other.name) === core(row.name));
        const column = row.numbers.findIndex((number, at) => number && whole?.numbers[at]);
        const [mean, total] = [row.numbers[column], whole?.numbers[column]];
        if (!mean || !total || isOf(mean, total, days)) return [];
        return [contradiction(mean, total, days, whole!.name, [cellPlace(row, column), cellPlace(whole!, column)])];
      }),
    ...(table.heads ?? []).flatMap((head, column) => {
      const from = isMean(head) ? table.heads!.findIndex((other) => other !== head && core(other) === core(head)) : -1;
      const rows = from < 0 ? [] : table.rows.filter(({ numbers }) => numbers[column] && numbers[from]);
      const wrong = rows.filter(({ numbers }) => !isOf(numbers[column]!, numbers[from]!, days));
      return wrong.length > 1 || rows.length < 3
        ? []
        : wrong.map((row) =>
            contradiction(row.numbers[column]!, row.numbers[from]!, days, headOf(table, from), [
              cellPlace(row, column),
            ]),
          );
    }),
  ]);
}

function contradiction(mean: Printed, total: Printed, days: number, name: string, places: Finding["places"]): Finding {
  const right = show(middle(over(total.range, exactly(fraction(days)))), mean.step ? 1 : 0);
  return finding("average", {
    confidence: 0.65,
    places,
    values: [mean.text, total.text],
    arithmetic: `${total.text} ÷ ${days} = ${right} ≠ ${mean.text}`,
    message: `“${name}”${total.text}，${days}天平均每天${right}，日均印作${mean.text}。`,
  });
}
