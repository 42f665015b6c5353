/**
 * 数的提及: every number of the text with its unit, what it counts (the words before it), and what kind of statement it
 * makes: a count, a share, a rate, a change, a score.
 */
import { type Printed, printed } from "../number.ts";
import type { Passage } from "./passage.ts";
import { rough, roughShare } from "./rough.ts";

type MentionKind = "count" | "share" | "rate" | "change" | "score" | "other";

export interface Mention {
  passage: Passage;
  /** where the number begins and ends in the passage */
  at: number;
  end: number;
  /** where its sentence begins and ends */
  sentence: { from: number; to: number };
  number: Printed;
  unit: string;
  kind: MentionKind;
  /** what it counts, in the text's words */
  label: string;
  /** the words of its clause before it */
  before: string;
  /** 1 up, −1 down; 0 for anything but a change */
  direction: -1 | 0 | 1;
  /** of the period before, of last year, or of the report's own */
  period: "now" | "last" | "lastYear";
  /** how many brackets are open around it */
  depth: number;
  /** 约, 近, 余…: an estimate */
  isHedged: boolean;
}

const units =
  "个?百分点|个?工作日|个月|件次|人次|通次|%|‰|成|倍|件|个|通|次|家|宗|条|起|单|票|例|笔|批|分钟|分|名|人|位|项|类|秒|小时|天|日|月|年|元|岁|号|期|路|号线|级|株|棵|张|户|栋|楼|时|点|米|公里";
const number = new RegExp(
  `(?<![\\d.,/])(?<![A-Za-z](?<!APP|App|app))(第|前|图|表|附件|附表|近|将近|接近|约|大约|超过|超|逾|不到|[-+＋])?(\\d[\\d,]*(?:\\.\\d+)?)(万|亿|千)?(余|多)?(${units})?(左右)?`,
  "g",
);
const powers: Record<string, number> = { 万: 4, 亿: 8, 千: 3 };
const countUnits = /^(件|个|通|次|宗|条|起|单|票|例|笔|批|件次|人次|通次|家)$/;
const hotlineNumber = /^1\d{2,4}$/;
const up = "上升|增长|增加|提高|提升|上涨|上浮|攀升|增多|多|增幅|升";
const down = "下降|减少|降低|回落|下滑|下跌|下浮|减幅|降幅|少|降";
const changeBefore = new RegExp(
  `(环比|同比|较|比|相比|与|净|均|分别|同期|，|^)[^，。；]{0,14}?(${up}|${down})(?:了|约|近|幅度)?(?:分别)?(?:为|达|是|：)?$`,
);
const bareChange = /(环比|同比)(?:变化|变动|增减|增长率|增速)?(?:为|是|：)?$/;
const isUp = new RegExp(`(${up})(?:了|约|近|幅度)?(?:分别)?(?:为|达|是|：)?$`);

/** 句子: from one full stop to the next */
export function sentencesOf(text: string): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(/[。！？]["”』）]?/g)) {
    sentences.push({ from, to: match.index + match[0].length });
    from = match.index + match[0].length;
  }
  if (from < text.length) sentences.push({ from, to: text.length });
  return sentences;
}

/** 一段里的数, in order */
export const mentionsOf = (passage: Passage): Mention[] =>
  sentencesOf(passage.text).flatMap((sentence) => mentionsIn(passage, sentence));

function mentionsIn(passage: Passage, sentence: Mention["sentence"]): Mention[] {
  const text = passage.text.slice(sentence.from, sentence.to);
  const matches = [...text.matchAll(number), ...text.matchAll(rough)].sort((a, b) => a.index - b.index);
  const found: Mention[] = [];
  let from = 0;
  for (const match of matches) {
    if (match.index < from) continue;
    const mention = /\d/.test(match[0])
      ? mentionOf(passage, sentence, text, match, from)
      : roughOf(passage, sentence, text, match, from);
    if (!mention) continue;
    found.push(mention);
    from = match.index + match[0].length;
  }
  return withShares(withListUnits(found, text, sentence.from)).filter(({ unit }) => unit !== "");
}

/** “超八成”, “近一半” */
function roughOf(
  passage: Passage,
  sentence: Mention["sentence"],
  text: string,
  match: RegExpExecArray,
  from: number,
): Mention {
  const before = text.slice(from, match.index);
  const clause = clauseOf(before);
  const at = sentence.from + match.index;
  return {
    passage,
    at,
    end: at + match[0].length,
    sentence,
    number: roughShare(match),
    unit: "%",
    kind: !changeBefore.test(clause) && /占(?!用|道|地|据)|比重|比例/.test(clause) ? "share" : "other",
    label: labelOf(clause),
    before,
    direction: 0,
    period: "now",
    depth: depthAt(text, match.index),
    isHedged: true,
  };
}

/** “甲43件（31.2%）、乙17件（12.3%）”: bare percentages in brackets that make no more than the whole are shares of it */
function withShares(found: Mention[]): Mention[] {
  const bare = found.filter(({ before, unit, kind }, at) => {
    const count = found[at - 1];
    return before === "（" && unit === "%" && kind === "rate" && count?.kind === "count";
  });
  const added = bare.reduce((total, { number: { approximate } }) => total + approximate, 0);
  const isWhole = bare.length > 1 && added <= 110 && bare.every(({ passage, end }) => passage.text[end] === "）");
  return isWhole ? found.map((one) => (bare.includes(one) ? { ...one, kind: "share" } : one)) : found;
}

function mentionOf(
  passage: Passage,
  sentence: Mention["sentence"],
  text: string,
  match: RegExpExecArray,
  from: number,
): Mention | null {
  const [whole, prefix = "", digits = "", scale = "", more = "", unit = "", around = ""] = match;
  const after = text.slice(match.index + whole.length);
  if (/^(第|前|图|表|附件|附表)$/.test(prefix) || isName(digits, unit, after)) return null;
  const before = text.slice(from, match.index).replace(/^(?:个|件)?(?=[，；])/, "");
  const hedge = /^[-+＋]$/.test(prefix) ? "" : prefix || more || around;
  const value = printed(digits.replaceAll(",", ""), powers[scale] ?? 0, hedge, whole.replace(/^[-+＋]/, ""));
  const clause = clauseOf(before);
  const kind = isAim(text.slice(0, match.index), after, unit)
    ? "other"
    : kindOf(clause, unit, passage.text.slice(sentence.from, sentence.from + match.index));
  return {
    passage,
    at: sentence.from + match.index,
    end: sentence.from + match.index + whole.length,
    sentence,
    number: unit === "成" ? tenths(value, digits, hedge, whole) : value,
    unit: unit === "成" ? "%" : unit.replace(/^个(?=百分点|工作日)/, ""),
    kind,
    label: labelOf(clause) || (kind === "count" ? labelOf(previousClause(before)) || beforeColon(before) : ""),
    before,
    direction:
      kind !== "change"
        ? 0
        : prefix === "-"
          ? -1
          : prefix === "+" || prefix === "＋" || isUp.test(clause) || bareChange.test(clause)
            ? 1
            : -1,
    period:
      /^(?:相比|比较|比，)/.test(after) && kind !== "change"
        ? "last"
        : kind !== "change" && isYearBefore(before, text.slice(0, match.index))
          ? "lastYear"
          : periodOf(before, kind, after),
    depth: depthAt(text, match.index),
    isHedged: hedge !== "",
  };
}

/** 目标: a rate that was to be reached tells nothing of what was */
const isAim = (before: string, after: string, unit: string): boolean =>
  unit === "%" &&
  (/(?:目标|指标值|达标线|及格线|考核要求)值?(?:(?:是|为|：|分别是|分别为)[^，。；]*)?$/.test(before) ||
    /^的?(?:年度|全年|考核|省定|市定|既定)?(?:目标|要求|标准|指标)/.test(after));

/** 三成 is thirty percent, read to the nearest five */
const tenths = (value: Printed, digits: string, hedge: string, text: string): Printed => {
  const percent = printed(digits, 1, hedge || "约", text);
  return { ...percent, text, step: value.step };
};

/** a number that is a name (12345热线), a date, or stands in a name */
const isName = (digits: string, unit: string, after: string): boolean =>
  (unit === "" &&
    hotlineNumber.test(digits) &&
    /^(?:[“”"]|热线|政务|市民|平台|便民|服务|工单|政府|[^\d，。；、]{0,2}热线)/.test(after)) ||
  /^(年|月|日|号|期|路|级|楼|时|点|岁|号线|栋)$/.test(unit) ||
  (unit === "" && /^[A-Za-z]/.test(after));

const depthAt = (text: string, at: number): number => {
  const open = text.slice(0, at);
  return Math.max(0, open.split("（").length - open.split("）").length);
};

const clauseOf = (before: string): string =>
  before
    .split(/[，；。：（）]/)
    .at(-1)!
    .replace(/^[、和及与]/, "");

/** “供暖类最多，共806件”: what is counted stands before the comma */
const previousClause = (before: string): string =>
  /，[^，。；：（）]*$/.test(before) ? before.split(/[，；。：（）]/).at(-2)! : "";

/** “噪声扰民：741件” */
const beforeColon = (before: string): string => /(?:^|[，。；])([^，。；：（）\d]{2,10})：$/.exec(before)?.[1] ?? "";

function kindOf(clause: string, unit: string, whole: string): MentionKind {
  if (unit === "百分点" || unit === "倍") return "change";
  if (changeBefore.test(clause) || bareChange.test(clause)) return "change";
  if (unit === "%" || unit === "‰") {
    const said = `${whole.split(/[，；。：（）]/).at(-1)}`;
    if (/占(?!用|道|地|据)|比重|比例/.test(clause) || (clause === "" && /占/.test(said))) return "share";
    return "rate";
  }
  if (unit === "分") return "score";
  return countUnits.test(unit) ? "count" : "other";
}

/** the base of a comparison, named before it (“比2月的52904通”) or after it (“为2022年（21022件）的1.42倍”) */
const comparedWith =
  /(?:比|较|相比于?|与)(?!例|重)[^，。；]{1,16}的$|(?:比|较|相比于?|与)(?!例|重)[^，。；（）]{1,12}（$|(?:环比|同比)（[^，。；（）]{0,12}$/;
const timesOf = /^）?的[\d.]+倍/;
const lastYear = /去年|上年|上一年/;
/** “9月份为48190件”: a month that has to be named isn't the one the report goes on about */
const namedMonth = /^(?:上年|去年)?(?:\d{1,2}月份?|[一二三四]季度|[上下]半年)(?:同期)?为$/;
const lastOf = /(上个?月|上期|上周|上个?季度|前一?周|上一(周|月|季|期))[^，]*$/;

/** “2024年受理3件，2023年为2件”: the year before the one that the sentence began with */
function isYearBefore(before: string, text: string): boolean {
  const year = /(20\d\d)年(?:同期|全年|末)?(?:的)?(?:为|是|共|受理)?$/.exec(before)?.[1];
  return year !== undefined && text.slice(0, -before.length).includes(`${Number(year) + 1}年`);
}

/** a change is always the report's own; “上月的52000件” is the period before */
function periodOf(before: string, kind: MentionKind, after: string): Mention["period"] {
  if (kind === "change") return "now";
  // a bracket that is closed says nothing of what comes behind it
  const clause = before
    .replace(/（[^（）]*）/g, "")
    .split(/[，；。（]/)
    .at(-1)!;
  if (new RegExp(`(?:${lastYear.source})[^，]*$`).test(clause)) return "lastYear";
  const lead = before
    .replace(/（[^（）]*）/g, "")
    .split(/[，；。]/)
    .at(-1)!;
  if (comparedWith.test(lead) && lastYear.test(lead)) return "lastYear";
  const isBase = comparedWith.test(before.split(/[，；。]/).at(-1)!) || timesOf.test(after) || namedMonth.test(clause);
  return isBase || lastOf.test(clause) ? "last" : "now";
}

/** “甲（占19.27%）”: the name that stands before the bracket; null for none */
export const bracketed = ({ passage, at }: Mention): string | null =>
  /([^、，；。：（）和的对是]{2,})（(?:占|占比|满意率|为)?$/.exec(passage.text.slice(Math.max(0, at - 40), at))?.[1] ??
  null;

const leading =
  /^(?:其中|另有|另外|此外|同时|截至[^，]*?|共计|共|全[市县区省](?:共|累计)?|累计|分别|有(?!效)|及|和|与|、|是|为|本[月周季期年度]+|今年|\d{4}年(?:\d{1,2}月份?)?|\d{1,2}月份?)+/;
const trailing = /(?:分别|约|近|仅|共计|共|合计|总计|累计|达到|达|有|为|是|了|：|仅有|涉及|计|均为|均|数为)+$/;

/** 数的是什么: the words of the clause without those that only lead to the number */
function labelOf(clause: string): string {
  let label = clause.trim();
  for (let last = ""; last !== label; ) {
    last = label;
    label = label
      .replace(leading, "")
      .replace(trailing, "")
      .replace(/^[“”"\s.●•■◆▪·○◇★☆*-]+/, "");
  }
  return label;
}

/** “12、8和5件”: the unit of the last number of a list is that of all */
function withListUnits(found: Mention[], text: string, base: number): Mention[] {
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const [mention, next] = [found[at]!, found[at + 1]!];
    const between = text.slice(mention.end - base, next.at - base);
    if (mention.unit === "" && /^(、|和|及|与|，)$/.test(between) && next.unit !== "") {
      mention.unit = next.unit;
      mention.kind = next.kind;
    }
    if (next.label === "" && next.kind === "rate" && mention.kind === "share" && /^(、|和|及|与)$/.test(between))
      next.kind = "share";
    if (
      next.unit === mention.unit &&
      mention.kind === "change" &&
      next.label === "" &&
      /^(、|和|及|与)$/.test(between)
    ) {
      next.kind = "change";
      next.direction = mention.direction;
    }
  }
  for (let at = 1; at < found.length; at += 1) leadsTo(found[at - 1]!, found[at]!);
  for (let at = 1; at < found.length; at += 1) {
    if (comparesWith(found[at - 1]!, found[at]!))
      found[at]!.period =
        found[at - 1]!.period === "now" && /去年|上年|同期|20\d\d年/.test(found[at]!.before) ? "lastYear" : "last";
    const [from, to] = [found[at - 1]!, found[at]!];
    // “满意率93.76%，2024年为92.85%”: what is set beside a value of now
    if (/^，20\d\d年(?:同期|全年)?(?:为|是)$/.test(to.before) && from.period === "now" && from.unit === to.unit)
      to.period = "lastYear";
    if (/^(?:件|个|通)?(?:→|->)$/.test(found[at]!.before) && found[at]!.unit === found[at - 1]!.unit) {
      found[at - 1]!.period = "last";
      found[at]!.period = "now";
    }
  }
  for (let at = 1; at < found.length; at += 1) {
    const [last, mention] = [found[at - 1]!, found[at]!];
    const between = text.slice(last.end - base, mention.at - base);
    if (/^(、|和|及|与)$/.test(between) && last.kind !== mention.kind && last.unit === mention.unit) {
      mention.kind = last.kind;
      mention.direction = last.direction;
    }
  }
  return found;
}

/** “环比增长4.90%（9月49866件）”: what stands in the bracket of a change is what it is compared with */
const comparesWith = (change: Mention, { kind, before, depth }: Mention): boolean =>
  change.kind === "change" &&
  depth > change.depth &&
  (kind === "count" || kind === "rate" || kind === "score") &&
  /^（(?:上[月期周季年][^，。；（）\d]{0,6}|去年[^，。；（）]{0,8}|上年[^，。；（）]{0,8}|同期|\d{1,2}月份?|[一二三四]季度|20\d\d年[^，。；（）]{0,8}|[上下]半年)(?:为|是|：)?$/.test(
    before,
  );

/** “由A上升至B”: A is the period before */
function leadsTo(from: Mention, to: Mention): void {
  const isRise = /^[^，。；]{0,8}(?:至|到|为)了?[^，。；]{0,10}$/.test(to.before) && to.unit === from.unit;
  if (!isRise || !/(?:由|从)[^，。；]{0,14}$/.test(from.before)) return;
  from.period = "last";
  from.kind = to.kind = from.unit === "%" ? "rate" : from.kind === "change" ? "count" : from.kind;
  to.direction = 0;
  from.label = from.label.replace(/(?:由|从).*$/, "");
  to.label = from.label;
}
