/**
 * 句中的和: in one sentence, a number that the others of its unit are said to make, before or behind them, in whatever words.
 * Silent where any of them together do make it, and where the text says that it counts some twice or only some.
 */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { isSlip, meets, printed, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit, leavesOthers, sharesOf } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { contradiction, isSlipped, total } from "./looseFinding.ts";

export const looseSum = ({ sentences, mentions: every }: Reading): Finding[] => {
  const all = grouped(every, ({ passage }) => passage);
  return sentences.flatMap((mentions) => {
    const { passage } = mentions[0]!;
    if (overlaps.test(sentenceOf(mentions[0]!))) return [];
    const isPlain = mentions.every(({ kind, unit }) => kind !== "change" && unit !== "百分点");
    const groups = byUnit(mentions.filter(isItem)).filter(
      (items) => !isTakenApart(items, all.get(passage)!) && !isMadeOfRest(items) && !areNumbered(items),
    );
    return groups.flatMap((items) =>
      [
        ...wholeLast(items, mentions),
        ...wholeFirst(items, mentions),
        ...(isPlain ? oneSlipped(items, mentions) : []),
      ].slice(0, 1),
    );
  });
};

/** “派送工单38件。……停电20件，抄表4件，报装1件，其他13件”: all of them together make what a sentence before says */
const isTakenApart = (items: Mention[], all: Mention[]): boolean =>
  all.some(
    (whole) =>
      whole.end <= items[0]!.sentence.from &&
      isSameUnit(whole.unit, items[0]!.unit) &&
      meets(total(items), whole.number.range),
  );

/** “第一方阵145个、第二方阵122个、第三方阵83个”, “1月受理1000件、2月受理900件”: one beside the other */
const areNumbered = (items: Mention[]): boolean =>
  [/第[一二三四五六七八九十]/, /\d月份?(?!\d)[^，。；]*$/].some((one) => items.every(({ before }) => one.test(before)));

/** “共1957件，其中甲1221件、乙353件、丙191件、丁192件”: all behind the first make it, and none of them another */
const isMadeOfRest = ([whole, ...rest]: Mention[]): boolean =>
  rest.length > 2 && meets(total(rest), whole!.number.range);

/** counted twice, or some of them only */
const overlaps =
  /重复|两证|都有|多个|多种|多类|多家|同时|去重|剔除|扣除|重叠|兼|可能|不止|(?<!无|不|没有|未)交叉|多次|多选|多部门|多单位|联[办合]|共同(?:承办|办理|处置)|均涉及|均为|不计入|分别计|主要|为主|集中|[较最]多|居多|居前|靠前|次之|其次|突出|典型|热点|重点(?:领域|诉求|问题)|（含[^（）\d]*）|一[单件案]多|其中[^。；]*(?:女性|党员|老人|残疾人)|各\d|各为|各有|等(?:方面|领域|问题|类|部门|单位|\d|[，。；]|$)|前[一二三四五六七八九十\d]/;

const isItem = ({ kind, unit, period, isHedged, before }: Mention): boolean =>
  period === "now" &&
  !isHedged &&
  // “每局1人，6个单位共6人”, “日均18件”, “最多一天127件”
  !/每[^，。；]{0,3}$|[日月周人]均[^，。；]{0,4}$|最[多少高低][^，。；]{0,4}$/.test(before) &&
  // “25份中，16份因政策限制无法办理”
  !/^[的里]?中，$/.test(before) &&
  (kind === "count" || (kind === "other" && /^(?:人|名|户|台|处|栋|项|元|天|分钟|公里|米)$/.test(unit)));

function byUnit(items: Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const one of items) {
    const group = groups.find(([first]) => isSameUnit(first!.unit, one.unit));
    if (group) group.push(one);
    else groups.push([one]);
  }
  // a sentence of so many numbers is of several things
  return groups.filter((group) => group.length > 2 && group.length < 10);
}

const between = (a: Mention, b: Mention): string => a.passage.text.slice(a.end, b.at);
const behind = ({ passage, end, sentence }: Mention, length: number): string =>
  passage.text.slice(end, Math.min(sentence.to, end + length));

const summing =
  /(?:合计|共计|总计|小计|加总|相加|加起来|之和|总量|总数|总共|总和|构成|组成|全天|全月|共(?!同)|一共)[^，。；：、]{0,12}$|^(?:，|；|、|＝|=)[^，。；]{0,4}全部$|[=＝]$/;
const other =
  /全部\d|全部[一二三四五六七八九十]+类|[^，。；、]{2,}[和与及][^，。；、]{2,10}(?:共|合计)|其中|含|日均|月均|平均|较|比|占|去年|上年|上月|上期|截至|前\d|累计|超过|低于|不足/;

/** “电话4524件、网站397件、……，总量5635件” */
function wholeLast(items: Mention[], mentions: Mention[]): Finding[] {
  return items.flatMap((whole, at) => {
    if (at < 2) return [];
    const link = between(items[at - 1]!, whole);
    const isAll = /^(?:即为|就是|均为|构成)?全部/.test(behind(whole, 8)) && /之和|合计|共/.test(link);
    // “甲20件、乙8件，某热线共收到42件”: of somebody else
    const isOthers = /最后[两三四五]|[^，；、]{7,}(?:合计|共计|总计|共|总)/.test(link.replace(/^.*[，；、]/, ""));
    if (!(summing.test(link) || isAll) || isOthers || other.test(link) || rest.test(whole.before) || rest.test(link))
      return [];
    const before = items.slice(0, at).filter(({ depth }) => depth === whole.depth);
    if (before.length < 2) return [];
    // “来电206个”: with what is counted otherwise
    const every = mentions.filter(
      ({ kind, at: from, unit, depth }) =>
        kind === "count" && from < whole.at && depth === whole.depth && !/人/.test(unit),
    );
    if (meets(total(every), whole.number.range)) return [];
    // “锦旗21面、书面表扬34次、致电感谢188次，合计243次（面）”: of two kinds
    if (/^（[\u4e00-\u9fff]{1,2}）/.test(behind(whole, 4))) return [];
    const ways = before.map((_, from) => before.slice(from)).filter((parts) => parts.length > 1);
    if (ways.some((parts) => meets(total(parts), whole.number.range))) return [];
    // “受理100件，其中甲30件、乙20件，共计50件”: the first may be a whole of its own
    const own =
      before[0]!.number.approximate >= toNumber(total(before.slice(1)).low) * 0.9 && before.length > 2
        ? before.slice(1)
        : before;
    return isRun(own) ? contradiction(whole, own, mentions, 0.65) : [];
  });
}

const opening =
  /^[件个起宗条通次户]?[，；]?(?:其中|包括|包含|含|分为|分成|由|来自|涉及|按|从|即)|^[^，；]{0,6}[：（](?!\d|占)|[里中]，|分布|构成/;
const rest = /^(?:[，；、]|（)?(?:而|其中)?(?:其余|余下|剩下|剩余|还剩|尚余|余|另外|另有|另|其他|其它)/;
const closed = /无其他|别无|仅此|没有其他|除此|无交叉|三种情形|两种情形|全部(?:为|是|去向)|全部在此/;
const restTold = /^[，；、]?(?:其[余他它]|剩余|余下|另有|还有)(?![^，。；]*[无没未零])[^，。；\d]*[，。；]?$/;

/** “投诉300件，其中欠薪类110件；求助200件”: 其中 of one item ends with it */
function ownOf(whole: Mention, parts: Mention[]): Mention[] {
  const [first] = parts;
  if (!first || !/^；/.test(whole.before) || !/^，其中/.test(between(whole, first))) return parts;
  const next = parts.findIndex((part, at) => at > 0 && between(parts[at - 1]!, part).includes("；"));
  return next < 0 ? parts : parts.slice(0, next);
}

/** “诉求506件（含工地287件、道路99件、装修97件、其他27件）” */
function wholeFirst(items: Mention[], mentions: Mention[]): Finding[] {
  return items.flatMap((whole, at) => {
    const all = items.slice(at + 1);
    const [first] = all;
    // few of anything may be left out, or be of several things
    if (
      !first ||
      all.length < 2 ||
      whole.depth > 0 ||
      whole.number.approximate < 100 ||
      rest.test(whole.before) ||
      /占[^，。；（）]*$/.test(whole.before)
    )
      return [];
    const link = between(whole, first);
    const parts = ownOf(
      whole,
      all.filter(({ depth }) => depth === first.depth),
    );
    if (
      parts.length < 2 ||
      !isRun(parts) ||
      parts.some(({ number }) => number.approximate > whole.number.approximate * (parts.length > 2 ? 3 : 1.2))
    )
      return [];
    // “应办结361件，按期办结361件，其余51件”: what is all of it leaves no rest
    if (parts.some(({ number }) => number.approximate === whole.number.approximate)) return [];
    const prefixes = parts.map((_, to) => parts.slice(0, to + 1)).filter((some) => some.length > 1);
    if (prefixes.some((some) => meets(total(some), whole.number.range)) || someMake(parts, whole)) return [];
    // “204件投诉办结166件，其中调解成功139件；其余38件”: of what the whole itself was of
    const outer = items[at - 1]?.number.approximate ?? 0;
    if (rest.test(parts.at(-1)!.before) && outer - whole.number.approximate === parts.at(-1)!.number.approximate)
      return [];
    if (leavesOthers(whole, parts, sharesOf(mentions, parts))) return [];
    // “其余由省直驻市单位办理”
    if (toNumber(total(parts).high) < whole.number.approximate && restTold.test(behind(parts.at(-1)!, 40))) return [];
    const last = parts.at(-1)!;
    // “到期应办结541件，……；其余21件未到期”
    if (
      /到期|应办/.test(whole.label) &&
      /^(?:件|张|个|起)?(?:尚|还|仍)?(?:未到|在办理期限|在期限)/.test(behind(last, 10))
    )
      return [];
    const isBracket = /^（/.test(link) && /^）/.test(behind(last, 1)) && parts.length > 2;
    const isClosed = rest.test(last.before) || closed.test(behind(last, 24)) || isBracket;
    const isOpen = opening.test(link);
    const added = total(parts);
    if (isClosed && isOpen) return contradiction(whole, parts, mentions, 0.65);
    return isOpen && isSlipped(added, whole) ? contradiction(whole, parts, mentions, 0.6) : [];
  });
}

/** “回访1388起，非常满意903起，满意408起，一般66起，不满意71起”: one wrong digit, or two swapped, and the first or last is the sum of all others */
function oneSlipped(items: Mention[], mentions: Mention[]): Finding[] {
  const [first] = items as [Mention];
  const text = sentenceOf(first);
  const isAlone = mentions.every((one) => items.includes(one) || one.unit === "%");
  if (
    items.length < 3 ||
    items.length > 7 ||
    !isAlone ||
    text.length > 140 ||
    /较|比(?!例)|同比|环比|去年|上年|上月|日均|月均|超过|以上|每|相差/.test(text)
  )
    return [];
  if (items.some(({ depth, number }) => depth !== first.depth || number.step !== null)) return [];
  // “受理512件，办结488件，超期14件”: one step after the other
  const isFunnel = items
    .slice(1)
    .every(({ before }) =>
      /^，(?:[按如准]?[时期]?办结|及时办结|签收|超期|逾期|退[回单]|回访|接通|转[办人]|自办)/.test(before),
    );
  // “受理3185件，办结3150件；网络渠道受理420件，办结415件”: the same of two
  const isTwice = items.some(
    ({ label }, at) =>
      /；/.test(text) && label.length > 1 && items.slice(at + 1).some((one) => one.label.endsWith(label)),
  );
  if (
    isTwice ||
    isFunnel ||
    restTold.test(behind(items.at(-1)!, 40)) ||
    (/[、和][^，。；\d]*(?:分别|依次)/.test(text) && /(?:分别|依次)[^，。；\d]{0,4}$/.test(first.before))
  )
    return [];
  return [first, items.at(-1)!]
    .flatMap((whole) => {
      const parts = items.filter((one) => one !== whole);
      const added = parts.reduce((all, { number }) => all + number.approximate, 0);
      const size = whole.number.approximate;
      // “按区域累计为：太平市18件、双溪市5件”: what stands before the colon names none of them
      if (rest.test(whole.before) || meets(total(parts.slice(0, -1)), whole.number.range)) return [];
      // “人社局承办131件……；公安局承办128件……”: each of its own
      const acts = new Set(items.map(({ label }) => label.slice(-2)));
      if (acts.size === 1 && items.every(({ label }) => label.length > 3)) return [];
      // “不满意的131件中，交通局43件、教育局32件、水利局26件”: some of them
      if (added < size && (size - added) * 10 > size) return [];
      const words = whole.before.replace(/^.*：/, "");
      const isNamed = wholeWords.test(words) && !/类[^，；。]{0,6}$/.test(words);
      if (added === size || !isNamed || !isRun(parts) || someMake(parts, whole)) return [];
      const wrong = parts.filter((part) => isSlipOf(size - (added - part.number.approximate), part));
      const isLong = parts.length > 2 || size > 99;
      const isMeant = isSlipOf(added, whole) || wrong.length === 1;
      return isLong && isMeant && parts.every((part) => part.number.approximate < size || wrong.includes(part))
        ? contradiction(whole, parts, mentions, 0.6)
        : [];
    })
    .slice(0, 1);
}

/** the name of what is taken apart, not of one of several things */
const wholeWords =
  /受理|总|共|合计|全[市县区省部体]|累计|收到|接到|接听|派发|派单|转办|回访|办结|申请|发放|问题|事项|线索|话务|监督员|清单|台账/;

/** two digits at least, one of them wrong or two of them swapped */
function isSlipOf(value: number, { number }: Mention): boolean {
  const text = String(Math.round(value));
  const said = number.text.replace(/[^\d]/g, "");
  return value > 0 && said.length > 1 && isSlip(printed(text, 0, "", text), { ...number, text: said });
}

/** one after the other, with nothing compared between them */
const isRun = (parts: Mention[]): boolean =>
  parts.every(({ label }) => !/已|回复|处理|正在|核实|立案|有效|网站公开/.test(label)) &&
  parts.every(
    (part, at) =>
      at === 0 ||
      !/较|比(?!例)|去年|上年|上月|日均|平均|占(?!道|用|比)|由|至|→|增|减|升|降|超过|以上/.test(
        between(parts[at - 1]!, part).replace(/占比?[\d.]+%/g, ""),
      ),
  );

const someMake = (parts: Mention[], whole: Mention): boolean =>
  // “来电15宗、来信2宗，重点关注3宗”: the last is of something else
  (parts.length > 2 && meets(total(parts.slice(0, -1)), whole.number.range)) ||
  // one of them is the sum of the others
  (parts.length > 2 && parts.some((one) => meets(total(parts.filter((part) => part !== one)), one.number.range))) ||
  (parts.length > 2 &&
    parts.some((_, at) => meets(total(parts.filter((__, nth) => nth !== at)), whole.number.range) && parts.length > 3));
