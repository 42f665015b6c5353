/** 排列的次序: a list said to go down, or whose first is said to be the most, that goes up somewhere. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { isSum } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const descending =
  /(?:(?:排名|位居|居|列|量)前|(?<![目当提此之以从较门跟面眼空事会日年])前)(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?![\d%批起年轮次包期]|分之|分钟|小时|天|日|周|月|个月|个?工作日|季度|[一二三四五六七八九十])|从高到低|由高到低|从多到少|由多到少|降序|从大到小/;
const ascending = /从低到高|由低到高|从少到多|由少到多|升序|后[一二三四五六七八九十]位|末[一二三四五六七八九十]位/;

export const listOrder = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(ordered),
  ...reading.sentences.flatMap(superlatives),
  ...reading.sentences.flatMap(highest),
  ...reading.sentences.flatMap(ranked),
  ...reading.sentences.flatMap(placed),
  ...reading.sentences.flatMap(inTurn),
  ...reading.passages.flatMap((_, at) => orderedLines(reading, at)),
  ...reading.sentences.flatMap((mentions) => orderedNext(mentions)),
  ...reading.passages.flatMap((_, at) => orderedBelow(reading, at)),
];

/** “从多到少数前五位：”, and all of them on the line below */
function orderedBelow({ passages, sentences }: Reading, at: number): Finding[] {
  const [lead, below] = [passages[at]!, passages[at + 1]];
  if (!below || !/：$/.test(lead.text) || !/由[高多大]|从[高多大]/.test(lead.text)) return [];
  const own = sentences.find(([first]) => first!.passage === below) ?? [];
  return runsAfter(own, -1).flatMap((run) => {
    const wrong = run.findIndex(
      (one, nth) => nth > 0 && !/^其[他它余]/.test(one.label) && goesWrong(run[nth - 1]!, one, false),
    );
    return wrong < 0 ? [] : [contradiction(run[wrong - 1]!, run[wrong]!, false, 0.8)];
  });
}

const namesInTurn = /前[^，。；\d]{1,3}[位名类项][^。；]{0,16}依次(?:是|为)：?([^，。；：\d]+)。$/;

/** “前五位依次是甲、乙、丙。其中，甲类……18615件；乙类……5252件；……”: each of them in a clause of its own */
function orderedNext(mentions: Mention[]): Finding[] {
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
  const [first] = heads;
  if (heads.length !== names.length || !heads.every(({ unit }) => isSameUnit(unit, first!.unit))) return [];
  const wrong = heads.findIndex((one, nth) => nth > 0 && goesWrong(heads[nth - 1]!, one, false));
  return wrong < 0 ? [] : [contradiction(heads[wrong - 1]!, heads[wrong]!, false, 0.75)];
}

const leadsOn =
  /(?:前(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名|类|项|个|大)?[^，。；：]{0,10}(?:依次|分别)?(?:是|为)?|(?:由|从)(?:高到低|多到少|大到小)[^。；：]{0,10}|(?:依次|分别)(?:是|为))：$/;
const item =
  /^(?:\d{1,2}[.、．]|[①②③④⑤⑥⑦⑧⑨⑩]|（[\d一二三四五六七八九十]{1,2}）)?[^，。；：\d]{2,16}[：，]?(?:共|受理|诉求)?$/;

/** “前五类依次为：”, and each of them on a line of its own */
function orderedLines({ passages, mentions }: Reading, at: number): Finding[] {
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
  const wrong = items.findIndex((one, nth) => nth > 0 && goesWrong(items[nth - 1]!, one, false));
  return items.length < 3 || wrong < 0 ? [] : [contradiction(items[wrong - 1]!, items[wrong]!, false, 0.75)];
}

function ordered(mentions: Mention[]): Finding[] {
  const { sentence } = mentions[0]!;
  const text = sentenceOf(mentions[0]!);
  const isUp = ascending.test(text);
  const mark = (isUp ? ascending : descending).exec(text);
  if (!mark || (isUp && descending.test(text)) || /不分先后|排名不分/.test(text)) return [];
  const from = sentence.from + mark.index;
  return runsAfter(mentions, from).flatMap((run) => {
    // “不满意率前三：违建（31件，25.8%）、……”: by the rate, and not by the count before it
    if (run[0]!.kind === "count" && /[率度]$/.test(text.slice(0, mark.index).replace(/排名|位[居列]/, ""))) return [];
    // the first three by volume need not be so by their rates
    if (run[0]!.kind === "rate" && !/[率度][^，。；]{0,8}$/.test(text.slice(0, mark.index))) return [];
    // “受理量前三的街道中，甲超期3件、乙超期5件”: told of something else than they are ranked by
    const isOfOther = run.some(({ before }) => /超期|逾期|退单|办结|增加|减少|上升|下降/.test(before));
    const led = text.slice(mark.index, run[0]!.at - sentence.from);
    if (/(?:受理|诉求|来电|工单|投诉)(?:量[^，。；]*)?$/.test(text.slice(0, mark.index)) && isOfOther) return [];
    if (/的(?:办结|超期|退单|回访|增加|减少)[^，。；：]*[量数]：/.test(led)) return [];
    // 其他 closes a list, whatever its size
    const at = run.findIndex(
      (mention, nth) => nth > 0 && !/^其[他它余]/.test(mention.label) && goesWrong(run[nth - 1]!, mention, isUp),
    );
    if (at < 0) return [];
    const isStrict =
      chineseNumber(/[一二三四五六七八九十\d]+/.exec(mark[0])?.[0] ?? "") === run.length || /到/.test(mark[0]);
    return [contradiction(run[at - 1]!, run[at]!, isUp, isStrict ? 0.82 : 0.6)];
  });
}

const goesWrong = (a: Mention, b: Mention, isUp: boolean): boolean =>
  !meets(a.number.range, b.number.range) && toNumber(a.number.value) > toNumber(b.number.value) === isUp;

/** the first run of values of one kind behind the mark, names before each of them */
function runsAfter(mentions: Mention[], from: number): Mention[][] {
  const first = mentions.findIndex(
    ({ at, kind, period }) =>
      at > from && (kind === "count" || kind === "rate" || kind === "score") && period === "now",
  );
  if (first < 0) return [];
  const head = mentions[first]!;
  const run: Mention[] = [];
  for (const mention of mentions.slice(first)) {
    if (mention.kind !== head.kind) continue;
    const isNext =
      isSameUnit(mention.unit, head.unit) &&
      mention.depth === head.depth &&
      (mention.label !== "" || mention.depth > 0 || /）$/.test(mention.before)) &&
      !isSum(mention);
    const between = head.passage.text.slice(run.at(-1)?.end ?? mention.at, mention.at);
    const gap = mention.at - (run.at(-1)?.end ?? mention.at);
    if (
      !isNext ||
      // “最多的是物业类，其中投诉120件”: of a part of it
      /其中[^，。；]*$/.test(mention.before) ||
      // “100件至299件”: from one to the other
      /^[至到]$/.test(mention.before) ||
      gap > 40 ||
      /。|其中/.test(between) ||
      // “前三：甲、乙、丙，……前三：丁”: a list of its own
      descending.test(between) ||
      (run.length > 1 && /；/.test(between) && !/；/.test(passageBetween(run)))
    )
      break;
    run.push(mention);
  }
  // “前八名的单位共承办6290宗”: of all of them together
  if (/前[^，。；、\d]{1,3}[名位][^，。；、\d]{0,10}共[^，。；、\d]{0,4}$/.test(head.before)) return [];
  // several values in one bracket: by which of them it is ordered isn't said
  const isMany = run.some(
    ({ depth, passage, at }, nth) => nth > 0 && depth > 0 && !/（/.test(passage.text.slice(run[nth - 1]!.end, at)),
  );
  return run.length > 2 && !isMany ? [run] : [];
}

const passageBetween = (run: Mention[]): string => run[0]!.passage.text.slice(run[0]!.end, run.at(-1)!.at);

const contradiction = (a: Mention, b: Mention, isUp: boolean, confidence: number): Finding =>
  finding("listOrder", {
    confidence,
    places: distinctPlaces([placeOf(b), placeOf(a)]),
    values: [b.number.text, a.number.text],
    arithmetic: `${b.number.text} ${isUp ? "<" : ">"} ${a.number.text}`,
    message: `文中说${isUp ? "由低到高" : "由高到低"}排列，“${nameOf(b)}”${b.number.text}却排在“${nameOf(a)}”${a.number.text}之后。`,
  });

const most =
  /最高|最多|最大|第一(?!批|季|期|周|轮|至|、|时间|人|中|小|阶段|个|年|次|种|项|医|党|组|层|级)|首位|居首|榜首/;
const least = /最低|最少|最小|末位|垫底|倒数第一/;
const second = /其次|次之|紧随其后|第二(?!批|季|期|周|轮|至|档|类|组|层|级|人|中|小|阶段|个|年|次|种|项|医|党)/;

/** “甲满意率最高，为96%，乙为97%” */
function highest(mentions: Mention[]): Finding[] {
  const rates = mentions.filter(({ kind, period }) => kind === "rate" && period === "now");
  return rates.flatMap((first, at) => {
    if (!/最高[^，。；：]{0,4}，?[^，。；：]{0,6}$/.test(first.before)) return [];
    const next = rates
      .slice(at + 1)
      .find((other) => !/率|度|占|总体|平均/.test(other.before) && goesWrong(first, other, false));
    return next ? [contradiction(first, next, false, 0.75)] : [];
  });
}

/** “甲最多，3件；其次是乙，5件” */
function superlatives(mentions: Mention[]): Finding[] {
  const values = mentions.filter(
    ({ kind, period }) => (kind === "count" || kind === "rate" || kind === "share") && period === "now",
  );
  return values.flatMap((first, at) => {
    const next = values.slice(at + 1).find(({ kind, before }) => kind === first.kind && second.test(before));
    const text = first.passage.text.slice(first.sentence.from, first.end);
    // “满意率最高的是甲区，受理120件”
    if (first.kind === "count" && /(?:率|度|[增降涨跌]幅|得分)最/.test(text)) return [];
    // “满意率提升最大的是甲镇（88.5%，提升6.5个百分点）”: by how much it moved
    if (/(?:提升|进步|退步|上升|下降|回落|差距|[增降升涨跌减变]幅|变化|改善)最/.test(text)) return [];
    const isUp = least.test(text);
    if (!next || isUp === most.test(text) || values.indexOf(next) - at > 2 || first.unit !== next.unit) return [];
    if (goesWrong(first, next, isUp)) return [contradiction(first, next, isUp, 0.8)];
    return afterSecond(values, next, isUp);
  });
}

/** “其次是乙5件、丙3件、丁2件”: those that only 、 keeps apart go on in that order */
function afterSecond(values: Mention[], second: Mention, isUp: boolean): Finding[] {
  const run = [second];
  for (const value of values.slice(values.indexOf(second) + 1)) {
    const between = value.passage.text.slice(run.at(-1)!.end, value.at);
    if (!/^）?、[^，。；：（）、\d]{2,14}（?$/.test(between) || !isSameUnit(value.unit, second.unit)) break;
    run.push(value);
  }
  const at = run.findIndex((value, nth) => nth > 0 && goesWrong(run[nth - 1]!, value, isUp));
  return at < 0 ? [] : [contradiction(run[at - 1]!, run[at]!, isUp, 0.6)];
}

const place =
  /^）?(?:，)?(?:排名|位列|位居|排在|居|列|排)(?:全[市县区省])?第([一二三四五六七八九十]{1,2}|\d{1,2})(?!季度|批|轮|次)(?:位|名)?/;

/** “退单率1.2%，排名第一”: the less, the better */
const isBetterLow = ({ label, before }: Mention): boolean =>
  /退|超期|逾期|差|扣|不满|投诉率|时长|重复|最低|最少/.test(label + before);

/** “甲21件居第一，乙18件居第二”: what stands further down has no more */
function placed(mentions: Mention[]): Finding[] {
  const found = mentions.flatMap((mention) => {
    const { kind, period } = mention;
    const said = chineseNumber(place.exec(sentenceAfter(mention))?.[1] ?? "");
    const isValue = (kind === "count" || kind === "rate" || kind === "score") && period === "now";
    return said && isValue && !isBetterLow(mention) ? [{ mention, said }] : [];
  });
  return found.flatMap((one, at) => {
    const before = found[at - 1];
    const isNext = before && before.said === one.said - 1 && isSameUnit(before.mention.unit, one.mention.unit);
    if (!isNext || !goesWrong(before.mention, one.mention, false)) return [];
    const [a, b] = [before.mention.number.text, one.mention.number.text];
    return [
      finding("rank", {
        confidence: 0.8,
        places: distinctPlaces([placeOf(one.mention), placeOf(before.mention)]),
        values: [b, a],
        arithmetic: `第${one.said} ${b} > 第${before.said} ${a}`,
        message: `“${nameOf(one.mention)}”${b}列第${one.said}，“${nameOf(before.mention)}”${a}列第${before.said}，名次与数值对不上。`,
      }),
    ];
  });
}

/** “甲402件、乙377件、丙391件，依次排第一至第三位” */
function inTurn(mentions: Mention[]): Finding[] {
  const { sentence } = mentions[0]!;
  const mark = /依次(?:排|列|居|位列|位居|排名)(?:全[市县区省])?(?:在)?第?[一1]位?(?:至|到|-|—)/.exec(
    sentenceOf(mentions[0]!),
  );
  if (!mark) return [];
  const last = mentions.findLast(({ end }) => end <= sentence.from + mark.index);
  const run = mentions.filter(({ end, unit, kind }) => end <= last!.end && unit === last!.unit && kind === last!.kind);
  if (run.some(isBetterLow)) return [];
  const at = run.findIndex((mention, nth) => nth > 0 && goesWrong(run[nth - 1]!, mention, false));
  return at < 0 || run.length < 3 ? [] : [contradiction(run[at - 1]!, run[at]!, false, 0.75)];
}

/** “甲（88分）、乙（86分）分列第1、2名” */
function ranked(mentions: Mention[]): Finding[] {
  const { sentence } = mentions[0]!;
  const text = sentenceOf(mentions[0]!);
  const mark = /分[列居获别]{1,2}(?:全[省市县区])?(?:排名)?第?(?:1|一)、/.exec(text);
  if (!mark) return [];
  const values = mentions.filter(
    ({ kind, at, depth }) =>
      at < sentence.from + mark.index && depth > 0 && (kind === "score" || kind === "rate" || kind === "count"),
  );
  if (values.some(isBetterLow)) return [];
  const at = values.findIndex((mention, nth) => nth > 0 && goesWrong(values[nth - 1]!, mention, false));
  if (at < 0) return [];
  const [a, b] = [values[at - 1]!, values[at]!];
  return [
    finding("rank", {
      confidence: 0.85,
      places: distinctPlaces([placeOf(b), placeOf(a)]),
      values: [b.number.text, a.number.text],
      arithmetic: `第${at + 1}名 ${b.number.text} > 第${at}名 ${a.number.text}`,
      message: `排在第${at + 1}的${b.number.text}高于排在第${at}的${a.number.text}，名次与得分对不上。`,
    }),
  ];
}
