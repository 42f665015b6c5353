import type { Block, Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { shortMonth } from "../phrase/date.ts";
import { count, counted, num, some } from "../phrase/number.ts";
import { enumerated, say, separated } from "../phrase/say.ts";
import { isRanked, platformRows, standingSaid } from "./platformStanding.ts";
import { barsBlock, chartRow, paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 服务拨测与综合排名: what the test calls found and how the county platforms rank. */
export const mysteryCalls: Section = {
  name: "mysteryCalls",
  monthly: true,
  path: (facts) => [
    "办理情况分析",
    "县级热线平台办理情况",
    isRanked(facts) ? "服务拨测与综合排名" : "服务拨测与综合评分",
  ],
  write: (facts) => {
    const blocks = [...calls(facts), ...ranks(facts)];
    return blocks.length === 0 ? [] : [...blocks, ...wording(facts, "mysteryCalls")];
  },
};

function calls({ month, figures: { countyPlatforms, appendix2 } }: ReportFacts): Block[] {
  const { callsEach, answeredAfter15s } = countyPlatforms.mysteryCalls;
  if (!some(callsEach)) return [];
  const late = answeredAfter15s.filter((row) => some(row.count));
  const names = enumerated(answeredAfter15s.map((row) => row.platform));
  const waiting =
    late.length > 0
      ? say`超过15秒才接通的有：${separated(
          late.map((row) => counted(row.platform, row.count, "通")),
          "、",
        )}。`
      : say`没有超过15秒才接通的电话。`;
  return [
    paragraph(
      "calls",
      ...say`${shortMonth(month)}，对${names}的热线平台各拨测${count(callsEach, "通")}电话。${waiting}${weakest(appendix2.rows)}`,
    ),
  ];
}

const items = { etiquette: "服务规范", knowledge: "业务知识" } as const;

/** the lowest score in what the calls are for: manner and knowledge; where all are alike none is the lowest */
function weakest(rows: ReportFacts["figures"]["appendix2"]["rows"]): Span[] {
  const told = (Object.keys(items) as (keyof typeof items)[]).flatMap((key) => {
    const scored = rows.filter((row) => row.mysteryCall[key].value !== null);
    const lowest = Math.min(...scored.map((row) => row.mysteryCall[key].value!));
    const low = scored.filter((row) => row.mysteryCall[key].value === lowest);
    if (low.length === scored.length) return [];
    const names = enumerated(low.map(({ platform }) => platform));
    return [say`${items[key]}得分最低的是${names}（${num(low[0]!.mysteryCall[key])}分）`];
  });
  return told.length === 0 ? [] : say`${separated(told, "，")}。`;
}

function ranks(facts: ReportFacts): Block[] {
  const rows = platformRows(facts).filter((row) => row.total.value !== null);
  if (rows.length === 0) return [];
  const told = rows.map((row) => standingSaid(facts, row));
  return [
    paragraph("ranks", ...say`按考核指标综合评分，${separated(told, "，")}。`),
    ...barsBlock(
      "县级平台综合得分",
      "分",
      rows.flatMap((row) => chartRow(row.platform, row.total, "分")),
    ),
  ];
}
