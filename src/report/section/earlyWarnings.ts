import { pointersOf } from "../../domain/calendar/period.ts";
import type { EarlyWarning, EarlyWarnings } from "../../domain/measure/earlyWarnings.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { listLength } from "../../domain/measure/setting.ts";
import type { Block, Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { shortMonth } from "../phrase/date.ts";
import { counted, num, several } from "../phrase/number.ts";
import { say, separated } from "../phrase/say.ts";
import { notes, numberCell, paragraph, plainTable, type Section, textCell } from "./section.ts";

type Warning = EarlyWarning<Measured>;

/** 诉求预警: matters that grow unusually, by class and by district, against the periods before. */
export const earlyWarnings: Section = {
  name: "earlyWarnings",
  extra: true,
  path: ["接听情况分析", "诉求预警"],
  write: (facts) => {
    const of = facts.further?.earlyWarnings;
    if (!of) return [];
    if (of.grown.length === 0)
      return [paragraph("grown", `${pointersOf(facts.month).this}没有达到预警条件的诉求。`), remark(of)];
    const listed = of.grown.slice(0, listLength(facts, "earlyWarnings"));
    return [paragraph("grown", ...told(facts, of, listed)), table(facts, listed), remark(of)];
  },
};

/** 上月 · 前三个月平均 */
function base(month: string, periods: number): string {
  const { last, each } = pointersOf(month);
  return periods === 1 ? last : `前${several(periods)}${each}平均`;
}

function growth({ growth: of, earlier }: Warning, month: string): Span[] {
  if (of.value !== null) return say`较${base(month, earlier.length)}增长${num(of)}`;
  const { last, each } = pointersOf(month);
  const before = earlier.length === 1 ? last : `前${several(earlier.length)}${each}`;
  return say`${before}${{ text: "没有", figure: of }}`;
}

function told({ month }: ReportFacts, { grown }: EarlyWarnings<Measured>, listed: Warning[]) {
  const items = listed.map((one) => {
    const part = one.share.value === null ? [] : say`，占受理诉求总量的${num(one.share)}`;
    const matter = one.district === null ? one.topic : `${one.topic}（${one.district}）`;
    return say`${counted(matter, one.count, "件")}，${growth(one, month)}${part}`;
  });
  const first = listed.length < grown.length ? `，增加最多的${several(listed.length)}项是` : "";
  return say`${shortMonth(month)}有${several(grown.length)}项诉求明显增多${first}：${separated(items, "；")}。`;
}

function table({ month }: ReportFacts, listed: Warning[]): Block {
  const periods = listed[0]!.earlier.map(({ period }) => shortMonth(period));
  const rows = listed.map((one) => [
    textCell(one.topic),
    textCell(one.district ?? "全市"),
    ...one.earlier.map((past) => numberCell(past.count)),
    numberCell(one.count),
    numberCell(one.growth),
    numberCell(one.share),
  ]);
  const head = [
    "诉求小类",
    "地区",
    ...periods,
    shortMonth(month),
    `较${base(month, periods.length)}增长`,
    "占受理总量",
  ];
  const made = plainTable([4, 3, ...periods.map(() => 2), 2, 3, 3], head, rows);
  return { kind: "table", table: made, caption: "明显增多的诉求（件）" };
}

const remark = ({ words }: EarlyWarnings<Measured>): Block =>
  notes([
    [`预警条件：${words}；全市、各区县分别比较，一个区县的件数就是全市的，只列全市`],
    ["占受理总量，以全市受理的诉求为分母；没有写明地区的诉求只计入全市"],
  ]);
