/** 有多大把握: how sure it is that parts which make more or less than their whole contradict it; null where the text may well mean it. */
import { isSlip, meets, printed, sum, toNumber } from "../../number.ts";
import { isOfLaterAct } from "../../read/act.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { families, familyOf } from "../../read/families.ts";
import type { Mention } from "../../read/mention.ts";
import { type Group, leavesOthers } from "../../read/parts.ts";
import { sentenceAfter } from "../../read/sentence.ts";
import { rest } from "../../read/wholes.ts";

/** one order may be counted with several parts, and the text says so */
const overlaps =
  /（[^（）]*同时|同时存在|(?<!不|无)重复|多个|多种|多类|分别计|多家|同时涉及|同时反映|分别统计|之和[大小]于|同时归|去重|剔除|扣除|重叠|兼|两[方面项]{1,2}均|均计|两[者边项]都|都算|按一[件户次]计|协办|会办|党纪[^，。；]*政务处分|可能|不止|累计次|(?<!无|不|没有|未)交叉|多次(?!转接)|多选|多部门|多单位|一[单件]多|多头|联[办合]|共同(?:承办|办理|处置)/;

/** “电话受理4200件、涉企诉求620件”, “女干部18人、年轻干部25人”: one may be of both */
const channels = /电话|网络|来信|来访|微信/;
const matters = /涉企|紧急|重复|夜间/;
const people = /女|党员|青年|年轻|老人|残疾/;

/** 可能重叠: the text says that one is counted with several parts, or what they are called cuts across each other */
export const mayOverlap = (text: string, parts: Mention[]): boolean =>
  overlaps.test(text) ||
  [channels, matters].every((kind) => parts.some(({ label }) => kind.test(label))) ||
  (parts.some(({ unit, label }) => /^[人名]/.test(unit) && people.test(label)) &&
    !parts.some(({ label }) => /男/.test(label)));

const terse =
  /主要|为主|集中|较多|居多|最多|次之|其次|位[居列]|列前|居前|热点|重点(?:领域|诉求|问题)|突出|典型|等(?:方面|领域|问题|类|[。；]|$)/;

const closing = /[只仅](?:设|分|有|含)(?:这|上述|以上)?([两二三四五六])(?:个|大)?(?:组|类|部分|级|渠道)/;
/** “分别为：甲2件、乙1件”: none of them is left out */
export const allNamed = /分别(?:为|是)：?[^，。；\d]{0,14}$/;

/** what was done with an order, or how it stood, cuts across other parts */
const crossing = /的$|同意|驳回|超过|已|未|被|获|经(?![营济费贸])|完成$|立案$|查处$/;

/** what is done with an order one after the other */
const steps = /受理|立案|办理|办结|处理|调解|成功|答复|回复|回访|化解|查处|解决/;

/** 多出 of the whole: null where parts may overlap, or each is of the one before it */
export function excess({ by, text, whole, parts, isClosed }: Group): number | null {
  // “到期应办结16208件，……；其余1463件尚在办理期限内”: of what wasn't due
  const last = parts.at(-1)!;
  const isNotDue = /^(?:尚|还|仍)?(?:未到|在办理期限|在期限)/.test(last.passage.text.slice(last.end, last.end + 8));
  if (/到期|应办/.test(whole.label) && isNotDue) return null;
  const size = whole.number.approximate;
  const values = parts.map(({ number }) => number.approximate);
  // “在办45件（含上月结转）”
  if (/^（?含[^，。；]{0,6}(?:结转|遗留|存量|跨月)/.test(last.passage.text.slice(last.end, last.end + 14))) return null;
  // a part that dwarfs the whole is none of it
  if (values.some((value) => value > size * 1.5)) return null;
  // “呼入400通，其中请求人工300通，接通290通”: each is of the one before it
  const isFunnel = values.every((value, at) => value <= (values[at - 1] ?? size));
  if (isOfLaterAct(whole, parts)) return null;
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
  if (mayOverlap(around, parts) || parts.some(({ label }) => /[^，]以[上下]$|学历|党员|持证/.test(label))) return null;
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

/** what stands between the two in one sentence */
const leadOf = (whole: Mention, first: Mention): string =>
  whole.sentence === first.sentence ? whole.passage.text.slice(whole.end, first.at) : "";

/** 不足: less than the whole only contradicts it where nothing was left out */
export function shortfall(group: Group, missing: number, isEveryRow: boolean): number | null {
  const { whole, parts, shares, text, by } = group;
  if (isOfLaterAct(whole, parts)) return null;
  const last = parts.at(-1)!;
  const percents = shares.flatMap((share) => (share ? [share.number.range] : []));
  if (
    percents.length === parts.length &&
    meets(sum(percents), { low: { n: 99_999n, d: 1000n }, high: { n: 100_001n, d: 1000n } })
  )
    return 0.9;
  if (leavesOthers(whole, parts, shares)) return null;
  // “……，其余放弃”, “……170件等”
  const left =
    /^等|(?<![无没未有])(?:其[余他它]|剩余|余下|另有|还有|及其他)(?![^，。；]*[无没未零])[^，。；\d]*[，。；]/;
  if (left.test(sentenceAfter(last))) return null;
  if (terse.test(text) || terse.test(leadOf(whole, parts[0]!))) return null;
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
  if (allNamed.test(link) && !/前|其中/.test(link) && parts.length > 2 && missing * 4 < toNumber(whole.number.value))
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
