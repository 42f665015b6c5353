import { toNumber } from "../number.ts";
import { bareName } from "./bare.ts";
import { chineseNumber } from "./chinese.ts";
import { families, familyOf } from "./families.ts";
import { bracketed } from "./label.ts";
import type { Mention } from "./mention.ts";
import { type Group, isSameUnit, sharesOf } from "./parts.ts";
import type { Reading } from "./reading.ts";
import { sentenceBefore, sentenceOf } from "./sentence.ts";

export const rest = /^(?:其他|其它|其余|剩余|剩下|余下)/;

/** “满分100分，其中甲20分、乙25分……”: what a score is made of */
export function fullMarks(mentions: Mention[]): Group[] {
  const at = mentions.findIndex(({ kind, label }) => kind === "score" && /(?:满分|总分)(?:为)?$/.test(label));
  const whole = mentions[at];
  if (!whole) return [];
  const text = (from: Mention, to: Mention) => from.passage.text.slice(from.end, to.at);
  const parts: Mention[] = [];
  for (const part of mentions.slice(at + 1)) {
    const between = text(parts.at(-1) ?? whole, part);
    const isNext =
      parts.length === 0 ? /^，(?:其中|包括|由)/.test(between) : /^）?[、，；][^。；：]{0,14}$/.test(between);
    if (part.kind !== "score" || !isNext || /[扣加]/.test(part.label)) break;
    parts.push(part);
  }
  return parts.length > 2 ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }] : [];
}

/** “设甲20分、乙30分、丙50分，满分100分” */
export function fullMarksBehind(mentions: Mention[]): Group[] {
  const at = mentions.findIndex(
    ({ kind, before }) => kind === "score" && /(?:满分|总分|共计?|合计)(?:为)?$/.test(before),
  );
  const whole = mentions[at];
  const parts = mentions
    .slice(0, Math.max(at, 0))
    .filter(({ kind, before }) => kind === "score" && !/[扣加减]|以上|以下|每/.test(before));
  const isRun = parts.every(
    (part, nth) =>
      nth === 0 || /^[、，；][^。；：，]{0,14}$/.test(part.passage.text.slice(parts[nth - 1]!.end, part.at)),
  );
  const isBeside =
    whole && parts.length > 2 && mentions[at - 1] === parts.at(-1) && /[项个方面]|满分/.test(whole.before);
  return isBeside && isRun ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }] : [];
}

const number = "[两二三四五六七八九十]|\\d{1,2}";

const counted = new RegExp(
  `(${number})个?(?:季度|月|类|项|区县?|县区?|街道|乡镇|镇|部门|渠道)[^，。；：]{0,4}(?:合计|共计|总计|共)$`,
);

/** a paragraph for each of so many, and behind them “四个季度合计N件” */
export function listedGroups({ mentions, passages }: Reading): Group[] {
  return mentions.flatMap((whole): Group[] => {
    const said = whole.kind === "count" ? chineseNumber(counted.exec(whole.before)?.[1] ?? "") : null;
    if (!said || said < 3) return [];
    const at = passages.indexOf(whole.passage);
    const parts = passages.slice(Math.max(0, at - said), at).map((passage) => {
      const [own, next] = mentions.filter((one) => one.passage === passage);
      // “供水318件。其中停水87件”: what comes behind explains it
      const isAlone = !next || /^.{0,8}其中/.test(passage.text.slice(own!.end));
      return own?.kind === "count" && isAlone && isSameUnit(own.unit, whole.unit) ? own : null;
    });
    const all = parts.flatMap((part) => part ?? []);
    return all.length === said
      ? [{ whole, parts: all, shares: all.map(() => null), text: "合计", by: "stated" as const }]
      : [];
  });
}

/** “住建领域中，甲3件、乙2件、其他1件”: a count that stands elsewhere under that name */
export const namedGroups = ({ sentences, mentions }: Reading): Group[] =>
  sentences.flatMap((own): Group[] => {
    const [first] = own;
    const name =
      /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)])?(?:在)?((?:全部|所有)?[^，。；：（）\d]{2,12}?)(?:诉求|问题)?中，/.exec(
        sentenceBefore(first!),
      )?.[1];
    const parts = own.filter(
      (one) => one.kind === "count" && one.period === "now" && isSameUnit(one.unit, first!.unit),
    );
    const isBounded = parts.some(
      ({ before, passage, end }) => /均/.test(before) || /^(?:以下|以上|左右)/.test(passage.text.slice(end)),
    );
    const isRun = parts.slice(1).every(({ before }) => /^[、；][^，。；]*$/.test(before));
    // “转办件中，各县区12155件，市直单位4810件，公共服务企业703件”
    const isBoth = parts.length > 1 && isOfKinds(parts);
    const isClosed =
      !isBounded &&
      ((parts.length > 2 && (rest.test(parts.at(-1)!.label) || isRun)) || isBoth) &&
      parts.every(({ depth }) => depth === parts[0]!.depth);
    if (!name || !isClosed || own.some(({ before }) => /其中/.test(before))) return [];
    const wholes = mentions.filter(
      (one) =>
        one.kind === "count" &&
        one.period === "now" &&
        isSameUnit(one.unit, parts[0]!.unit) &&
        !own.includes(one) &&
        one.number.approximate > parts[0]!.number.approximate &&
        (one.label === name ||
          bracketed(one) === name ||
          isAllOf(one, name) ||
          ((isRun || isBoth) && isCalled(one, name, own))),
    );
    const whole = wholes.find((one) => one.passage === first!.passage) ?? wholes[0];
    return whole
      ? [
          {
            whole,
            parts,
            shares: sharesOf(own, parts),
            text: rest.test(parts.at(-1)!.label) || isBoth ? "合计" : "其中",
            by: "stated",
          },
        ]
      : [];
  });

const units = [/[市区县州省]直|部门/, /[县区镇乡](?!直)|街道/, /企业|公司/];

/** districts, departments and whatever else orders go to, one of each */
function isOfKinds(parts: Mention[]): boolean {
  const kinds = parts.map(({ before }) => units.findIndex((unit) => unit.test(before)));
  return kinds.includes(0) && kinds.includes(1) && !kinds.includes(-1) && new Set(kinds).size === kinds.length;
}

/** “收到有效留言2871条。……在全部留言中，问题反映类……”: the count that ends with that word */
const isAllOf = ({ label }: Mention, name: string): boolean => {
  const core = /^(?:全部|所有)([\u4e00-\u9fff]{2,6})$/.exec(name)?.[1];
  return core !== undefined && label.endsWith(core);
};

/** “交办承办单位2356件。交办件中，……”: right before, by the word that it is called by again */
const isCalled = ({ label, passage, end }: Mention, name: string, [first]: Mention[]): boolean => {
  const core = name.replace(/(?:工单|诉求|件)$/, "");
  return (
    core.length > 1 &&
    label.startsWith(core) &&
    passage === first!.passage &&
    first!.sentence.from - end < 30 &&
    end < first!.at
  );
};

/** “退单共24件次，苏木镇11件次、旗直部门15件次”: said to be all, and taken apart right behind */
export const takenApart = ({ sentences }: Reading): Group[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((whole, at): Group[] => {
      const parts: Mention[] = [];
      for (const one of mentions.slice(at + 1)) {
        const sign = parts.length === 0 ? /^，[^，。；：、\d其]{2,12}$/ : /^、[^，。；：、\d]{2,12}$/;
        if (!isPlainCount(one) || one.unit !== whole.unit || !sign.test(one.before)) break;
        parts.push(one);
      }
      const isAll =
        isPlainCount(whole) &&
        /共(?:有|计)?$/.test(whole.before) &&
        parts.every(({ number }) => number.approximate < whole.number.approximate);
      return isAll && parts.length > 1
        ? [{ whole, parts, shares: parts.map(() => null), text: "其中", by: "listed" }]
        : [];
    }),
  );

/** “打电话反映的31264件，网站提交的9482件，……，三者之和即为上述受理总量”: no number stands there, and only the total can be meant */
export const saidToBeAll = ({ sentences, mentions }: Reading): Group[] =>
  sentences.flatMap((own): Group[] => {
    const { sentence } = own[0]!;
    const match =
      /([两三四五六])(?:者|项|类)(?:之和|相加|合计)(?:即|正好|恰好|就)?(?:为|是|等于)[^，。；\d]{0,6}(?:受理|诉求)总?量/.exec(
        sentenceOf(own[0]!),
      );
    if (!match) return [];
    const parts = own.filter((one) => isPlainCount(one) && one.at < sentence.from + match.index);
    const whole = mentions.findLast(
      (one) => bareName(one) === "受理" && one.at !== parts[0]?.at && mentions.indexOf(one) < mentions.indexOf(own[0]!),
    );
    return whole && parts.length === chineseNumber(match[1]!) && parts.every(({ unit }) => isSameUnit(unit, whole.unit))
      ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }]
      : [];
  });

/** “甲1932件、……、其他1683件，以上六项构成服务类投诉的全部”: of the count that is called so */
export const saidToMake = ({ sentences, mentions }: Reading): Group[] =>
  sentences.flatMap((own): Group[] => {
    const { sentence } = own[0]!;
    const match =
      /(?:以上|上述|这)([两三四五六七八九十])(?:项|类|者|部分|个)(?:构成|就是|即为|合为|组成)([^，。；\d]{2,8}?)的?(?:全部|总量|总数)/.exec(
        sentenceOf(own[0]!),
      );
    if (!match) return [];
    const parts = own.filter((one) => isPlainCount(one) && one.at < sentence.from + match.index);
    const called = mentions.filter((one) => isPlainCount(one) && !parts.includes(one) && one.label.endsWith(match[2]!));
    const [whole] = called;
    const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
    return whole &&
      isOne &&
      parts.length === chineseNumber(match[1]!) &&
      parts.every(({ unit }) => isSameUnit(unit, whole.unit))
      ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated", isClosed: true }]
      : [];
  });

/** 族: whole and parts in one sentence without 其中, known by what the words mean */
export function familyGroups(reading: Reading, stated: Group[]): Group[] {
  const taken = new Set(stated.flatMap(({ parts }) => parts));
  return reading.sentences.flatMap((mentions, nth) => {
    const counts = mentions.filter(isPlainCount);
    const before = (reading.sentences[nth - 1] ?? []).filter(isPlainCount);
    return families.flatMap((family, at): Group[] => {
      const parts = counts.filter(({ label }) => familyOf(label) === at);
      const all = parts.flatMap((part) => kindsOf(part, family.members));
      const kinds = new Set(all);
      if (all.length !== kinds.size || kinds.size < family.needs || parts.some((part) => taken.has(part))) return [];
      const isWhole = ({ label, unit }: Mention) =>
        family.whole.test(label) && familyOf(label) !== at && isSameUnit(unit, parts[0]!.unit);
      const own = counts.find((one) => isWhole(one) && one.at < parts[0]!.at);
      // from one paragraph to the next only what was done with an order is told apart
      const isBeside = (one: Mention) =>
        one.passage === parts[0]!.passage || family === families[0] || family === families[1];
      const whole = own ?? before.findLast((one) => isWhole(one) && isBeside(one) && isNear(one, parts));
      return whole ? [{ whole, parts, shares: parts.map(() => null), text: "", by: own ? "family" : "listed" }] : [];
    });
  });
}

/** “基本满意和不满意共38件” is of two kinds at once */
const kindsOf = ({ label, before }: Mention, members: RegExp[]): number[] => {
  const kinds = members.flatMap((member, at) => (member.test(label) ? [at] : []));
  if (/^满意[和及与、](?:基本|比较)满意$/.test(label)) return [0, 2];
  return /[和及与、].*(?:共|合计)/.test(before) ? kinds : kinds.slice(0, 1);
};

export const isPlainCount = ({ kind, period, depth }: Mention): boolean =>
  kind === "count" && period === "now" && depth === 0;

/** so near that another whole is hardly meant */
const isNear = (whole: Mention, parts: Mention[]): boolean => {
  const added = parts.reduce((total, { number }) => total + toNumber(number.value), 0);
  return Math.abs(added - toNumber(whole.number.value)) * 50 < added;
};
