import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { compared } from "../phrase/change.ts";
import { shortMonth } from "../phrase/date.ts";
import { categoryName, count, num, rate, some } from "../phrase/number.ts";
import { say, separated } from "../phrase/say.ts";
import { altText, chartRow, paragraph, type Section } from "./section.ts";

/** 总体情况: calls, answer rate, accepted requests and their types. */
export const overview: Section = {
  name: "overview",
  path: ["接听情况分析", "总体情况"],
  write: (facts) => [paragraph(...calls(facts)), paragraph(...requests(facts)), ...typesChart(facts)],
};

function calls({ platform, month, figures: { calls }, more }: ReportFacts) {
  const daily = some(more.callsPerDay) ? say`，日均${count(more.callsPerDay, "通")}` : [];
  const quick = some(more.answeredWithin15s) ? say`；${rate("15秒接通率", more.answeredWithin15s)}` : [];
  return say`${shortMonth(month)}，${platform}12345热线共接到群众来电${count(calls.offered, "通")}，${compared(calls.offeredMoM)}${daily}。${rate("接通率", calls.answerRate)}，${compared(calls.answerRateMoM)}${quick}。`;
}

function requests({ figures: { requests }, more }: ReportFacts) {
  const types = requests.byType.map(
    ({ type, count: n, share }) =>
      say`${categoryName(type)}${count(n, "件")}${share.value === null ? [] : say`，占${num(share)}`}`,
  );
  const parts = types.length > 0 ? say`。按诉求类型分：${separated(types, "；")}` : [];
  const repeats = some(more.mergedRepeats) ? say`另有重复诉求${count(more.mergedRepeats, "件")}并入原事项办理。` : [];
  return say`全月受理诉求${count(requests.accepted, "件")}${parts}。${repeats}`;
}

function typesChart({ figures: { requests } }: ReportFacts): Block[] {
  const rows = requests.byType.flatMap(({ type, count: n, share }) => chartRow(categoryName(type), n, "件", share));
  if (!rows.some((row) => row.value > 0)) return [];
  const caption = "受理诉求类型构成";
  return [{ kind: "chart", caption, chart: { kind: "pie", unit: "件", rows, alt: altText(caption, rows) } }];
}
