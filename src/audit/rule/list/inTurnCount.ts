/** 依次几类: “六类诉求较为集中，依次为甲2613件（……），乙2208件（……），……。”: so many are said, and others are listed with a count each. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter } from "../../read/sentence.ts";
import { counted } from "./lengthFinding.ts";

const said =
  /(?<![第前\d])([两二三四五六七八九十]|\d{1,2})(?:大?类|个(?!月|季度|工作日)|项|家|个方面|种)[^，。；：、\d]{0,12}，?(?:依次|分别)(?:为|是)：?$/;

export const inTurnCount = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const at = mentions.findIndex(({ before, kind }) => kind === "count" && said.test(leadOf(before)));
    const first = mentions[at];
    if (!first) return [];
    const lead = leadOf(first.before);
    const number = chineseNumber(said.exec(lead)![1]!);
    const items = mentions.slice(at).filter(({ depth, kind }) => depth === first.depth && kind === "count");
    const run = untilOther(items);
    const { passage } = first;
    const last = run.at(-1)!;
    const after = sentenceAfter(last).replace(/^（[^（）]*）/, "");
    // the list must be over, and nothing left out of it
    if (
      number === null ||
      run.length < 3 ||
      !/^[。；，]/.test(after) ||
      /等/.test(passage.text.slice(first.at, last.end + 4))
    )
      return [];
    return number === run.length || Math.abs(number - run.length) > 2
      ? []
      : [counted(passage, first.at - first.before.length, last.end, number, run.length, 0.7)];
  });

/** the words that lead to the list, without the name of its first item */
const leadOf = (before: string): string =>
  /^(.*(?:依次|分别)(?:为|是)：?)[^，。；：、\d]{2,14}$/.exec(before)?.[1] ?? "";

/** a name and its count, one after the other, whatever stands in brackets */
function untilOther(items: Mention[]): Mention[] {
  const stop = items.findIndex((one, at) => {
    const last = items[at - 1];
    if (!last) return false;
    const between = one.passage.text.slice(last.end, one.at).replace(/（[^（）]*）/g, "");
    return (
      one.unit !== last.unit ||
      !/^[，、；][^，、；。：\d]{2,14}$/.test(between) ||
      /合计|共|其中|占|比|日均/.test(between)
    );
  });
  return stop < 0 ? items : items.slice(0, stop);
}
