import { pointersOf } from "../../domain/calendar/period.ts";
import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { compared, rateCompared } from "../phrase/change.ts";
import { shortMonth } from "../phrase/date.ts";
import { categoryName, count, num, rate, some } from "../phrase/number.ts";
import { say, separated } from "../phrase/say.ts";
import { altText, chartRow, comparable, paragraph, type Section } from "./section.ts";

/** 总体情况: calls, answer rate, accepted requests and their types. */
export const calls: Section = {
  name: "calls",
  path: ["接听情况分析", "总体情况"],
  write: (facts) => [
    paragraph("offered", ...phoned(facts)),
    paragraph("accepted", ...requests(facts)),
    ...typesChart(facts),
  ],
};

function phoned({ platform, month, figures: { calls: of }, more }: ReportFacts) {
  if (!some(of.offered)) return say`${shortMonth(month)}，${platform}12345热线没有来电记录。`;
  const daily = some(more.calls.perDay) ? say`，日均${count(more.calls.perDay, "通")}` : [];
  const quick = some(of.answeredWithin15s) ? say`；${rate("15秒接通率", of.answeredWithin15s)}` : [];
  return say`${shortMonth(month)}，${platform}12345热线共接到群众来电${count(of.offered, "通")}，${compared(of.offeredMoM)}${daily}。${rateCompared("接通率", of.answerRate, of.answerRateMoM)}${quick}。`;
}

function requests({ month, figures: { requests }, more }: ReportFacts) {
  if (!some(requests.accepted)) return say`${pointersOf(month).whole}没有受理诉求的记录。`;
  const types = requests.byType
    .filter((row) => some(row.count))
    .map(
      ({ type, count: n, share }) =>
        say`${categoryName(type)}${count(n, "件")}${share.value === null ? [] : say`，占${num(share)}`}`,
    );
  const parts = types.length > 0 ? say`。按诉求类型分：${separated(types, "；")}` : [];
  const repeats = some(more.requests.mergedRepeats)
    ? say`另有重复诉求${count(more.requests.mergedRepeats, "件")}并入原事项办理。`
    : [];
  return say`${pointersOf(month).whole}受理诉求${count(requests.accepted, "件")}，${compared(more.requests.acceptedMoM)}${parts}。${repeats}`;
}

function typesChart({ figures: { requests } }: ReportFacts): Block[] {
  const rows = requests.byType
    .filter((row) => some(row.count))
    .flatMap(({ type, count: n, share }) => chartRow(categoryName(type), n, "件", share));
  if (!comparable(rows)) return [];
  const caption = "受理诉求类型构成";
  return [{ kind: "chart", caption, chart: { kind: "pie", unit: "件", rows, alt: altText(caption, rows) } }];
}
