/** 两面: a whole with the two counts that by their words leave nothing of it out, “有效” and “无效”, “正式受理” and “不予受理”. */
import { isOpposite, isPlain } from "./complements.ts";
import type { Mention } from "./mention.ts";
import { type Group, isSameUnit } from "./parts.ts";
import type { Reading } from "./reading.ts";
import { sentenceBefore } from "./sentence.ts";

interface Sides {
  one: RegExp;
  other: RegExp;
  /** what the whole must be called where the two words alone may leave something out */
  whole?: RegExp;
  /** what may stand beside the two as a third of its own */
  third?: RegExp;
  /** how far from the whole they may be, as a part of it, where a third may go unsaid */
  most?: number;
}

const sides: Sides[] = [
  {
    one: /(?<!不予?|未予?|[按超逾]期|[按及超]时)(?:受理|立案)[^率]{0,4}#/,
    other: /不予?(?:受理|立案)|未予?(?:受理|立案)|驳回|退回/,
    third: /(?:初查|核查|审查|办理)中|尚在/,
  },
  { one: /有效[^率]{0,4}#/, other: /无效/ },
  {
    one: /(?:直接|在线|线上|当场|即时|当即|自行|座席|话务员|接听|前台)[^，。；#]{0,4}(?:办[理结]|[解答回]复|解答|处理|解决)|直办|自办/,
    other: /转办|转派|转交|交办|派单|派发|派遣|派件|形成[^，。；#]{0,6}单|线下/,
    most: 0.03,
  },
  {
    one: /(?<!未|不|[按超逾]期|[按及超]时|阶段性?)(?:办结|办完|办理完[成毕]|完成|处理完[成毕]|结案|解决|回复|答复|整改完成|响应)[^率]{0,3}#|#已(?:办结|完成|解决|结案)/,
    other:
      /(?<!期|时)未(?:办结|完成|解决|回复|答复|结案|响应|处理)|在办#|(?:正在|尚在|仍在|还在)[^，。；]{0,10}(?:办理|处理|推进|核查|整改)|(?:办理|处理|核查)中/,
    third: /阶段性?(?:办结|完成)/,
  },
  { one: /商品/, other: /服务/, whole: /投诉|举报|申诉/ },
  { one: /投诉[^#举]{0,2}#/, other: /举报[^#]{0,2}#/, whole: /投诉、?[和与及]?举报[^、咨建]*$/ },
  { one: /(?<!非)来?电话?[^#]{0,4}#/, other: /来信|信件|非电话/, whole: /信访|举报|投诉|来信|受理|诉求/ },
  { one: /本级|自收/, other: /上级|转交?办/, whole: /信访|举报/ },
  { one: /(?:初次|首次|初信初访)/, other: /重复/ },
  { one: /^(?:当[月周]|本[月周期]|新)[^#]{0,4}#/, other: /(?:结转|遗留|往期)[^#]{0,3}#/ },
  { one: /[按及]时|按期/, other: /超[期时]|逾期/, whole: /办结|办理|派|转办|交办|回复|立案|结案/ },
  { one: /(?<!不|部分|基本)属实/, other: /不属实|失实/ },
  { one: /男/, other: /女/, most: 0.05 },
  { one: /主办/, other: /协办/, most: 0.05 },
  { one: /城/, other: /乡|农村|镇/, most: 0.05 },
  { one: /本市|本地|市内|户籍/, other: /外地|市外|外省/, most: 0.05 },
  { one: /^已?到期/, other: /未到期/, most: 0.05 },
  { one: /人工/, other: /智能|自助|机器/, most: 0.05 },
  { one: /白天|工作时间|日间/, other: /夜间|非工作时间/, most: 0.05 },
  { one: /线上/, other: /线下/, most: 0.05 },
  { one: /电话/, other: /网络|互联网/, most: 0.05 },
  { one: /(?<!非)咨询/, other: /非咨询/, most: 0.05 },
];

/** “受理12件，不予受理3件，受理率为80%”: of what comes before them, with nothing that goes on */
export const bothSides = ({ sentences }: Reading): Group[] =>
  sentences.flatMap((mentions, nth) => {
    const own = mentions.filter(isPlain);
    const before = sentences[nth - 1]?.filter((one) => isPlain(one) && one.passage === mentions[0]!.passage) ?? [];
    return own.flatMap((part, at): Group[] => {
      const whole = at > 0 ? own[at - 1] : isLedOn(part) ? before.at(-1) : undefined;
      if (!whole || settled.test(whole.label)) return [];
      return [own.slice(at, at + 2), own.slice(at, at + 3)].flatMap((parts) => {
        // “共70份，优秀31份，合格36份，不合格3份”
        const all = whole.number.approximate + addedOf(parts);
        if (own.slice(0, at).some(({ number }) => number.approximate === all)) return [];
        // “已核查26件，其中立案5件、不予立案21件，尚在核查3件”: the two are all of it without the third
        const isMadeOfTwo = parts.length > 2 && addedOf(parts.slice(0, 2)) === whole.number.approximate;
        if (isMadeOfTwo) return [];
        const found = areParts(whole, parts, own[at + parts.length]) ? sidesOf(whole, parts) : undefined;
        const by = found?.most === undefined ? ("stated" as const) : ("family" as const);
        return found ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by, isClosed: true }] : [];
      });
    });
  });

/** nothing but the two, whatever it is called */
const exact: Pick<Sides, "most"> = {};

/** what makes them all that the whole has; of three, the one between the two must be its own */
function sidesOf(whole: Mention, parts: Mention[]): Pick<Sides, "most"> | undefined {
  const [a, b] = parts as [Mention, Mention];
  if (parts.length === 2 && isDenied(whole, a, b)) return exact;
  const off = Math.abs(addedOf(parts) - whole.number.approximate) / whole.number.approximate;
  return sides.find(({ one, other, whole: called, most, third }) => {
    const words = parts.map(wordsOf);
    const two = words.filter((own) => !third?.test(own));
    return (
      two.length === 2 &&
      (!called || called.test(whole.label)) &&
      off <= (most ?? 1) &&
      isOpposed(two[0]!, two[1]!, one, other)
    );
  });
}

/** “已反馈9516件，余462件……”: beside the two, and not of them */
const settled = /^(?:已|未|不)|不在|(?:办结|反馈|签收)的?$/;

const isOpposed = (a: string, b: string, one: RegExp, other: RegExp): boolean =>
  (one.test(a) && !other.test(a) && other.test(b)) || (other.test(a) && one.test(b) && !other.test(b));

/** “接通1043件，未接通147件”, of something else than what is called so itself */
const isDenied = (whole: Mention, { label }: Mention, other: Mention): boolean =>
  isOpposite(label, other.label) && !whole.label.endsWith(label.replace(/^已经?/, ""));

/** its own words, # where the number stands */
const wordsOf = ({ before, passage, end, unit }: Mention): string =>
  `${before.split(/[，；。：（、]/).at(-1)}#${/^[^，。；、（）\d]{0,14}/.exec(passage.text.slice(end))![0].replace(unit, "")}`;

/** “……26604件。其中，有效……”: what stands in the sentence before */
const isLedOn = (mention: Mention): boolean =>
  /^(?:其中|当中|截[至止]|目前|至|经(?:审核|审查|初审|核实|梳理)，)/.test(sentenceBefore(mention));

const addedOf = (parts: Mention[]): number => parts.reduce((all, { number }) => all + number.approximate, 0);

/** nothing but shares and changes stands between them, and no third goes on behind them */
function areParts(whole: Mention, parts: Mention[], next: Mention | undefined): boolean {
  const [part, other] = [parts[0]!, parts.at(-1)!];
  const added = addedOf(parts);
  const size = whole.number.approximate;
  const link = whole.passage.text.slice(whole.end, part.at);
  // “达成协议13408件，未达成协议1922件，撤回投诉654件”
  const isCutOff =
    next !== undefined &&
    next.sentence === other.sentence &&
    isSameUnit(next.unit, other.unit) &&
    next.depth === other.depth &&
    /^(?:[、，；])[^，。；：、（）]{2,12}$/.test(next.before) &&
    !/^[；，](?:其中|目前|截至|已|办结|[^，。；]*中[^，。；]+$)/.test(next.before);
  return (
    parts.length > 1 &&
    parts.every(({ unit, depth }) => isSameUnit(unit, whole.unit) && depth === part.depth) &&
    whole.depth <= part.depth &&
    !/^、/.test(link) &&
    !/；/.test(link.replace(/（[^）]*）/g, "").slice(0, -1)) &&
    !isCutOff &&
    size > 9 &&
    added > size * MOST_OFF &&
    added * MOST_OFF < size
  );
}

/** what makes another size is of something else */
const MOST_OFF = 0.7;
