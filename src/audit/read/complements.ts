/** 已与未: a whole with what was done of it and what wasn't. */
import type { Mention } from "./mention.ts";
import { type Group, isSameUnit } from "./parts.ts";
import type { Reading } from "./reading.ts";
import { sentenceBefore } from "./sentence.ts";
import { isPlainCount } from "./wholes.ts";

/** counts of orders, and of people, households, rows of a list */
export const isPlain = (mention: Mention): boolean =>
  isPlainCount(mention) ||
  (mention.kind === "other" &&
    /^[项人名户处台栋]$/.test(mention.unit) &&
    mention.period === "now" &&
    mention.depth === 0);

/** “已办结”, “尚未办结” */
export const isOpposite = (label: string, other: string): boolean => {
  const [done, left] = [label.replace(/^底?已经?/, ""), other.replace(/^[尚仍还]/, "")];
  return done.length > 1 && [`未${done}`, `不${done}`, `未能${done}`].includes(left);
};

/** “应办结1873件，按期办结1836件；其余47件超期”: a whole, one part of it, and the rest */
export const remainders = ({ sentences, mentions: every }: Reading): Group[] => {
  const mentioned = new Set(every.filter(isPlainCount).map(({ number }) => number.approximate));
  return sentences.flatMap((mentions) => {
    const counts = mentions.filter(isPlainCount);
    return counts.flatMap((last, at): Group[] => {
      const [whole, part] = counts.slice(Math.max(0, at - 2), at);
      // “甲561件、乙287件，其余225件” is a list of parts
      const isListed = /^、/.test(part?.before ?? "") || (at > 2 && /(?:其余|余下)$/.test(last.before));
      const isRest =
        at >= 2 &&
        !isListed &&
        /[，；](?:其余|剩余|剩下|余下|(?:没|未)(?:有)?(?:办结|解决|完成)的?(?:还|尚)?有?|(?:还|尚|仍)有)$/.test(
          last.before,
        ) &&
        ((at === 2 &&
          /^(?:件|个|项)?(?:[^，。；]{0,6}(?:超期|逾期|在办|未办结|超时|未回访)|为|正在|尚|需)/.test(
            last.passage.text.slice(last.end),
          )) ||
          (/(?:剩余|剩下|余下)$/.test(last.before) && /已/.test(part?.before ?? "")) ||
          (/(?:没|未)/.test(last.before) &&
            part !== undefined &&
            isOpposite(part.label, last.label.replace(/^没/, "未").replace(/的?(?:还|尚)?有?$/, ""))) ||
          isNearRest(whole, part, last));
      // “合计5304件；超期7件，其余6件超期工单在市直”, “到期541件，……；其余21件未到期”: of another whole
      const isOfAnother =
        whole !== undefined &&
        part !== undefined &&
        ((part.number.approximate + last.number.approximate) * 2 < whole.number.approximate ||
          (/到期/.test(whole.label) && /^(?:件|个)?未到期/.test(last.passage.text.slice(last.end))));
      const isWhole =
        !isOfAnother &&
        whole &&
        part &&
        isSameUnit(whole.unit, part.unit) &&
        isSameUnit(part.unit, last.unit) &&
        (whole.number.approximate > part.number.approximate ||
          (/已[^，。；]{0,4}$/.test(part.before) && part.number.approximate < whole.number.approximate * 1.2));
      // “商品类14211件；服务类8211件；其余319件”: three that make another count of the report
      const isListedToo =
        whole !== undefined &&
        part !== undefined &&
        mentioned.has(whole.number.approximate + part.number.approximate + last.number.approximate);
      return isRest && isWhole && !isListedToo
        ? [{ whole, parts: [part, last], shares: [null, null], text: "合计", by: "stated" }]
        : [];
    });
  });
};

/** what is left by reckoning is a little off from what is printed */
const isNearRest = (whole: Mention | undefined, part: Mention | undefined, { number }: Mention): boolean => {
  const left = whole && part ? whole.number.approximate - part.number.approximate : 0;
  return left > 0 && Math.abs(left - number.approximate) * 4 < left;
};

/** “涉及会员263人……。至月底已退185人，尚有83人待退”: near what they were of, in the sentence before */
export const leftOver = ({ sentences }: Reading): Group[] =>
  sentences.flatMap((mentions, nth) => {
    const above = (sentences[nth - 1] ?? []).filter(({ passage }) => passage === mentions[0]!.passage);
    return mentions.flatMap((left): Group[] => {
      const isLeft =
        /(?:尚有|还有|仍有|尚余|还剩|剩余)$/.test(left.before) &&
        /^(?:[^，。；\d]?[待未](?!到)|在办|正在)/.test(left.passage.text.slice(left.end));
      const part = mentions.findLast(
        ({ at, unit, before }) =>
          at < left.at && unit === left.unit && /(?:已(?:经)?[^，。；]{1,3}|办复|办结|整改|销[账号])$/.test(before),
      );
      const whole = [...above, ...mentions].findLast(
        ({ at, unit, number, period, passage, sentence }) =>
          part !== undefined &&
          unit === left.unit &&
          period === "now" &&
          passage === part.passage &&
          (at < part.at || sentence.from < part.sentence.from) &&
          number.approximate > part.number.approximate,
      );
      const added = (part?.number.approximate ?? 0) + left.number.approximate;
      return isLeft && part && whole && Math.abs(added - whole.number.approximate) * 8 < whole.number.approximate
        ? [{ whole, parts: [part, left], shares: [null, null], text: "合计", by: "stated", isClosed: true }]
        : [];
    });
  });

const handled = /(?:^|已经?)(?:办结|办完|办理|办理完成|处理|回复|答复|解决|办复)(?:工单|诉求|完毕|完成|答复)?$/;
const inHand =
  /^(?:正在|尚在|尚|仍在|待|未|尚未|在)(?:办理?|办结|处理|回复|答复|解决|协调|推进|核查|整改|跟进|督办)(?:中|工单|诉求)?$/;

/** “截至6月30日，上述事项已办结21874件”, “上述信访事项中，已办结2419件”, “本周受理的件，办完34件” */
const again =
  /(?:上述|以上|前述)[^，。；\d]*(?:中，[^，。；\d]*)?$|(?:本[周月季期]|受理)的(?:工单|案件|件|事项|诉求)，[^，。；\d]*$/;

/** how many paragraphs above it may stand */
const MOST_ABOVE = 4;

/** the last count of what came in, not far above */
function receivedBefore(part: Mention, { mentions, passages }: Reading): Mention | undefined {
  const last = mentions
    .slice(0, mentions.indexOf(part))
    .findLast((one) => isPlain(one) && /(?:^|[^不未])(?:受理|登记|收到|接到)[^，。；]{0,6}$/.test(one.label));
  return last && passages.indexOf(part.passage) - passages.indexOf(last.passage) <= MOST_ABOVE ? last : undefined;
}

/** “有效诉求5743件。……至6月9日，已办结5651件，尚在办理93件”: what nothing but a slip lies between, in the same paragraph */
function nearBefore(part: Mention, open: Mention, { mentions }: Reading): Mention | undefined {
  const added = part.number.approximate + open.number.approximate;
  const own = mentions.filter(
    (one) => one.passage === part.passage && one.at < part.at && isPlain(one) && isSameUnit(one.unit, part.unit),
  );
  const isExact = own.some(({ number }) => number.approximate === added);
  return isExact
    ? undefined
    : own.find(({ number }) => Math.abs(number.approximate - added) * 150 <= added && number.approximate > 99);
}

/** “签收工单287件，办理工单240件，待办理工单35件”, “投诉154件，已办结151件、正在办理4件”: right behind what they were of, and nothing else */
export const doneAndOpen = (reading: Reading): Group[] =>
  reading.sentences.flatMap((mentions) => {
    const counts = mentions.filter(isPlain);
    return counts.flatMap((part, at): Group[] => {
      const [open, next] = [counts[at + 1], counts[at + 2]];
      const words = sentenceBefore(part);
      const near = at === 0 && /^(?:截?至|目前|已)/.test(words) && open ? nearBefore(part, open, reading) : undefined;
      const said = at === 0 && (again.test(words) || near !== undefined);
      const whole = said ? (near ?? receivedBefore(part, reading)) : counts[at - 1];
      const isPair =
        whole &&
        open &&
        handled.test(part.label) &&
        inHand.test(open.label) &&
        (said || /^，[^，。；、]*$/.test(part.before)) &&
        /^[，、][^，。；、]*$/.test(open.before) &&
        isSameUnit(part.unit, whole.unit) &&
        isSameUnit(open.unit, whole.unit);
      // “待办理35件，退回12件”: there are others
      const isCutOff = next !== undefined && /^[，、][^，。；\d]{2,8}$/.test(next.before) && next.unit === open?.unit;
      const added = part.number.approximate + (open?.number.approximate ?? 0);
      const isNear = whole && Math.abs(added - whole.number.approximate) * 20 <= whole.number.approximate;
      return isPair && isNear && !isCutOff
        ? [{ whole, parts: [part, open], shares: [null, null], text: "合计", by: "stated", isClosed: true }]
        : [];
    });
  });
