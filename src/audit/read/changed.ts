import { bareName } from "./bare.ts";
import { isMean, monthOf, textBetween } from "./changedBase.ts";
import type { Mention } from "./mention.ts";
import { isSameUnit } from "./parts.ts";
import { sentenceBefore } from "./sentence.ts";

/** “本季度分别提高1.35个、0.62个百分点”: which of several it is of takes more than its place */
export const isOfSeveral = ({ passage, sentence, end, before }: Mention): boolean =>
  /(?:分别|依次)(?:上升|增长|增加|提高|下降|减少|降低|回落)(?:了|约)?$/.test(before) ||
  /[增升涨降跌减]幅(?:分别|依次)(?:为|是|达)?$/.test(before) ||
  // “两类合计增加80件”, “合计净增16件”
  /(?:[两二三四五六七八九十](?:大?类|项|个|者|家|地)[^，。；]{0,4}(?:合计|共计?|总计)?|合计|共计|总计)净?[增减]/.test(
    before,
  ) ||
  /净[增减]/.test(before) ||
  (/^[、和及]?(?:上升|增长|增加|提高|下降|减少|降低|回落)?$/.test(before) &&
    /(?:分别|依次)[^，。；]*$/.test(passage.text.slice(sentence.from, end)));

/** “；3月总量环比上升47.7%”: a clause that names its own subject and gives no value for it */
export function isElsewhere(mentions: Mention[], mention: Mention, now: Mention): boolean {
  if (isOfOtherMonth(mention, now)) return true;
  // “这也是总量增幅18.1%之下各项普遍大涨的原因”
  if (/总[量数](?:的)?[增升涨降减跌]幅(?:为|达)?$/.test(mention.before) && !/总|受理|诉求|来电/.test(now.label))
    return true;
  if (isOfOtherSubject(mentions, mention, now) || isAside(mention, now) || isNamedAnew(mention, now)) return true;
  // “89件，占4.51%；对比1月，案件发现量减少141件”
  if (now.passage === mention.passage && /对比|相比/.test(textBetween(now, mention)) && hasOwnSubject(mention))
    return true;
  // “商品类5210件，占71.20%，其中服装鞋帽类最多，占28.40%，比上年增加260件”: of the one that has no count
  if (
    now.passage === mention.passage &&
    /，其中[^，。；：（）\d]{2,}，(?=[^。；]*占)/.test(textBetween(now, mention)) &&
    mention.unit !== "百分点"
  )
    return true;
  // “六类合计22643件。与去年相比，施工噪声增幅最大，增加1382件”
  const between = now.passage === mention.passage ? textBetween(now, mention) : "";
  if (/[，。；][^，。；\d]{2,10}[增升降]幅最[大高快]，[^，。；\d]*$/.test(between)) return true;
  // “58471件，较上年增长10.07%，挽回损失1328.6万元，同比减少四成多”: of the money
  const isMoney = (one: Mention) =>
    one.unit === "元" && one.at > now.end && one.end < mention.at && one.period === "now";
  if (now.unit !== "元" && /^，(?:同比|环比|较|比)[^，。；]*$/.test(mention.before) && mentions.some(isMoney))
    return true;
  // “从40.26万件到71.38万件，日均接诉量增加853件”
  if (/[日月周]均[^，。；\d]*$/.test(mention.before) && !isMean(now) && !/均/.test(now.label)) return true;
  const { passage, sentence, at } = mention;
  const from = Math.max(sentence.from, passage.text.lastIndexOf("；", at) + 1);
  if (now.at >= from || from === sentence.from) return false;
  const [, compared, moved] =
    /^(?:其中|而)?(?!与|同|和|较|比)(?:([^，。；（）]{2,14}?)(?:环比|同比|较|比)|([^，。；（）\d比较]{2,14}?)(?:增加|减少|上升|下降))/.exec(
      passage.text.slice(from, at),
    ) ?? [];
  const word = compared ?? moved;
  const core = word?.replace(/^\d{1,2}月份?|总|[量数]$/g, "") ?? "";
  return (
    word !== undefined &&
    !now.label.includes(core || word) &&
    mentions.every((one) => one.at < from || one.at >= at || one.period !== "now" || one.kind === "change")
  );
}

/** “10月收到留言587条，有效留言104条，11月有效留言比10月增加27条”: of a month whose value isn't printed */
function isOfOtherMonth(mention: Mention, now: Mention): boolean {
  const moved = /(\d{1,2})月[^，。；\d]*(?:比|较)\d{1,2}月份?[^，。；\d]*(?:\d[\d.]*[^，。；\d]*，[^，。；\d]*)?$/.exec(
    sentenceBefore(mention),
  )?.[1];
  const own = /.*(?<!\d)(\d{1,2})月/.exec(sentenceBefore(now))?.[1];
  return moved !== undefined && now.sentence === mention.sentence && own !== undefined && own !== moved;
}

/** “人工接听率提高到94%；转办的医保件同期下降30%”: a clause whose own words say what went down */
const isNamedAnew = (mention: Mention, now: Mention): boolean =>
  now.passage === mention.passage &&
  now.at < mention.at &&
  /；[^，。；（）]{6,}同期(?:上升|下降|增长|减少)$/.test(textBetween(now, mention));

/** “……75件（第一为积水内涝，升幅672.92%）”: the bracket speaks of something else */
const isAside = ({ passage, at, depth }: Mention, now: Mention): boolean =>
  depth > now.depth && /（[^（）\d]{4,}，[^（），]*$/.test(passage.text.slice(now.end, at));

/** “；社会保障类基本持平，上年87653件，本年多267件”: the clause has a subject, and no value of now for it */
function isOfOtherSubject(mentions: Mention[], mention: Mention, now: Mention): boolean {
  const { passage, sentence, at } = mention;
  const from = passage.text.lastIndexOf("；", at) + 1;
  if (from <= sentence.from || now.at >= from) return false;
  const subject = /^(?:其中|而)?([^，。；（）\d]{3,14})，/.exec(passage.text.slice(from, at))?.[1];
  const isOwn = mentions.some((one) => one.at >= from && one.at < at && one.period === "now" && one.kind !== "change");
  return (
    subject !== undefined &&
    !isOwn &&
    !/同比|环比|[较比与]|^[上去本增减升降]/.test(subject) &&
    !now.label.includes(subject.slice(0, 2))
  );
}

/** the value that changed: the last one before, or the one that a rise leads to (“由A上升至B”) */
export function subjectOf(mentions: Mention[], at: number): Mention | null {
  // what stands in brackets explains the value, and isn't it
  const { depth } = mentions[at]!;
  // “约占8.1%，较5月的6.9%上升1.2%”
  const isOfPercent = mentions[at - 1]?.unit === "%" && mentions[at - 1]!.period !== "now";
  const isShare = (one: Mention) =>
    one.kind === "share" && (mentions[at]!.unit === "百分点" || (mentions[at]!.unit === "%" && isOfPercent));
  const isValue = (one: Mention) =>
    (one.kind === "count" || one.kind === "rate" || one.kind === "score" || isShare(one)) &&
    one.period === "now" &&
    one.depth <= depth;
  // “按期办结量较上月的10987件增长……” goes on about what is counted as its base is
  const base = mentions[at - 1];
  const isBase = base && base.period !== "now" && !/[，；。]/.test(textBetween(base, mentions[at]!));
  // “去年上半年解决率86.2%、满意率92.5%”: both of last year
  const isListed = (one: Mention) => {
    const other = mentions[mentions.indexOf(one) - 1];
    return other !== undefined && other.period !== "now" && other.unit === one.unit && /^、/.test(one.before);
  };
  const isOfBase = ({ unit }: Mention) => !isBase || isSameUnit(unit, base.unit);
  const values = mentions.slice(0, at).filter((one) => isValue(one) && isOfBase(one) && !isListed(one));
  const last = values.at(-1) ?? null;
  // “7月3件、8月5件、9月4件，8月为最高，比7月多2件”
  const month = last
    ? /(\d{1,2})月(?:份)?[^，。；\d]{0,8}(?:，[^，。；\d]{0,4})?$/.exec(
        textBetween(last, mentions[at]!).replace(/(?:比|较)\d{1,2}月份?[^，。；]*$/, ""),
      )?.[1]
    : undefined;
  const named = month ? values.find((one) => monthOf(one) === Number(month)) : undefined;
  if (named) return named;
  // “受理700件，日均100件，较去年的650件增长……” goes on about the whole, unless the earlier one is an average too
  const isAside = last && isMean(last) && !isMean({ before: textBetween(last, mentions[at]!) });
  return isAside ? (values.findLast((one) => !isMean(one)) ?? last) : last;
}

/** “电话举报增加26件（上月521件）”: named before the change; its value stands in the sentence before */
export function ownSubject(mentions: Mention[], at: number, above: Mention[]): Mention | null {
  const mention = mentions[at]!;
  const name =
    /^）?，?(?:其中)?([^，。；：、（）\d]{3,10}?)(?:环比|同比)?(?:增加|减少|上升|下降|增长|增|减)(?:了)?$/.exec(
      mention.before,
    )?.[1];
  const next = mentions[at + 1];
  if (!name || next?.period !== "last" || next.depth <= mention.depth) return null;
  const before = above[0]?.passage === mention.passage ? above : [];
  return (
    [...before, ...mentions.slice(0, at)].find(
      (one) => one.label === name && one.period === "now" && isSameUnit(one.unit, next.unit),
    ) ?? null
  );
}

/** “供热类1968单：……。上周供热类1588单，环比上升……”, “这一数字为79355件，增长……”: what the sentence before spoke of */
export function calledAgain(mentions: Mention[], at: number, above: Mention[]): Mention | null {
  const base = mentions[at - 1];
  if (at !== 1 || !base || base.kind === "change" || base.period === "now" || above[0]?.passage !== base.passage)
    return null;
  const values = above.filter(
    ({ kind, period, unit }) => kind === "count" && period === "now" && isSameUnit(unit, base.unit),
  );
  const name = base.label.replace(/^(?:上[月周季年]度?|上一[周月季年]|去年同期|上年同期|去年|上年)/, "");
  // “来电116件，其中甲49件、乙38件。2月为42件，环比增加84件”
  const isBare = /^(?:\d{1,2}月份?|上[月期周季年]|去年同期|上年同期)(?:为|是)$/.test(base.before) && base.label === "";
  const isWhole = values.length === 1 || (values[1] && /其中/.test(textBetween(values[0]!, values[1])));
  if (isBare && isWhole) return values[0]!;
  return (
    values.find(({ label }) => name.length > 1 && label === name) ??
    (/(?:这一|这个|该)(?:数字|数|数据)(?:为|是)$/.test(base.before) && values.length === 1 ? values[0]! : null)
  );
}

/** “解决率94.85%、满意率95.62%。其中解决率较二季度的93.40%提高2.45个百分点”: the rate of that name of the sentence before */
export function rateAbove(mentions: Mention[], at: number, above: Mention[]): Mention | null {
  const base = mentions[at - 1];
  const name =
    /^(?:，|；)?(?:其中，?)?([\u4e00-\u9fff]{2,8}?[率度])(?:较|比)[^，。；\d]*(?:\d{1,2}月份?)?[^，。；\d]*$/.exec(
      base?.before ?? "",
    )?.[1];
  if (!base || !name || base.period === "now" || base.unit !== "%" || above[0]?.passage !== base.passage) return null;
  const hasOwn = mentions.some((one) => one.at < base.at && one.label.endsWith(name));
  const called = above.filter((one) => one.period === "now" && one.unit === "%" && one.label.endsWith(name));
  return !hasOwn && called.length === 1 ? called[0]! : null;
}

/** “（二）农牧水利204件。……，上月为142件，本月增加52件”: what the paragraph begins with */
export function headOf(mentions: Mention[], at: number, all: Mention[]): Mention | null {
  const [base, mention] = [mentions[at - 1], mentions[at]!];
  const [first] = all;
  const isHead =
    first?.kind === "count" &&
    first.end < mention.sentence.from &&
    /^(?:（[一二三四五六七八九十\d]+）|[\d一二三四五六七八九十]+[.、])?[^，。；：\d]{2,12}$/.test(
      first.passage.text.slice(0, first.at),
    ) &&
    /^(?:件|个)?。/.test(first.passage.text.slice(first.end));
  const isBare =
    base?.period === "last" && isSameUnit(base.unit, mention.unit) && /^，本[月周季年]/.test(mention.before);
  const hasOwn = mentions.some((one) => one.period === "now" && one.kind === "count" && one.at < mention.at);
  return isHead && isBare && !hasOwn && isSameUnit(first.unit, base.unit) ? first : null;
}

const ownSubjectWords =
  /(?:^|，|；|）)([^，。；：（）\d]{3,12}?)(?:环比|同比)?(?:增加|减少|上升|下降|增长|提高|回落)了?$/;

/** “与上月相比，政策兑现类增加115件”: of something that it names itself */
const hasOwnSubject = ({ before }: Mention): boolean => {
  const subject = ownSubjectWords.exec(before)?.[1]?.replace(/^.*相比|[总量数]/g, "") ?? "";
  return (
    subject.length > 1 &&
    !/^(?:诉求|受理|来电|工单|净|绝对上|共|均|也|则|环比|同比|去年|上年|上个?[月周期季]度?|同期)*$/.test(subject)
  );
};

/** “与10月份（167903件）相比，有效诉求总量减少2.42%”: what its own clause names is another than the sentence before spoke of */
export function isOfOtherName(mention: Mention, now: Mention): boolean {
  const subject = ownSubjectWords.exec(mention.before)?.[1]?.replace(/^.*相比/, "") ?? "";
  const core = subject.replace(/诉求|工单|受理|来电|业务|总|各类|[量数件]$/g, "");
  return (
    now.sentence !== mention.sentence && /^(?:有效|无效|网络|电话|重复|不满意)$/.test(core) && !now.label.includes(core)
  );
}

/** “与上季度的300件相比……” goes on about what the sentence before began with */
export function spokenOf(first: Mention, before: Mention[], all: Mention[] = []): Mention | null {
  const opening = sentenceBefore(first);
  const isBeside = before[0]?.passage === first.passage || first.sentence.from === 0;
  if (first.kind === "change" && hasOwnSubject(first)) return null;
  const word = /^(?!对比)([^，。；\d]{0,8}?)[量数]?(?:与|较|比|同比|环比|和)/.exec(opening)?.[1];
  if (!isBeside || word === undefined) return null;
  const fitting = before.filter(
    ({ kind, period, unit, label, before: own }) =>
      kind === "count" && period === "now" && unit === first.unit && label.includes(word) && !isMean({ before: own }),
  );
  // “与1月份相比……” alone goes on about the total
  const total = word === "" ? all.findLast((one) => one.unit === first.unit && bareName(one) === "受理") : undefined;
  if (total && !before.includes(total)) return total;
  // “从来信类型看，咨询类22件；投诉类80件……。较上年同期增加29件” is of all of them
  const isList =
    word === "" && fitting.length > 2 && /(?:从|按)[^，。；]{2,8}(?:看|分)|类型|类别/.test(sentenceBefore(fitting[0]!));
  if (isList) return null;
  // “4月、5月、6月分别受理……，全季累计59613件”
  return fitting.find(({ before: own }) => /^，(?:全[季年周]|累计|合计|共计|总计)/.test(own)) ?? fitting[0] ?? null;
}

/** “投诉类较8月的4306件增加179件，本月为4127件”: said right behind the change */
export function statedAfter(mentions: Mention[], at: number): Mention | null {
  const [base, next] = [mentions[at - 1], mentions[at + 1]];
  const isSo =
    base &&
    next &&
    base.period !== "now" &&
    next.period === "now" &&
    isSameUnit(base.unit, next.unit) &&
    next.kind !== "change";
  return isSo && /^，(?:本[月期周季年]度?|今年)(?:为|是|共|达)?$/.test(next.before) ? next : null;
}

/** “同比上升8.5%，其中本期10850件，去年同期10000件” */
export const subjectAfter = (mentions: Mention[], at: number): Mention | null =>
  mentions.some(({ period }) => period !== "now")
    ? (mentions
        .slice(at + 1)
        .find(
          ({ kind, period, before }) => kind === "count" && period === "now" && /本[期月周季年]|今年|共/.test(before),
        ) ?? null)
    : null;
