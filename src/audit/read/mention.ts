/**
 * 数的提及: every number of the text with its unit, what it counts (the words before it), and what kind of statement it
 * makes: a count, a share, a rate, a change, a score.
 */
import { type Printed, printed } from "../number.ts";
import { beforeBracket, beforeColon, clauseOf, labelOf, previousClause } from "./label.ts";
import { withListedUnits, withListUnits, withLostUnits, withShares } from "./neighbours.ts";
import type { Passage } from "./passage.ts";
import { rough, roughShare } from "./rough.ts";
import { isYearBefore, periodOf } from "./when.ts";

export type MentionKind = "count" | "share" | "rate" | "change" | "score" | "other";

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

/** 本期的率 */
export const isRateNow = ({ kind, unit, period }: Mention): boolean =>
  kind === "rate" && unit === "%" && period === "now";

const units =
  "个?百分点|个?工作日|个月|件次(?!之)|人次(?!之)|通次|车次|台次|%|‰|℃|成|倍|件|个|通|次|家|宗|条|起|单|票|例|笔|批|份|分钟|分|名|人|位|项|类|秒|小时|天|日|月|年|元|岁|号|期|路|号线|级|封|面|户次|席|株|棵|张|户|栋|楼|时|点|米|公里";

const number = new RegExp(
  `(?<![\\d.,/])(?<![A-Za-z](?<!APP|App|app))(第|前|图|表|附件|附表|近|将近|接近|(?<![预签节违履合公制条])约|大约|超过|超|逾|不到|[-+＋↑↓▲▼])?(\\d[\\d,]*(?:\\.\\d+)?)(万|亿|千)?(余|多)?(${units})?(左右)?`,
  "g",
);

const powers: Record<string, number> = { 万: 4, 亿: 8, 千: 3 };

const countUnits = /^(件|个|通|次|宗|条|起|单|票|例|笔|批|份|张|件次|人次|通次|车次|台次|户次|家|户)$/;

const hotlineNumber = /^1\d{2,4}$/;

const up = "上升|增长|增加|提高|提升|上涨|上浮|攀升|增多|多|增幅|升幅|涨幅|多出|净增|上扬|升|涨|(?<=[环同]比)增";

const down = "下降|减少|降低|回落|下滑|下跌|下浮|减幅|降幅|跌幅|净减|压减|缩减|走低|少|降|(?<=[环同]比)减";

const changeBefore = new RegExp(
  `(环比|同比|较|比|相比|与|净|均|分别|同期|，|^)[^，。；]{0,22}?(${up}|${down})(?:了|约|近|幅度)?(?:分别)?(?:为|达|是|：)?$`,
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
    // “比3—4月的512件”: where a span begins is no number of its own
    const isSpan = mention.unit === "" && /^(?:-|～|至|到)\d/.test(text.slice(match.index + match[0].length));
    if (!isSpan) from = match.index + match[0].length;
  }
  const listed = withListedUnits(withLostUnits(withListUnits(found, text, sentence.from)));
  return withShares(listed).filter(({ unit }) => unit !== "");
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
    // “同比增长两成”
    kind: changeBefore.test(clause) ? "change" : /占(?!用|道|地|据)|比重|比例/.test(clause) ? "share" : "other",
    label: labelOf(clause),
    before,
    direction: !changeBefore.test(clause) ? 0 : isUp.test(clause) ? 1 : -1,
    period: "now",
    depth: depthAt(text, match.index),
    isHedged: true,
  };
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
  const hedge = /^[-+＋↑↓▲▼]$/.test(prefix) ? "" : prefix || more || around;
  const value = printed(digits.replaceAll(",", ""), powers[scale] ?? 0, hedge, whole.replace(/^[-+＋↑↓▲▼]/, ""));
  const clause = clauseOf(before);
  // “涉车案件12起，同比14起下降2起”: what it was a year ago
  const isFormer =
    /(?:^|，)[同环]比$/.test(clause) && countUnits.test(unit) && /^(?:相比)?(?:上升|下降|增加|减少|增长)/.test(after);
  const kind = isFormer
    ? "count"
    : /^之[差比]/.test(after)
      ? "other"
      : isAim(text.slice(0, match.index), after, unit)
        ? "other"
        : /^[↑↓▲▼]$/.test(prefix)
          ? "change"
          : kindOf(clause, unit, passage.text.slice(sentence.from, sentence.from + match.index));
  return {
    passage,
    at: sentence.from + match.index,
    end: sentence.from + match.index + whole.length,
    sentence,
    number: unit === "成" ? tenths(value, digits, hedge, whole) : value,
    unit: unit === "成" ? "%" : unit.replace(/^个(?=百分点|工作日)/, ""),
    kind,
    label:
      labelOf(clause) ||
      (unit === "%" && kind === "rate" ? labelOf(beforeBracket(before)) : "") ||
      (kind === "count" ? labelOf(previousClause(before)) || labelOf(beforeColon(before)) : ""),
    before,
    direction:
      kind !== "change"
        ? 0
        : /^[-↓▼]$/.test(prefix)
          ? -1
          : /^[+＋↑▲]$/.test(prefix) || isUp.test(clause) || bareChange.test(clause)
            ? 1
            : -1,
    period: isFormer
      ? /同比/.test(clause)
        ? "lastYear"
        : "last"
      : /^(?:相比|比较|比，)/.test(after) && kind !== "change"
        ? "last"
        : kind !== "change" && isYearBefore(before, text.slice(0, match.index))
          ? "lastYear"
          : kind !== "change" && asideOf.test(text.slice(0, match.index))
            ? "lastYear"
            : periodOf(before, kind, after),
    depth: depthAt(text, match.index),
    isHedged: hedge !== "",
  };
}

/** “与去年同期（呼入79306个，接通率95.12%）相比”: all in the bracket is of then */
const asideOf = /(?:去年|上年)(?:同期)?（[^（）]*$/;

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

function kindOf(clause: string, unit: string, whole: string): MentionKind {
  if (unit === "百分点" || unit === "倍") return "change";
  if (changeBefore.test(clause) || bareChange.test(clause)) return "change";
  if (unit === "%" || unit === "‰") {
    const said = `${whole.split(/[，；。：（）]/).at(-1)}`;
    if (
      /占(?!用|道|地|据)|比重|比例|(?:为|达)(?:全部|总)?(?:受理|诉求|工单|转办|派单)总?[量数]的$/.test(clause) ||
      (clause === "" && /占/.test(said))
    )
      return "share";
    return "rate";
  }
  if (unit === "分") return "score";
  return countUnits.test(unit) ? "count" : "other";
}
