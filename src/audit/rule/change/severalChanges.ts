/** 分别变动: “三率分别较上月提高0.42个、0.11个、降低0.26个百分点”, with the three values of now and of then in the same order. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { against, direction } from "./change.ts";

const up = /上升|增长|增加|提高|提升|上涨|增/;
const moved = /(上升|增长|增加|提高|提升|上涨|增|下降|减少|降低|回落|下滑|减|降)了?$/;
const joined =
  /^个?(?:、|，|和|及|与|以及)(?:(?:上升|增长|增加|提高|提升|上涨|增|下降|减少|降低|回落|下滑|减|降)了?)?$/;

export const severalChanges = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((own, nth) => {
    const next = sentences[nth + 1] ?? [];
    const mentions = next[0]?.passage === own[0]!.passage ? [...own, ...next] : own;
    const changes = changesOf(own);
    const formers = changes.length > 1 ? formersOf(mentions, changes) : [];
    if (formers.length < 2 || formers.length !== changes.length) return [];
    const first = Math.min(changes[0]!.at, formers[0]!.at);
    const nows = own.filter(({ at, unit, period }) => at < first && unit === formers[0]!.unit && period === "now");
    return nows.length === changes.length
      ? changes
          .flatMap((change, at) => [
            ...against(nows[at]!, formers[at]!, change),
            ...direction(nows[at]!, formers[at]!, change),
          ])
          .slice(0, changes.length)
      : [];
  });

/** the run of changes said 分别; each goes the way of the one before it unless it says another, and all have the last one's unit */
function changesOf(own: Mention[]): Mention[] {
  const start = own.findIndex((one) => moved.test(one.before) && /分别[^。；]*$/.test(sentenceBefore(one)));
  if (start < 0) return [];
  const run = [own[start]!];
  for (const one of own.slice(start + 1)) {
    if (!joined.test(one.before)) break;
    run.push(one);
  }
  const { unit } = run.at(-1)!;
  let way: -1 | 1 = 1;
  return run.map((one) => {
    const word = moved.exec(one.before)?.[1];
    way = word ? (up.test(word) ? 1 : -1) : way;
    return { ...one, kind: "change", unit, direction: way };
  });
}

const then = /(?:上[月期季周年]|去年|上年|同期)[^，。；\d]*$/;

/** as many values of the period before, one after the other: “上月三项指标分别为95.89%、99.47%、95.82%” */
function formersOf(mentions: Mention[], changes: Mention[]): Mention[] {
  const isChange = ({ at }: Mention) => changes.some((one) => one.at === at);
  const start = mentions.findIndex((one) => !isChange(one) && one.kind !== "change" && then.test(one.before));
  const run = start < 0 ? [] : mentions.slice(start, start + changes.length);
  const [first] = run;
  const isRun = run.slice(1).every((one) => /^(?:、|和|及|与)$/.test(one.before) && one.unit === first!.unit);
  return isRun ? run.map((one) => ({ ...one, period: "last" })) : [];
}
