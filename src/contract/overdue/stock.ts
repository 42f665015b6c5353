/** 超期未办结 on the wire: the open stock past its deadline as it is now, by unit and by how long. */
import { z } from "zod";
import { instant } from "../value.ts";

const count = z.number().int();
const ages = { yellow: count, red: count, summon: count };

const unmovedGroup = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    category: z.string(),
    categoryName: z.string(),
    orders: count,
    since: instant.describe("其中最早的派发"),
  })
  .meta({ id: "UnmovedGroup" });

const unitStock = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    orders: count,
    reopened: count.describe("其中重办的，月报的超期未反馈不含"),
    ...ages,
    oldestDueAt: instant.nullable(),
    oldestWords: z.string().describe("超期最久的：41 个工作日"),
    before: count.describe("一周前的超期未反馈（不含重办）"),
    unmoved: count.describe("长期无人动过的，含没有到期的"),
    onTime: z
      .object({ numerator: count, denominator: count, value: count.nullable().describe("百分之一个百分点") })
      .nullable()
      .describe("按时办结率，当月没有回访的为空"),
  })
  .meta({ id: "UnitStock" });

export const overdueStock = z
  .object({
    at: instant,
    names: z.object({ yellow: z.string(), red: z.string(), summon: z.string() }).describe("各档的说法，按现行期限"),
    unmovedWords: z.string().describe("多久没有人动过算无人动过"),
    total: z.object({ orders: count, reopened: count, ...ages, before: count, unmoved: count }),
    onTimeMonth: z.string().nullable().describe("按时办结率是哪个月的"),
    groups: z.array(unmovedGroup).describe("无人动过的，同一单位、同一小类，多的在前，至多 5 组"),
    rows: z.array(unitStock).describe("超期或无人动过的单位，多的在前"),
  })
  .meta({ id: "OverdueStock" });
