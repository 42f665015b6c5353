import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { alsoCompared, rateCompared } from "../phrase/change.ts";
import { shortDay } from "../phrase/date.ts";
import { categoryName, count, counted, num, rate, several, some } from "../phrase/number.ts";
import { isOver, periodSaid, recordsBeginLater, wholeOf } from "../phrase/reach.ts";
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

/** of one day there is no mean, nor over days of which there are no records */
function daily(facts: ReportFacts) {
  const { perDay } = facts.more.calls;
  const days = perDay.denominator ?? 0;
  if (!some(perDay) || days < 2 || recordsBeginLater(facts)) return [];
  return say`，${isOver(facts) ? "" : `前${several(days)}天`}日均${count(perDay, "通")}`;
}

const begun = (facts: ReportFacts) =>
  recordsBeginLater(facts) ? `（记录自${shortDay(facts.recordsSince!, facts.month)}起）` : "";

function phoned(facts: ReportFacts) {
  const { platform } = facts;
  const { calls: of } = facts.figures;
  if (!some(of.offered)) return say`${periodSaid(facts)}，${platform}12345热线没有来电记录。`;
  const quick = some(of.answeredWithin15s) ? say`；${rate("15秒接通率", of.answeredWithin15s)}` : [];
  return say`${periodSaid(facts)}，${platform}12345热线共接到群众来电${count(of.offered, "通")}${begun(facts)}${alsoCompared(of.offeredMoM)}${daily(facts)}。${rateCompared("接通率", of.answerRate, of.answerRateMoM)}${quick}。`;
}

function requests(facts: ReportFacts) {
  const { requests } = facts.figures;
  const { more } = facts;
  if (!some(requests.accepted)) return say`${wholeOf(facts)}没有受理诉求的记录。`;
  const types = requests.byType
    .filter((row) => some(row.count))
    .map(
      ({ type, count: n, share }) =>
        say`${counted(categoryName(type), n, "件")}${share.value === null ? [] : say`，占${num(share)}`}`,
    );
  const parts = types.length > 0 ? say`。按诉求类型分：${separated(types, "；")}` : [];
  const repeats = some(more.requests.mergedRepeats)
    ? say`另有重复诉求${count(more.requests.mergedRepeats, "件")}并入原事项办理。`
    : [];
  return say`${wholeOf(facts)}受理诉求${count(requests.accepted, "件")}${alsoCompared(more.requests.acceptedMoM)}${parts}。${repeats}`;
}

function typesChart({ figures: { requests } }: ReportFacts): Block[] {
  const rows = requests.byType
    .filter((row) => some(row.count))
    .flatMap(({ type, count: n, share }) => chartRow(categoryName(type), n, "件", share));
  if (!comparable(rows)) return [];
  const caption = "受理诉求类型构成";
  return [{ kind: "chart", caption, chart: { kind: "pie", unit: "件", rows, alt: altText(caption, rows) } }];
}
