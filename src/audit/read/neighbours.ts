/** 相邻的数: what a number owes to the ones beside it: its unit, its kind, its period. */
import { chineseNumber } from "./chinese.ts";
import type { Mention } from "./mention.ts";
import { comparesWith, leadsTo } from "./when.ts";

/** “甲43件（31.2%）、乙17件（12.3%）”: bare percentages in brackets that make no more than the whole are shares of it */
export function withShares(found: Mention[]): Mention[] {
  const bare = found.filter(({ before, unit, kind }, at) => {
    const count = found[at - 1];
    return before === "（" && unit === "%" && kind === "rate" && count?.kind === "count";
  });
  const lists = bare.reduce<Mention[][]>((all, one) => {
    const last = all.at(-1)?.at(-1);
    const isNext = last && !one.passage.text.slice(last.end, one.at).includes("；");
    if (isNext) all.at(-1)!.push(one);
    else all.push([one]);
    return all;
  }, []);
  const isWhole = (list: Mention[]) =>
    list.length > 1 &&
    list.reduce((total, { number: { approximate } }) => total + approximate, 0) <= 110 &&
    list.every(({ passage, end }) => passage.text[end] === "）");
  // “甲3件（30%）；乙2件（20%）” is one list, and so are those between two semicolons
  const shares = isWhole(bare) ? bare : lists.filter(isWhole).flat();
  return found.map((one) => (shares.includes(one) ? { ...one, kind: "share" } : one));
}

const quarterNamed = /第?([一二三四])季度$/;
const monthNamed = /(?<!\d)(\d{1,2})月份?$/;

/** “三季度861件，二季度742件，环比……”: the second is the period before the first */
function stepBack(from: string, to: string): boolean {
  const [a, b] = [quarterNamed.exec(from)?.[1], quarterNamed.exec(to)?.[1]];
  if (a && b) return chineseNumber(a) === chineseNumber(b)! + 1;
  const [x, y] = [Number(monthNamed.exec(from)?.[1]), Number(monthNamed.exec(to)?.[1])];
  return x === y + 1;
}

const quarter = /([一二三四])季度为$/;

/** “满意率二季度为93.2%，三季度为94.6%，四季度为95.1%”: the last of them is now */
function lastOfQuarters(found: Mention[]): void {
  const run = found.filter(({ kind, before }) => kind !== "change" && quarter.test(before));
  const numbers = run.map(({ before }) => chineseNumber(quarter.exec(before)![1]!)!);
  const isRising = numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
  if (run.length < 2 || !isRising || !run.some(({ period }) => period !== "now")) return;
  for (const one of run) one.period = one === run.at(-1) ? "now" : "last";
}

const hotline = /^(?:1[12]\d|12\d{3}|96\d{3,4})$/;

/** “报漏3214个，细分：爆漏412、表后漏1178、井盖356”: a list without any unit is of what it takes apart */
export function withListedUnits(found: Mention[]): Mention[] {
  const isBare = (one: Mention | undefined) =>
    one !== undefined && one.unit === "" && /^\d[\d,]*$/.test(one.number.text) && !hotline.test(one.number.text);
  return found.map((mention, at) => {
    if (!isBare(mention)) return mention;
    const lead = found.slice(0, at).findLast((one) => !isBare(one));
    const run = found.slice(found.indexOf(lead!) + 1);
    const end = run.findIndex((one) => !isBare(one));
    const items = end < 0 ? run : run.slice(0, end);
    const isList =
      lead?.kind === "count" &&
      items.length > 2 &&
      items.every(({ before }, nth) => (nth === 0 ? opens : continues).test(before));
    return isList ? { ...mention, unit: lead.unit, kind: "count" } : mention;
  });
}

const opens = /^(?:个|件)?，(?:细分|其中|分别(?:为|是)|包括|按[^，。；：\d]{1,8}分)：?[^，。；：、\d]{2,14}$/;
const continues = /^[、，；][^，。；：、\d]{2,14}(?:（[^（）]*）)?$/;

/** “在线办结2299件，转办433，待督办2件”: a number of a list that lost its unit has its neighbours' */
export function withLostUnits(found: Mention[]): Mention[] {
  return found.map((mention, at) => {
    const [last, next] = [found[at - 1], found[at + 1]];
    const { passage, end, sentence, before, number, unit } = mention;
    // “来电12846通（前一日12231）”
    const isAside =
      unit === "" && /^（(?:上[月周季年期]|去年|上年|前一[日天周月]|昨日|前日)[^，。；（）\d]{0,4}$/.test(before);
    if (isAside && last?.kind === "count" && passage.text[end] === "）")
      return { ...mention, unit: last.unit, kind: "count", period: /年/.test(before) ? "lastYear" : "last" };
    const isPlain = unit === "" && /^\d+$/.test(number.text) && !hotline.test(number.text);
    // “路面巡查82188件，占43.11%；视频监控361，占0.19%”
    const counted = found.slice(0, at).findLast(({ kind }) => kind === "count");
    const isShared =
      isPlain &&
      counted !== undefined &&
      counted.unit !== "" &&
      last?.unit === "%" &&
      next?.unit === "%" &&
      /^；[^，。；：]{2,14}$/.test(before) &&
      /^，占/.test(passage.text.slice(end));
    if (isShared) return { ...mention, unit: counted.unit, kind: "count" };
    const isItem = isPlain && /^[，、；][\u4e00-\u9fff“”]{2,10}$/.test(before) && !/占|第|共有$/.test(before);
    if (!isItem || last?.kind !== "count" || last.unit === "") return mention;
    const isBetween = /^[，、；]/.test(passage.text.slice(end)) && next?.kind === "count" && next.unit === last.unit;
    const isLast = end === sentence.to && end === passage.text.length && found[at - 2]?.unit === last.unit;
    return isBetween || isLast ? { ...mention, unit: last.unit, kind: "count" } : mention;
  });
}

/** what a number of a list or of two periods has from the number beside it: its unit, its kind, its period */
export function withListUnits(found: Mention[], text: string, base: number): Mention[] {
  const between = (a: Mention, b: Mention) => text.slice(a.end - base, b.at - base);
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const [mention, next] = [found[at]!, found[at + 1]!];
    shareUnit(mention, next, between(mention, next));
  }
  for (let at = 1; at < found.length; at += 1) leadsTo(found[at - 1]!, found[at]!);
  lastOfQuarters(found);
  for (const [at, one] of found.entries()) if (isOfThatYear(one, found[at + 1])) one.period = "now";
  for (let at = 1; at < found.length; at += 1) {
    const [from, to] = [found[at - 1]!, found[at]!];
    placeBeside(from, to, text.slice(to.end - base));
    placeInBracket(from, to, found[at + 1]);
    placeByArrow(from, to);
  }
  for (let at = 1; at < found.length; at += 1) {
    const [last, mention] = [found[at - 1]!, found[at]!];
    if (joins.test(between(last, mention)) && last.kind !== mention.kind && last.unit === mention.unit) {
      mention.kind = last.kind;
      mention.direction = last.direction;
    }
  }
  return found;
}

const joins = /^(、|和|及|与)$/;

/** “12、8和5件”: the unit of the last number of a list is that of all */
function shareUnit(mention: Mention, next: Mention, between: string): void {
  // “按时到场521，97.2%”: a count, and its rate
  const isRate = between === "，" && next.unit === "%" && !/\./.test(mention.number.text);
  if (mention.unit === "" && /^(、|和|及|与|，)$/.test(between) && next.unit !== "" && !isRate) {
    mention.unit = next.unit;
    mention.kind = next.kind;
  }
  if (next.label !== "" || !joins.test(between)) return;
  if (next.kind === "rate" && mention.kind === "share") next.kind = "share";
  if (next.unit === mention.unit && mention.kind === "change") {
    next.kind = "change";
    next.direction = mention.direction;
  }
}

/** “去年共受理125件，同比增长……”: a report of that year */
const isOfThatYear = (one: Mention, next: Mention | undefined): boolean =>
  one.period === "lastYear" &&
  /去年(?!同)[^，。；期月季\d]*$/.test(one.before) &&
  !/(?:比|较|与)[^，]*$/.test(one.before) &&
  next?.kind === "change" &&
  /^，同比/.test(next.before);

/** what is set beside a value of now, or compared with one */
function placeBeside(from: Mention, to: Mention, behind: string): void {
  if (comparesWith(from, to))
    to.period = from.period === "now" && /去年|上年|同期|20\d\d年/.test(to.before) ? "lastYear" : "last";
  const isAlike = from.kind === to.kind && from.unit === to.unit;
  if (isAlike && stepBack(from.before, to.before) && /^，环比/.test(behind)) to.period = "last";
  // “3218件，8月2764件”: beside a value that has no month of its own
  const said =
    /^，(?:\d{1,2}月份?|上[月季周年]度?|上年同期|去年同期|第?[一二三四]季度)(为|是|[^，。；、\d]{2,6})?$/.exec(
      to.before,
    );
  const isSet = said !== null && (!said[1] || /^[为是]$/.test(said[1]) || from.label.endsWith(said[1]));
  if (isSet && isAlike && from.period === "now" && !/(?:\d月份?|季度)[^，。；、\d]{0,6}$/.test(from.before))
    to.period = /年/.test(to.before) ? "lastYear" : "last";
  // “满意率93.76%，2024年为92.85%”
  if (/^，20\d\d年(?:同期|全年)?(?:为|是)$/.test(to.before) && from.period === "now" && from.unit === to.unit)
    to.period = "lastYear";
}

const aside = /^（(?:\d{1,2}月份?|[一二三四]季度|[上下]半年|20\d\d年[^，。；（）]{0,6})(?:为|是|：)?$/;

/** “879件（4月份696件），环比……” */
function placeInBracket(from: Mention, to: Mention, next: Mention | undefined): void {
  if (
    aside.test(to.before) &&
    to.depth > from.depth &&
    to.unit === from.unit &&
    from.period === "now" &&
    next?.kind === "change" &&
    (/20\d\d年/.test(to.before) ? /^），同比/ : /^），环比/).test(next.before)
  )
    to.period = /同比/.test(next.before) ? "lastYear" : "last";
}

/** “696件→879件” */
function placeByArrow(from: Mention, to: Mention): void {
  if (!/^(?:件|个|通)?(?:→|->)$/.test(to.before) || to.unit !== from.unit) return;
  from.period = "last";
  to.period = "now";
}
