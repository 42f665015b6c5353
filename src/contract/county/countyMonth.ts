/** 县级平台一个月的情况 on the wire: what it delivered, and how it fared when the city phoned it. */
import { z } from "zod";
import { monthKey } from "../value.ts";

export const countyMonthParams = z.object({ month: monthKey });

const count = z.number().int().nullable();
const points = z.number().describe("分");

const rate = z
  .object({
    numerator: z.number().int(),
    denominator: z.number().int(),
    percent: z.number().nullable().describe("null：分母为零，或者分子多于分母"),
  })
  .nullable()
  .describe("两个数和它们的百分比；null：没有报");

const mysteryCall = z.object({
  secondsToAnswer: count.describe("几秒接通；null：没有接通"),
  ...{ voiceMenu: points, connection: points, etiquette: points, knowledge: points, followUp: points },
});

const sheet = z.object({
  county: z.string().describe("县级平台"),
  delivered: z.boolean().describe("这个月报了没有"),
  ...{ offered: count.describe("来电量"), answered: count.describe("接通量") },
  ...{ answerRate: rate, firstContactRate: rate, onTimeRate: rate, followUpRate: rate, satisfactionRate: rate },
  accuracy: points.nullable().describe("数据准确度"),
  mysteryCalls: z.array(mysteryCall).describe("拨测"),
});

export const countyMonth = z.object({ month: z.string(), counties: z.array(sheet) }).meta({ id: "CountyMonth" });
