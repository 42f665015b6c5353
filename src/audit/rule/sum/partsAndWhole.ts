/** 分项与合计: parts that don't add up to the whole that they are said to be. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction, subtract } from "../../../domain/measure/exact.ts";
import {
  absolute,
  equal,
  exactly,
  isExact,
  isSlip,
  meets,
  minus,
  plus,
  printed,
  type Range,
  show,
  sum,
  times,
  toNumber,
} from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { closedGroups } from "../../read/closed.ts";
import { leftOver, opposites, remainders, states } from "../../read/complements.ts";
import { families, familyOf } from "../../read/families.ts";
import type { Mention } from "../../read/mention.ts";
import { type Group, groupsOf } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import {
  familyGroups,
  fullMarks,
  fullMarksBehind,
  listedGroups,
  namedGroups,
  ofTotal,
  reasons,
  rest,
  saidToBeAll,
  takenApart,
  thoseIn,
} from "../../read/wholes.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** one order may be counted with several parts, and the text says so */
const overlaps =
  /（[^（）]*同时|同时存在|(?<!不|无)重复|多个|多家|同时涉及|同时反映|分别统计|之和[大小]于|同时归|去重|剔除|扣除|重叠|兼|两[方面项]{1,2}均|均计|两[者边项]都|都算|按一[件户次]计|协办|会办|可能|不止|累计次|(?<!无|不|没有|未)交叉|多次(?!转接)|多选/;

const terse = /主要|集中|较多|居多|突出|典型|等(?:方面|领域|问题|类|[。；]|$)/;

export function partsAndWhole(reading: Reading): Finding[] {
  const stated = groupsOf(reading).filter(({ parts }) => parts.length > 1);
  const groups = [
    ...stated,
    ...familyGroups(reading, stated),
    ...closedGroups(reading),
    ...listedGroups(reading),
    ...namedGroups(reading),
    ...opposites(reading),
    ...remainders(reading),
    ...states(reading),
    ...leftOver(reading),
    ...reasons(reading),
    ...thoseIn(reading),
    ...ofTotal(reading),
    ...takenApart(reading),
    ...saidToBeAll(reading),
  ];
  const marks = reading.sentences.flatMap((mentions) => [...fullMarks(mentions), ...fullMarksBehind(mentions)]);
  return [...groups, ...marks].flatMap((group) => contradiction(group, reading) ?? []);
}

/** another count of the paragraph that they do add up to is what the text means */
const isWholeToo = (other: Mention, { whole, parts }: Group, added: Range): boolean =>
  other.kind === "count" &&
  other.passage === whole.passage &&
  other !== whole &&
  !parts.includes(other) &&
  meets(added, other.number.range);

/** “已办结51件，正在办理13件。其中……”: of the whole and a count before its parts together, or of all in its sentence */
function isOfBoth({ whole, parts }: Group, added: Range, mentions: Mention[]): boolean {
  const before = mentions.filter(
    (one) =>
      one.passage === whole.passage &&
      one.kind === "count" &&
      one.end <= parts[0]!.at &&
      one !== whole &&
      !parts.includes(one),
  );
  const inSentence = before.filter(({ sentence }) => sentence.from === whole.sentence.from);
  const all = sum([whole, ...inSentence].map(({ number }) => number.range));
  return meets(added, all) || before.some((one) => meets(added, plus(one.number.range, whole.number.range)));
}

/** “退费难391件；食品安全158件，其余184件” under “校外托管（733件）”: the first is a part of what stands above like the others */
const isOfAbove = ({ whole, parts }: Group, added: Range, { passages, mentions }: Reading): boolean => {
  const at = passages.indexOf(whole.passage);
  const above = passages.slice(Math.max(0, at - 2), at);
  const all = plus(whole.number.range, added);
  return (
    rest.test(parts.at(-1)!.label) &&
    mentions.some((one) => one.kind === "count" && above.includes(one.passage) && meets(one.number.range, all))
  );
};

/** “甲、乙、丙各1件”: as many as are named before it; one more where 和 or 与 joins two names and belongs to none */
function eachOf(before: string): Range {
  const names = before.split(/[，；：]/).at(-1)!;
  if (!/各$/.test(before)) return exactly(fraction(1));
  // “……公司及……公司各1件” are two for certain
  const apart = names
    .split(/、|(?<=[局委办县区镇乡]|公司|集团|街道|中心|政府|支队)(?:以及|[和与及])/)
    .filter((name) => name !== "");
  const joined = apart.reduce((all, name) => all + name.split(/以及|[和与及]/).length - 1, 0);
  return { low: fraction(apart.length), high: fraction(apart.length + joined) };
}

/** “表中仅列主要渠道”, “合计已去重”: a note in the line before or behind */
const noted = /分项之和[大小]于|已?去重|分别计入|同时归入|[仅只]列(?!出)|全部口径/;

const isNoted = ({ whole }: Group, { passages }: Reading): boolean => {
  const at = passages.indexOf(whole.passage);
  return [at - 1, at + 1].some((beside) => noted.test(passages[beside]?.text ?? ""));
};

const closing = /[只仅](?:设|分|有|含)(?:这|上述|以上)?([两二三四五六])(?:个|大)?(?:组|类|部分|级|渠道)/;
const allNamed = /分别(?:为|是)：?[^，。；\d]{0,14}$/;

function contradiction(group: Group, reading: Reading): Finding[] | null {
  const { whole, parts } = group;
  // “座席18个，其中2个为夜班，均含在18个之内”
  if (parts.some(({ before }) => /含[在于]$/.test(before))) return null;
  // “其余部门均不超过3件” is no number of any
  if (parts.some(({ before }) => /均(?:不|未|低|少|在)[^，。；]*$/.test(before))) return null;
  // “投诉举报74160件、解答咨询48658件，其中上海市接到投诉举报26599件、解答咨询22531件；……”
  const isMixed = parts.some(({ label }) => label === whole.label) && parts.some(({ label }) => label !== whole.label);
  if (isMixed && whole.label.length > 1) return null;
  // “合计243次（面）”: of two kinds
  if (/^（[\u4e00-\u9fff]{1,2}）/.test(whole.passage.text.slice(whole.end))) return null;
  const ranges = parts.map(({ number, before }) => times(number.range, eachOf(before)));
  const added = sum(ranges);
  // “6件分别为：甲2件、乙1件、……”: all of them, however few
  const isAll = allNamed.test(whole.passage.text.slice(whole.end, parts[0]!.at));
  if (meets(added, whole.number.range) || (!isAll && someAddUp(ranges, whole.number.range))) return null;
  // “参训88人（在岗92人，4人休假）”
  if (ranges.length > 1 && meets(minus(ranges[0]!, sum(ranges.slice(1))), whole.number.range)) return null;
  if ((!group.isClosed && isNested(ranges)) || reading.mentions.some((other) => isWholeOfSome(other, group, ranges)))
    return null;
  if (
    reading.mentions.some((other) => isWholeToo(other, group, added)) ||
    isOfBoth(group, added, reading.mentions) ||
    isOfAbove(group, added, reading) ||
    isNoted(group, reading)
  )
    return null;
  const difference = subtract(added.low, whole.number.value);
  const isMore = added.low.n * whole.number.range.high.d > whole.number.range.high.n * added.low.d;
  const isRest = (other: Mention) =>
    other.kind === "count" &&
    other.passage === whole.passage &&
    !parts.includes(other) &&
    equal(other.number.value, absolute(difference));
  // “16件，其中结转11件、新增8件、销号3件”
  const isTakenOff = ({ label, before }: Mention) => /销|化解|扣|剔|减|退出|清零|结转|遗留/.test(label || before);
  if (reading.mentions.some((other) => isRest(other) && (!isMore || isTakenOff(other)))) return null;
  // “县组16207件。其中诉求量最大的三个县区为……”: of all counties
  if (isMore && /最[大多高]的|居前/.test(whole.passage.text.slice(whole.end, parts[0]!.at))) return null;
  const confidence = isMore
    ? excess(group)
    : shortfall(group, toNumber(absolute(difference)), namesRows(group, reading));
  if (confidence === null) return null;
  const decimals = isExact(added) && added.low.d === 1n ? 0 : 2;
  const shown = decimals === 0 ? show(added.low, 0) : `${show(added.low)}—${show(added.high)}`;
  return [
    finding("partsAndWhole", {
      confidence,
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...parts.map(({ number }) => number.text)],
      arithmetic: `${parts.map(({ number }) => number.text.replace(/[^\d.万亿]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，所列${parts.length}项（${listed(parts)}）相加为${shown}，${isMore ? "多出" : "少"}${show(absolute(difference), decimals)}。`,
    }),
  ];
}

/** 表中的行全列了: a table has a row for each of them, and no other */
const namesRows = ({ parts }: Group, { tables }: Reading): boolean =>
  parts.length > 3 &&
  tables.some(({ rows }) => {
    const own = rows.filter(({ isTotal }) => !isTotal);
    return own.length === parts.length && own.every(({ name }) => parts.some(({ label }) => label.endsWith(name)));
  });

const listed = (parts: Mention[]): string =>
  parts
    .slice(0, 6)
    .map((part) => `${nameOf(part)}${part.number.text}`)
    .join("、") + (parts.length > 6 ? "等" : "");

/** some of them make the whole, the others tell of something else */
function someAddUp(ranges: Range[], whole: Range): boolean {
  const all = sum(ranges);
  if (ranges.length > 2 && ranges.some((range) => meets(minus(all, range), whole))) return true;
  for (let from = 0; from < ranges.length; from += 1)
    for (let to = from + 2; to <= ranges.length; to += 1)
      if (to - from < ranges.length && meets(sum(ranges.slice(from, to)), whole)) return true;
  // “夜间158次，超标61次；昼间268次，超标56次”: every other one
  const every = (start: number) => ranges.filter((_, at) => at % 2 === start);
  return ranges.length > 3 && [0, 1].some((start) => every(start).length > 1 && meets(sum(every(start)), whole));
}

/** one of them is made of all the others: they are no parts of one level */
const isNested = (ranges: Range[]): boolean =>
  ranges.length > 2 && ranges.some((range) => meets(minus(sum(ranges), range), range));

/** another count of the paragraph is what some of them make up */
const isWholeOfSome = (other: Mention, { whole, parts }: Group, ranges: Range[]): boolean =>
  other.kind === "count" &&
  other.passage === whole.passage &&
  other !== whole &&
  !parts.includes(other) &&
  someAddUp(ranges, other.number.range);

/** what was done with an order, or how it stood, cuts across other parts */
const crossing = /的$|同意|驳回|超过|已|未|被|获|经(?![营济费贸])|完成$|立案$|查处$/;

/** what is done with an order one after the other */
const steps = /受理|立案|办理|办结|处理|调解|成功|答复|回复|回访|化解|查处|解决/;

function excess({ by, text, whole, parts, isClosed }: Group): number | null {
  const size = whole.number.approximate;
  const values = parts.map(({ number }) => number.approximate);
  // a part that dwarfs the whole is none of it
  if (values.some((value) => value > size * 1.5)) return null;
  // “呼入400通，其中请求人工300通，接通290通”: each is of the one before it
  const isFunnel = values.every((value, at) => value <= (values[at - 1] ?? size));
  const added = values.reduce((all, value) => all + value, 0);
  // “接诉9272件，其中受理6323件、调解成功3668件”
  if (
    isFunnel &&
    parts.every(({ label }) => steps.test(label) && !/未|没|尚|待|在办/.test(label)) &&
    added > size * 1.02
  )
    return null;
  // what was counted each time it came up may be more than the orders
  if (parts.every(({ unit }) => /次/.test(unit)) && !/次/.test(whole.unit)) return null;
  // slips of the pen don't make half as much again
  if (added > size * 1.5) return null;
  if (isFunnel && parts.length === 2 && added > size * 1.1 && /^，/.test(parts[1]!.before)) return null;
  const around = whole.passage.text.slice(whole.sentence.from, parts.at(-1)!.sentence.to);
  if (overlaps.test(around) || parts.some(({ label }) => /[^，]以[上下]$|学历|党员|持证/.test(label))) return null;
  const isAll = rest.test(parts.at(-1)!.label);
  const isSlipped =
    (parts.length > 2 || /^(?:未|不|没)/.test(parts.at(-1)!.label)) &&
    isSlip(printed(String(added), 0, "", String(added)), whole.number);
  if (
    !isAll &&
    !isSlipped &&
    !isClosed &&
    familyOf(parts[0]!.label) < 0 &&
    parts.some(({ label }) => crossing.test(label))
  )
    return null;
  return by === "stated" && !terse.test(text) ? 0.9 : by === "family" ? 0.75 : 0.6;
}

/** less than the whole only contradicts it where nothing was left out */
function shortfall(group: Group, missing: number, isEveryRow: boolean): number | null {
  const { whole, parts, shares, text, by } = group;
  const last = parts.at(-1)!;
  const percents = shares.flatMap((share) => (share ? [share.number.range] : []));
  if (
    percents.length === parts.length &&
    meets(sum(percents), { low: { n: 99_999n, d: 1000n }, high: { n: 100_001n, d: 1000n } })
  )
    return 0.9;
  if (terse.test(text)) return null;
  if (rest.test(last.label) || isEveryRow) return 0.9;
  const family = families[familyOf(parts[0]!.label)];
  const smallest = Math.min(...parts.map(({ number }) => toNumber(number.value)));
  if (family?.whole.test(whole.label)) {
    const kinds = new Set(parts.map(({ label }) => family.members.findIndex((member) => member.test(label))));
    const isWhole = kinds.size >= Math.max(2, family.members.length - 1);
    if (isWhole && by === "listed") return 0.6;
    if (isWhole) return missing < toNumber(whole.number.value) / 5 ? 0.85 : 0.6;
  }
  // “超期21件，具体承办单位为：甲5件、乙4件……”
  const link = whole.passage.text.slice(whole.end, parts[0]!.at);
  // “3126件分为五类：……”, “分别是甲3件、乙2件，其他单位无逾期”
  const said = chineseNumber(
    /([两三四五六七八九十]|\d{1,2})(?:大?类|部分)：$/.exec(link)?.[1] ??
      /分为([两三四五六七八九十]|\d{1,2})大?类：[^，。；：]{0,14}$/.exec(link)?.[1] ??
      "",
  );
  const behind = last.passage.text.slice(last.end, last.end + 14);
  // “……17家。通报只设这两个组别”
  const closed = chineseNumber(closing.exec(last.passage.text.slice(last.end, last.end + 40))?.[1] ?? "");
  if (said === parts.length || closed === parts.length || /^[，；]其[他余][^，。；\d]{0,6}(?:无|没有)/.test(behind))
    return 0.7;
  if (/具体[^，。；]{0,10}(?:为|是)：[^，。；：]{0,14}$/.test(link)) return 0.6;
  if (by === "listed" || text === "合计")
    return text === "合计" ? 0.85 : missing < smallest && missing * 20 < toNumber(whole.number.value) ? 0.6 : null;
  if (allNamed.test(link) && !/前/.test(link) && parts.length > 2 && missing * 4 < toNumber(whole.number.value))
    return 0.6;
  // “甲5件、乙3件，丙、丁各1件” names them to the last
  if (/各$/.test(last.before) && missing < 3) return 0.6;
  // so little is left that nothing else can be meant
  const isExactly = [whole, ...parts].every(({ number }) => number.step === null);
  if (!isExactly) return null;
  const isNearly = parts.length > 2 && missing * 5 < smallest && missing * 20 < toNumber(whole.number.value);
  const isSlip = missing < smallest && isSlipOfPen(missing) && missing < toNumber(whole.number.value) / 50;
  return isSlip ? 0.6 : isNearly ? 0.55 : null;
}

/** one wrong digit, or two that changed places */
const isSlipOfPen = (missing: number): boolean => /^[1-9]0*$/.test(String(missing)) || missing % 9 === 0;
