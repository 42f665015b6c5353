/** 说到哪些: parts that a text tells of a count by its name, its grades, its reasons, or of the report's own total. */
import { bareName } from "./bare.ts";
import { families, familyOf } from "./families.ts";
import type { Mention } from "./mention.ts";
import { type Group, isSameUnit } from "./parts.ts";
import type { Reading } from "./reading.ts";
import { sentenceBefore } from "./sentence.ts";
import { isPlainCount } from "./wholes.ts";

const grade = /^(?:[A-E甲乙丙丁]类|[一二三四]类|优秀|良好|合格|不合格|达标|不达标|一般)/;

/** “58家承办单位中综合考评等级为A类52家、B类4家、C类1家、D类2家”: each is of one grade */
export const gradesIn = ({ sentences }: Reading): Group[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((whole, at): Group[] => {
      const parts: Mention[] = [];
      for (const one of mentions.slice(at + 1)) {
        const words = one.before.replace(/^.*[、，：为]/, "");
        if (one.unit !== whole.unit || !grade.test(words) || (parts.length > 0 && !/^、/.test(one.before))) break;
        parts.push(one);
      }
      const isLed =
        parts.length > 2 && /^[^，。；]{0,12}中[，、]?/.test(whole.passage.text.slice(whole.end, parts[0]!.at));
      return isLed && /^[家个人]$/.test(whole.unit)
        ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated", isClosed: true }]
        : [];
    }),
  );

const named = /(?:^|[，；：])([^，。；：\d]{2,6})的(?:人|件|工单|诉求|用户|群众|企业|对象)?中，?[^，。；：\d]{0,8}$/;

/** “接通358件……；接通的人中满意321件，基本满意24件，不满意23件”: how those of the count before said it was */
export const thoseIn = ({ sentences }: Reading): Group[] =>
  sentences.flatMap((mentions, nth) => {
    const above = (sentences[nth - 1] ?? []).filter(({ passage }) => passage === mentions[0]!.passage);
    return mentions.flatMap((first, at): Group[] => {
      const name = named.exec(sentenceBefore(first))?.[1];
      const before = [...above, ...mentions.slice(0, at)].filter(isPlainCount);
      const whole = name
        ? before.findLast(({ label, unit }) => label.endsWith(name) && isSameUnit(unit, first.unit))
        : undefined;
      const run = mentions.slice(at).filter(isPlainCount);
      const stop = run.findIndex(({ before: words }, step) => step > 0 && !/^[，、；][^，。；、]{2,10}$/.test(words));
      const parts = stop < 0 ? run : run.slice(0, stop);
      const family = familyOf(parts.at(-1)?.label ?? "");
      const isComplete = parts.length > 2 && family >= 0 && parts.every(({ label }) => familyOf(label) === family);
      return whole && isPlainCount(first) && isComplete
        ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated", isClosed: true }]
        : [];
    });
  });

/** “不满意11件，……。不满意原因：甲6件、乙3件、丙3件”: why they were, of as many as there were */
export const reasons = ({ sentences }: Reading): Group[] =>
  sentences.flatMap((own, nth): Group[] => {
    const [first] = own as [Mention];
    const name = /^(?:其中，?)?([^，。；：\d]{2,8}?)的?原因(?:为|是|分别为|分别是)?：/.exec(sentenceBefore(first))?.[1];
    const above = (sentences[nth - 1] ?? []).filter(({ passage }) => passage === first.passage);
    const whole = name ? above.find((one) => isPlainCount(one) && one.label.endsWith(name)) : undefined;
    const parts = own.filter((one) => isPlainCount(one) && one.unit === first.unit);
    return whole && isSameUnit(whole.unit, first.unit) && parts.length > 1 && parts.length === own.length
      ? [{ whole, parts, shares: parts.map(() => null), text: "其中", by: "stated", isClosed: true }]
      : [];
  });

const unitsLed =
  /^(?:[◆●■·]|[（(]?[\d一二三四五六七八九十]+[）).、．])*([^，。；：（）\d]{2,10}?)(?:工单|件)?的?(?:承办)?单位(?:有|为|是|分别是|分别为)?：[^，。；：\d]{2,24}，?$/;
/** few enough to be told one by one */
const blamed = /超[时期]|逾期|未按[时期]|不满意|退[单回]|返工|重办/;
const stem = (name: string): string => name.replace(/办[理结]|结案|完成|处理|工单|件|的|有$/g, "");

/** “超时结案7件。……超时结案单位：甲3件、乙2件、丙1件”: the units that what was counted elsewhere lay with */
export const unitsOf = ({ sentences, mentions }: Reading): Group[] =>
  sentences.flatMap((parts): Group[] => {
    const [first] = parts as [Mention];
    const name = unitsLed.exec(sentenceBefore(first))?.[1] ?? "";
    const isRun = parts.every((one) => isPlainCount(one) && isSameUnit(one.unit, first.unit));
    if (!blamed.test(name) || parts.length < 2 || !isRun) return [];
    const wholes = mentions.filter(
      (one) =>
        isPlainCount(one) &&
        !parts.includes(one) &&
        isSameUnit(one.unit, first.unit) &&
        stem(one.label).endsWith(stem(name)),
    );
    const isOne = new Set(wholes.map(({ number }) => number.approximate)).size === 1;
    return isOne
      ? [{ whole: wholes[0]!, parts, shares: parts.map(() => null), text: "合计", by: "stated", isClosed: true }]
      : [];
  });

/** “7月31.47万件、8月33.20万件、9月29.86万件”, “周一214件，……，周日103件”: of the quarter or the week that the report is of */
function monthsIn(own: Mention[], { unit }: Mention): Mention[] {
  const counts = own.filter((one) => one.kind === "count" && isSameUnit(one.unit, unit));
  const start = counts.findIndex((one) => [1, 4, 7, 10].includes(monthOf(one)));
  const run = start < 0 ? [] : counts.slice(start, start + 3);
  const days = counts.filter(({ before }) => /周[一二三四五六日]$/.test(before));
  if (days.length === 7) return days;
  return run.length === 3 && run.every((one, at) => monthOf(one) === monthOf(run[0]!) + at) ? run : [];
}

const monthOf = ({ before }: Mention): number =>
  Number(/(?:^|[，、；：]|其中)(\d{1,2})月份?(?:共?受理|为|共)?$/.exec(before)?.[1]);

/** answered at once and handed on, or closed and open */
const pairIn = (counts: Mention[]): (Mention | undefined)[] =>
  families
    .slice(0, 2)
    .map(({ members }) => members.slice(0, 2).map((member) => counts.find(({ label }) => member.test(label))))
    .find((pair) => pair.every((one) => one)) ?? [];

const types = [/投诉/, /咨询/, /求助/, /建议|意见/, /举报/, /表扬|感谢/, /其[他它]/];

/**
 * “在线解答19864件，转派17228件”, “投诉类1274件；咨询类538件；……”, chapters away from the report's own total: only where they
 * nearly make it
 */
export function ofTotal({ sentences, mentions }: Reading): Group[] {
  const totals = mentions.filter((one) => one.kind === "count" && bareName(one) === "受理");
  const total = totals.find(({ number }) => totals.every((one) => one.number.approximate <= number.approximate));
  const isOne = totals.every(
    ({ number }) => number === total?.number || number.approximate * 2 < (total?.number.approximate ?? 0),
  );
  if (!total || !(isOne || new Set(totals.map(({ number }) => number.approximate)).size === 1)) return [];
  return sentences.flatMap((own): Group[] => {
    const counts = own.filter((one) => isPlainCount(one) && isSameUnit(one.unit, total.unit));
    const [here, there] = pairIn(counts);
    // “……转派13102件，待派391件”: of more than the two
    const next = there ? counts[counts.indexOf(there) + 1] : undefined;
    const isApart =
      here && there && here !== there && !/其中/.test(there.before) && (!next || /其中/.test(next.before));
    const kinds = new Set(counts.map(({ label }) => types.findIndex((type) => type.test(label))));
    const isTyped = kinds.size > 3 && kinds.size === counts.length && !kinds.has(-1) && counts.length === own.length;
    const months = monthsIn(own, total);
    const parts = months.length > 0 ? months : isTyped ? counts : isApart ? [here, there] : [];
    const added = parts.reduce((all, { number }) => all + number.approximate, 0);
    const isNearly =
      Math.abs(added - total.number.approximate) * (months.length === 7 ? 20 : 50) < total.number.approximate;
    const isWhole = counts.some(({ number }) => number.approximate >= added);
    return parts.length > 1 && !own.includes(total) && isNearly && !isWhole
      ? [{ whole: total, parts, shares: parts.map(() => null), text: "合计", by: "stated", isClosed: true }]
      : [];
  });
}

/** two kinds that all orders of some sort fall into */
const halves: [RegExp, RegExp][] = [
  [/^事件类(?:案件|问题)?$/, /^部件类(?:案件|问题)?$/],
  [/^商品类?(?:消费)?(?:投诉)?$/, /^服务类?(?:消费)?(?:投诉)?$/],
  [/^实名(?:举报|信访)?$/, /^匿名(?:举报|信访)?$/],
];
/** how far what they make may be from their whole, as a part of it */
const MOST_APART = 0.01;

/** “派遣的案件中，事件类13481件，其中……；部件类3733件，其中……”, chapters away from “共派遣17241件” */
export const halvesOf = ({ sentences, mentions }: Reading): Group[] =>
  sentences.flatMap((own, nth) => {
    const near = [...own, ...(sentences[nth + 1] ?? [])].filter(({ passage }) => passage === own[0]!.passage);
    return halves.flatMap(([a, b]): Group[] => {
      const first = own.find((one) => isPlainCount(one) && a.test(one.label.replace(/^.*(?:派遣|受理|立案)/, "")));
      const second = near.find((one) => isPlainCount(one) && b.test(one.label));
      if (!first || !second || second.at < first.at || first.unit !== second.unit) return [];
      const act = /(派遣|受理|立案|转办|接收)/.exec(sentenceBefore(first))?.[1];
      const added = first.number.approximate + second.number.approximate;
      const wholes = mentions.filter(
        (one) =>
          isPlainCount(one) &&
          !near.includes(one) &&
          isSameUnit(one.unit, first.unit) &&
          Math.abs(one.number.approximate - added) <= MOST_APART * added,
      );
      const whole = wholes.find(({ label }) => act !== undefined && label.includes(act));
      const isMade = wholes.some(({ number }) => number.approximate === added);
      return whole && !isMade
        ? [{ whole, parts: [first, second], shares: [null, null], text: "合计", by: "stated", isClosed: true }]
        : [];
    });
  });
