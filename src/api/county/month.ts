import type { z } from "zod";
import { countyMonth, countyMonthParams } from "../../contract/county/countyMonth.ts";
import { reportReaders } from "../../domain/access/report.ts";
import type { CountyCounts, MysteryCallSheet, Ratio } from "../../domain/measure/counts.ts";
import { answerRatio } from "../../domain/measure/countyFigures.ts";
import { exceedsWhole, percent } from "../../domain/measure/exact.ts";
import { countyMonths, mysteryCalls } from "../../store/question/counties.ts";
import { monthOf } from "../../store/question/month.ts";
import { operation } from "../operation.ts";
import { ownCounties } from "./load.ts";

type Sheet = z.input<typeof countyMonth>["counties"][number];

const rateOf = (ratio: Ratio | null): Sheet["onTimeRate"] => {
  if (ratio === null) return null;
  const hundredths = exceedsWhole(ratio) ? null : percent(ratio.numerator, ratio.denominator);
  return { ...ratio, percent: hundredths === null ? null : hundredths / 100 };
};

const callOf = ({ platform: _, secondsToAnswer, ...points }: MysteryCallSheet): Sheet["mysteryCalls"][number] => ({
  secondsToAnswer,
  voiceMenu: points.voiceMenu / 100,
  connection: points.connection / 100,
  etiquette: points.etiquette / 100,
  knowledge: points.knowledge / 100,
  followUp: points.followUp / 100,
});

function sheetOf(county: string, delivered: CountyCounts | undefined, calls: readonly MysteryCallSheet[]): Sheet {
  return {
    county,
    delivered: delivered !== undefined,
    offered: delivered?.offered ?? null,
    answered: delivered?.answered ?? null,
    answerRate: rateOf(delivered ? answerRatio(delivered) : null),
    firstContactRate: rateOf(delivered?.firstContact ?? null),
    onTimeRate: rateOf(delivered?.onTime ?? null),
    followUpRate: rateOf(delivered?.followUp ?? null),
    satisfactionRate: rateOf(delivered?.satisfaction ?? null),
    accuracy: delivered?.accuracy == null ? null : delivered.accuracy / 100,
    mysteryCalls: calls.filter(({ platform }) => platform === county).map(callOf),
  };
}

/** 县级平台一个月的情况: a county its own, whoever reads the report all; as delivered, never recounted. */
export const readCountyMonth = operation({
  id: "readCountyMonth",
  method: "GET",
  path: "/county-months/{month}",
  summary: "县级平台一个月的情况：所报的数、五率、准确度、拨测；县级平台看自己的",
  tag: "县级平台",
  permit: ["county", ...reportReaders],
  params: countyMonthParams,
  answer: countyMonth,
  async handle({ params: { month } }, visit) {
    const { db, platform } = visit;
    const own = await ownCounties(month, visit);
    const delivered = await countyMonths(db, platform.platform, month);
    const { from, until } = monthOf(platform, month, (await visit.rules()).rulebook);
    const calls = await mysteryCalls(db, { platform: platform.platform, from, until });
    const names = own ?? [...new Set([...delivered, ...calls].map((one) => one.platform))];
    return {
      month,
      counties: names.map((name) =>
        sheetOf(
          name,
          delivered.find((one) => one.platform === name),
          calls,
        ),
      ),
    };
  },
});
