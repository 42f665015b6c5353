/** 说出的次序: a list that is said to go down or up, in its sentence, behind it or below it. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { isSum } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { isSilent, type Silences } from "../../silence.ts";
import { outOfOrder } from "./orderFinding.ts";

const descending =
  /(?:(?:排名|位居|居|列|量)前|(?<![目当提此之以从较门跟面眼空事会日年])前)(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?![\d%批起年轮次包期]|分之|分钟|小时|天|日|周|月|个月|个?工作日|季度|[一二三四五六七八九十])|从高到低|由高到低|从多到少|由多到少|降序|从大到小/;
const ascending = /从低到高|由低到高|从少到多|由少到多|升序|后[一二三四五六七八九十]位|末[一二三四五六七八九十]位/;

/** 其他 closes a list, whatever its size */
const isOthers = ({ label }: Mention): boolean => /^其[他它余]/.test(label);

interface Seen {
  run: Mention[];
  first: Mention;
  /** by what it is ordered, in the words before the mark */
  by: string;
  /** from the mark to the first of the run */
  lead: string;
}

/** “按受理量从高到低：甲30件、乙20件、丙10件” */
export function ordered(mentions: Mention[]): Finding[] {
  const { sentence } = mentions[0]!;
  const text = sentenceOf(mentions[0]!);
  const isUp = ascending.test(text);
  const mark = (isUp ? ascending : descending).exec(text);
  if (!mark || (isUp && descending.test(text)) || /不分先后|排名不分/.test(text)) return [];
  const run = runAfter(mentions, sentence.from + mark.index);
  const [first] = run;
  if (!first) return [];
  const lead = text.slice(mark.index, first.at - sentence.from);
  if (isSilent(silences, { run, first, by: text.slice(0, mark.index), lead })) return [];
  const isStrict =
    chineseNumber(/[一二三四五六七八九十\d]+/.exec(mark[0])?.[0] ?? "") === run.length || /到/.test(mark[0]);
  return outOfOrder(run, isStrict ? 0.82 : 0.6, isUp, isOthers);
}

const silences: Silences<Seen> = {
  // “不满意率前三：违建（31件，25.8%）、……”: by the rate, and not by the count before it
  isByRate: ({ first, by }) => first.kind === "count" && /[率度]$/.test(by.replace(/排名|位[居列]/, "")),
  // the first three by volume need not be so by their rates
  isByVolume: ({ first, by }) => first.kind === "rate" && !/[率度][^，。；]{0,8}$/.test(by),
  // “受理量前三的街道中，甲超期3件、乙超期5件”: told of something else than they are ranked by
  isOfOther: ({ run, by }) =>
    /(?:受理|诉求|来电|工单|投诉)(?:量[^，。；]*)?$/.test(by) &&
    run.some(({ before }) => /超期|逾期|退单|办结|增加|减少|上升|下降/.test(before)),
  isLedToOther: ({ lead }) => /的(?:办结|超期|退单|回访|增加|减少)[^，。；：]*[量数]：/.test(lead),
};

/** the first run of values of one kind behind the mark, names before each of them; empty where there are less than three, or where by what they are ordered isn't said */
function runAfter(mentions: Mention[], from: number): Mention[] {
  const first = mentions.findIndex(
    ({ at, kind, period }) =>
      at > from && (kind === "count" || kind === "rate" || kind === "score") && period === "now",
  );
  const head = mentions[first];
  // “前八名的单位共承办6290宗”: of all of them together
  if (!head || /前[^，。；、\d]{1,3}[名位][^，。；、\d]{0,10}共[^，。；、\d]{0,4}$/.test(head.before)) return [];
  const run: Mention[] = [];
  for (const mention of mentions.slice(first).filter(({ kind }) => kind === head.kind)) {
    if (!isItemOf(run, mention, head)) break;
    run.push(mention);
  }
  // several values in one bracket
  const isMany = run.some((one, nth) => nth > 0 && one.depth > 0 && !/（/.test(between(run[nth - 1]!, one)));
  return run.length > 2 && !isMany ? run : [];
}

const between = (a: Mention, b: Mention): string => a.passage.text.slice(a.end, b.at);

/** it goes on the list as it began */
function isItemOf(run: Mention[], mention: Mention, head: Mention): boolean {
  const last = run.at(-1);
  const gap = last ? between(last, mention) : "";
  return (
    isSameUnit(mention.unit, head.unit) &&
    mention.depth === head.depth &&
    (mention.label !== "" || mention.depth > 0 || /）$/.test(mention.before)) &&
    !isSum(mention) &&
    // “最多的是物业类，其中投诉120件”: of a part of it; “100件至299件”: from one to the other
    !/其中[^，。；]*$|^[至到]$/.test(mention.before) &&
    gap.length <= 40 &&
    !/。|其中/.test(gap) &&
    // “前三：甲、乙、丙，……前三：丁”: a list of its own
    !descending.test(gap) &&
    !(run.length > 1 && /；/.test(gap) && !/；/.test(between(head, last!)))
  );
}

/** “从多到少数前五位：”, and all of them on the line below */
export function orderedBelow({ passages, sentences }: Reading, at: number): Finding[] {
  const [lead, below] = [passages[at]!, passages[at + 1]];
  if (!below || !/：$/.test(lead.text) || !/由[高多大]|从[高多大]/.test(lead.text)) return [];
  const own = sentences.find(([first]) => first!.passage === below) ?? [];
  return outOfOrder(runAfter(own, -1), 0.8, false, isOthers);
}

const namesInTurn = /前[^，。；\d]{1,3}[位名类项][^。；]{0,16}依次(?:是|为)：?([^，。；：\d]+)。$/;

/** “前五位依次是甲、乙、丙。其中，甲类……18615件；乙类……5252件；……”: each of them in a clause of its own */
export function orderedNext(mentions: Mention[]): Finding[] {
  const { passage, sentence } = mentions[0]!;
  const names = namesInTurn.exec(passage.text.slice(0, sentence.from))?.[1]?.split("、") ?? [];
  const clauses = sentenceOf(mentions[0]!).split("；");
  if (names.length < 3 || clauses.length !== names.length) return [];
  let from = sentence.from;
  const heads = clauses.flatMap((clause, at) => {
    const own = mentions.find((one) => one.kind === "count" && one.at >= from && one.at < from + clause.length);
    from += clause.length + 1;
    return own && clause.replace(/^其中，?/, "").startsWith(names[at]!.slice(0, 3)) ? [own] : [];
  });
  const isEach = heads.length === names.length && heads.every(({ unit }) => isSameUnit(unit, heads[0]!.unit));
  return isEach ? outOfOrder(heads, 0.75) : [];
}

const leadsOn =
  /(?:前(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名|类|项|个|大)?[^，。；：]{0,10}(?:依次|分别)?(?:是|为)?|(?:由|从)(?:高到低|多到少|大到小)[^。；：]{0,10}|(?:依次|分别)(?:是|为))：$/;
const item =
  /^(?:\d{1,2}[.、．]|[①②③④⑤⑥⑦⑧⑨⑩]|（[\d一二三四五六七八九十]{1,2}）)?[^，。；：\d]{2,16}[：，]?(?:共|受理|诉求)?$/;

/** “前五类依次为：”, and each of them on a line of its own */
export function orderedLines({ passages, mentions }: Reading, at: number): Finding[] {
  const lead = passages[at]!.text;
  if (!leadsOn.test(lead) || !/前[一二三四五六七八九十\d]|高到低|多到少|大到小/.test(lead)) return [];
  // “不满意率由高到低：”, and each has its counts before its rate
  const isByRate = /[率度][^，。；：\d]{0,6}(?:由|从)[高低]/.test(lead);
  const items: Mention[] = [];
  for (const passage of passages.slice(at + 1, at + 31)) {
    const own = mentions.filter((one) => one.passage === passage);
    const first = isByRate ? own.find(({ kind }) => kind === "rate") : own[0];
    const isItem =
      first && (first.kind === "count" || first.kind === "rate") && item.test(passage.text.slice(0, own[0]!.at));
    if (
      !isItem ||
      isSum(first) ||
      /^(?:\d{1,2}[.、．])?其[他它余]/.test(passage.text) ||
      /合计|以上/.test(first.before) ||
      (items[0] && !isSameUnit(items[0].unit, first.unit))
    )
      break;
    items.push(first);
  }
  return items.length < 3 ? [] : outOfOrder(items, 0.75);
}
